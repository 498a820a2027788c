import { useState } from 'react'
import type { AppError } from '#domain/errors'
import { leastSide, type MakerSheet, mostSide, tenthsPerMm } from '#domain/maker-sheet'
import { api, refusalOf } from '../../../api.ts'
import { useText } from '../../../messages/index.ts'
import { upload } from '../../../transport.ts'
import { Button } from '../../../ui/Button.tsx'
import { FieldShell } from '../../../ui/fields/FieldShell.tsx'
import { NumberInput } from '../../../ui/fields/inputs.tsx'
import { SelectInput } from '../../../ui/fields/SelectInput.tsx'
import { FilePick } from '../../../ui/FilePick.tsx'
import { FieldGrid } from '../../../ui/Form.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Section } from '../../../ui/Page.tsx'
import { backgroundKinds, type ChosenFile, chooseBackground } from './read-background.ts'
import { inside } from './sheet-fields.ts'
import type { Change } from './use-sheet-edits.ts'

type Props = { readonly sheet: MakerSheet; readonly mayEdit: boolean; readonly onChange: Change }

/** The manufacturer's own sheet as a picture, and the paper it is printed on. */
export function BackgroundPane({ sheet, mayEdit, onChange }: Props) {
  const text = useText('makerSheets')
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [page, setPage] = useState(1)
  const [refusal, setRefusal] = useState<AppError | null>(null)
  const [reading, setReading] = useState(false)
  const use = async (chosen: ChosenFile, number: number) => {
    const { picture, width, height } = await chosen.read(number)
    const background = await api.makerSheets.addBackground({ uploadId: await upload(picture) })
    const size = { width: clamped(width), height: clamped(height) }
    onChange((before) => ({ ...size, background, fields: before.fields.map((field) => inside(size, field)) }))
    setFile(chosen)
    setPage(number)
  }
  const attempt = async (work: () => Promise<void>) => {
    setReading(true)
    setRefusal(null)
    await work().catch((error: unknown) => setRefusal(refusalOf(error)))
    setReading(false)
  }
  const take = (picked: File) => attempt(async () => use(await chooseBackground(picked), 1))
  const setSide = (side: 'width' | 'height', tenths: number | null) => {
    if (tenths !== null) onChange((before) => ({ ...before, [side]: clamped(tenths) }), side)
  }
  return (
    <Section
      id="sheet-background"
      title={text('background')}
      actions={
        mayEdit &&
        sheet.background !== null && (
          <Button size="small" kind="quiet" onClick={() => onChange((before) => ({ ...before, background: null }))}>
            {text('noBackground')}
          </Button>
        )
      }
    >
      {mayEdit && (
        <FilePick
          kinds={backgroundKinds}
          onFile={(picked) => void take(picked)}
          chosen={reading ? text('reading') : (file?.name ?? text('pick'))}
        />
      )}
      <Notice refusal={refusal} onClose={() => setRefusal(null)} />
      <FieldGrid columns={2}>
        {file !== null && file.pages > 1 && (
          <FieldShell name="sheet.page" label={text('page', { pages: file.pages })}>
            {({ id }) => (
              <SelectInput
                id={id}
                disabled={reading}
                value={page}
                choices={Array.from({ length: file.pages }, (_, index) => ({ value: index + 1, label: String(index + 1) }))}
                onChange={(number) => {
                  if (number !== null) void attempt(() => use(file, number))
                }}
              />
            )}
          </FieldShell>
        )}
        {(['width', 'height'] as const).map((side) => (
          <FieldShell key={side} name={`sheet.paper.${side}`} label={text(side === 'width' ? 'paperWidth' : 'paperHeight')}>
            {({ id, disabled }) => (
              <NumberInput
                id={id}
                disabled={disabled}
                value={sheet[side]}
                factor={tenthsPerMm}
                suffix="mm"
                onChange={(tenths) => setSide(side, tenths)}
              />
            )}
          </FieldShell>
        ))}
      </FieldGrid>
    </Section>
  )
}

function clamped(tenths: number): number {
  return Math.min(mostSide, Math.max(leastSide, tenths))
}
