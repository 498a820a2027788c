import { type MakerSheet, type SheetField, sheetAligns, tenthsPerMm, typeSizes } from '#domain/maker-sheet'
import { codesOf, sheetDatum } from '#domain/words'
import { useText, useWord } from '../../../messages/index.ts'
import { Button } from '../../../ui/Button.tsx'
import { FieldShell } from '../../../ui/fields/FieldShell.tsx'
import { NumberInput, TextInput } from '../../../ui/fields/inputs.tsx'
import { SelectInput } from '../../../ui/fields/SelectInput.tsx'
import { FieldGrid } from '../../../ui/Form.tsx'
import { Section } from '../../../ui/Page.tsx'
import { inside, withChanged, withoutField } from './sheet-fields.ts'
import type { Change } from './use-sheet-edits.ts'

type Props = { readonly sheet: MakerSheet; readonly field: SheetField; readonly mayEdit: boolean; readonly onChange: Change }

const alignKeys = { left: 'align.left', centre: 'align.centre', right: 'align.right' } as const

/** What the chosen field prints, where, and how large. */
export function FieldPane({ sheet, field, mayEdit, onChange }: Props) {
  const text = useText('makerSheets')
  const word = useWord()
  const set = (part: Partial<SheetField>, what: string) =>
    onChange((before) => withChanged(before, field.id, (old) => inside(before, { ...old, ...part })), `${field.id} ${what}`)
  const sources = [
    { value: 'free' as const, label: text('free') },
    { value: 'fixed' as const, label: text('fixed') },
    ...codesOf(sheetDatum).map((value) => ({ value, label: word('sheetDatum', value) })),
  ]
  const isTyped = field.source === 'free' || field.source === 'fixed'
  const place = sheet.fields.findIndex(({ id }) => id === field.id) + 1
  return (
    <Section
      id="sheet-field"
      title={text('fieldOf', { place })}
      actions={
        mayEdit && (
          <Button size="small" kind="quiet" onClick={() => onChange((before) => withoutField(before, field.id))}>
            {text('remove')}
          </Button>
        )
      }
    >
      <FieldGrid columns={2}>
        <FieldShell name="sheet.source" label={text('source')}>
          {({ id, disabled }) => (
            <SelectInput
              id={id}
              disabled={disabled}
              value={field.source}
              choices={sources}
              onChange={(source) => {
                if (source !== null) set({ source }, 'source')
              }}
            />
          )}
        </FieldShell>
        {isTyped && (
          <FieldShell name="sheet.words" label={text(field.source === 'free' ? 'question' : 'words')}>
            {({ id, disabled }) => (
              <TextInput id={id} disabled={disabled} value={field.words} maxLength={200} onChange={(words) => set({ words }, 'words')} />
            )}
          </FieldShell>
        )}
      </FieldGrid>
      <FieldGrid columns={2}>
        {(['x', 'y', 'width', 'height'] as const).map((side) => (
          <FieldShell key={side} name={`sheet.${side}`} label={text(side)}>
            {({ id, disabled }) => (
              <NumberInput
                id={id}
                disabled={disabled}
                value={field[side]}
                factor={tenthsPerMm}
                suffix="mm"
                onChange={(tenths) => {
                  if (tenths !== null) set({ [side]: Math.max(side === 'x' || side === 'y' ? 0 : tenthsPerMm, tenths) }, side)
                }}
              />
            )}
          </FieldShell>
        ))}
        <FieldShell name="sheet.size" label={text('size')}>
          {({ id, disabled }) => (
            <NumberInput
              id={id}
              disabled={disabled}
              value={field.size}
              suffix="pt"
              onChange={(size) => {
                if (size !== null) set({ size: Math.min(typeSizes.most, Math.max(typeSizes.least, size)) }, 'size')
              }}
            />
          )}
        </FieldShell>
        <FieldShell name="sheet.align" label={text('align')}>
          {({ id, disabled }) => (
            <SelectInput
              id={id}
              disabled={disabled}
              value={field.align}
              choices={sheetAligns.map((value) => ({ value, label: text(alignKeys[value]) }))}
              onChange={(align) => {
                if (align !== null) set({ align }, 'align')
              }}
            />
          )}
        </FieldShell>
      </FieldGrid>
    </Section>
  )
}
