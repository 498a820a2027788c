import { useMemo } from 'react'
import { useController, useWatch, type Control } from 'react-hook-form'
import type { Problem } from '#domain/errors'
import { needsRef } from '#domain/policy'
import { attachmentKind, codesOf, limitScope, partCategory } from '#domain/words'
import { api } from '../../api.ts'
import { useText, useWord, type Text, type Word } from '../../messages/index.ts'
import { EditableGrid, type LineColumn } from '../../ui/EditableGrid.tsx'
import { TickInput } from '../../ui/fields/inputs.tsx'
import { finderColumn } from '../../ui/grid/line-cells.tsx'
import { Section } from '../../ui/Page.tsx'
import { newLimit, type Limit, type PolicyForm } from './policy-form.ts'

type PolicyControl = Control<PolicyForm, unknown, PolicyForm>
type Props = { readonly control: PolicyControl; readonly readOnly: boolean; readonly problems: readonly Problem[] }
type Ref = { readonly ref: string; readonly title: string; readonly detail: string }

const isCategory = (ref: string): ref is keyof typeof partCategory => Object.hasOwn(partCategory, ref)

/** How long and how far what is covered: of a part first, then its category, its assembly, the engine, the whole unit. */
export function PolicyLimits({ control, readOnly, problems }: Props) {
  const text = useText('catalogue')
  const word = useWord()
  const { field } = useController({ control, name: 'limits' })
  const manufacturerId = useWatch({ control, name: 'manufacturerId' })
  const columns = useMemo(() => limitColumns(text, word, manufacturerId), [text, word, manufacturerId])
  return (
    <Section id="limits" title={text('limits')} beside={text('limitsHint')}>
      <EditableGrid<Limit>
        name="limits"
        label={text('limits')}
        columns={columns}
        lines={field.value}
        onChange={field.onChange}
        newLine={newLimit}
        problems={problems}
        readOnly={readOnly}
        maxLines={200}
      />
    </Section>
  )
}

function limitColumns(text: Text<'catalogue'>, word: Word, manufacturerId: number): readonly LineColumn<Limit>[] {
  return [
    { field: 'scope', title: text('scope'), kind: 'word', table: 'limitScope', codes: codesOf(limitScope), width: 110 },
    finderColumn<Limit, Ref>({
      field: 'scopeRef',
      title: text('scopeRef'),
      width: 210,
      editable: ({ scope }) => needsRef(scope),
      shown: ({ scope, scopeRef }) => (scope === 'category' && isCategory(scopeRef) ? word('partCategory', scopeRef) : scopeRef),
      search: async (typed, { scope }) => {
        if (scope === 'category')
          return codesOf(partCategory)
            .map((ref) => ({ ref, title: word('partCategory', ref), detail: '' }))
            .filter(({ title }) => title.includes(typed))
        const parts = await api.catalogue.parts({ text: typed, manufacturerId, limit: 12 })
        if (scope === 'part') return parts.map(({ code, name }) => ({ ref: code, title: name, detail: code }))
        // assemblies are names on the parts: those of the parts found, and what is typed
        return [...new Set([...parts.map(({ assembly }) => assembly), typed.trim()])]
          .filter((name) => name !== '')
          .map((name) => ({ ref: name, title: name, detail: '' }))
      },
      hitOf: ({ ref, title, detail }) => ({ key: ref, title, detail, code: ref }),
      fill: ({ ref }) => ({ scopeRef: ref }),
    }),
    { field: 'months', title: text('limitMonths'), kind: 'number', min: 0, max: 600, empty: true, width: 90 },
    { field: 'km', title: text('limitKm'), kind: 'number', min: 0, max: 999_999, empty: true, width: 100 },
    { field: 'exclude', title: text('exclude'), kind: 'tick', skip: true, width: 80 },
    { field: 'note', title: text('limitNote'), kind: 'text', maxLength: 100, skip: true },
  ]
}

/** Which photos a claim must carry (V-15). */
export function PhotoKinds({ control, readOnly }: Omit<Props, 'problems'>) {
  const text = useText('catalogue')
  const word = useWord()
  const {
    field: { value, onChange },
  } = useController({ control, name: 'photoKinds' })
  return (
    <fieldset className="photo-kinds" disabled={readOnly}>
      <legend className="field-label">{text('photoKinds')}</legend>
      {codesOf(attachmentKind).map((kind) => (
        <TickInput
          key={kind}
          disabled={readOnly}
          value={value.includes(kind)}
          onChange={(wanted) => onChange(wanted ? [...value, kind] : value.filter((each) => each !== kind))}
        >
          {word('attachmentKind', kind)}
        </TickInput>
      ))}
    </fieldset>
  )
}
