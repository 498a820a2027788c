import type { FillField, FillRow, FillSection, FillValue } from '#domain/form-fill'
import { gatheredCell, gatheredRow, type SheetContent } from '#domain/gather/gathered'
import { FieldGrid } from '../../ui/Form.tsx'
import { Section } from '../../ui/Page.tsx'
import { FillInput } from './FillInput.tsx'
import { FillTable, filledRows } from './FillTable.tsx'
import type { Filling } from './use-filling.ts'

type Props = {
  readonly sections: readonly FillSection[]
  readonly content: SheetContent
  /** the order it was begun from */ readonly workOrderId: number | null
  /** of the paper, once issued */ readonly number: string | null
  readonly onChange: Filling['change']
}

/** What the form asks for, in the order of the paper. */
export function FillSections({ sections, content, workOrderId, number, onChange }: Props) {
  const setValue = (key: string, value: FillValue) => onChange((before) => ({ ...before, values: { ...before.values, [key]: value } }))
  const setRows = (key: string, rows: readonly FillRow[]) =>
    onChange((before) => ({ ...before, tables: { ...before.tables, [key]: rows } }))
  return sections.map((section, index) => {
    const place = `fill-${index}`
    if (section.kind === 'fields') {
      const fields = (
        <Fields
          fields={section.fields}
          values={content.values}
          gathered={content.gathered?.values}
          workOrderId={workOrderId}
          number={number}
          onChange={setValue}
        />
      )
      return section.title === '' ? (
        <div key={place} className="section">
          <div className="section-body">{fields}</div>
        </div>
      ) : (
        <Section key={place} id={place} title={section.title}>
          {fields}
        </Section>
      )
    }
    const rows = content.tables[section.key] ?? []
    const count = filledRows(section, rows)
    return (
      <Section key={place} id={place} title={section.title === '' ? section.key : section.title} beside={count > 0 && String(count)}>
        <FillTable
          table={section}
          rows={rows}
          gatheredOf={(row) => gatheredRow(content, section.key, row)}
          onChange={(next) => setRows(section.key, next)}
        />
      </Section>
    )
  })
}

function Fields({
  fields,
  values,
  gathered,
  workOrderId,
  number,
  onChange,
}: {
  readonly fields: readonly FillField[]
  readonly values: FillRow
  readonly gathered: FillRow | undefined
  readonly workOrderId: number | null
  readonly number: string | null
  readonly onChange: (key: string, value: FillValue) => void
}) {
  return (
    <FieldGrid>
      {fields.map((field) => (
        <FillInput
          key={field.key}
          field={field}
          workOrderId={workOrderId}
          number={number}
          gathered={gatheredCell(gathered, values, field.key)}
          value={values[field.key] ?? null}
          onChange={(value) => onChange(field.key, value)}
        />
      ))}
    </FieldGrid>
  )
}
