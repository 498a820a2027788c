import type { FillField, FillSection } from '#domain/form-fill'
import type { Facts } from './define.ts'
import type { FilledPaper, Part, Slot } from './filled-parts.ts'
import { plainly, roomFor } from './filled-print.ts'

function slotFields(slot: Slot): FillField[] {
  if (slot.kind === 'joint') return [...slot.fields]
  if (slot.kind === 'shown') return []
  const { span: _, ...each } = slot
  return [each]
}

/** A field without a label of its own is called as its box. */
function boxSection(title: string, fields: readonly FillField[]): FillSection {
  return { kind: 'fields', title, fields: fields.map((each) => (each.label === '' ? { ...each, label: title } : each)) }
}

function sectionOf(part: Part): FillSection[] {
  switch (part.kind) {
    case 'grid':
      return [{ kind: 'fields', title: part.title ?? '', fields: part.rows.flat().flatMap(slotFields) }]
    case 'box':
      return part.fields.length === 0 ? [] : [boxSection(part.label.replaceAll('\n', ''), part.fields.flatMap(slotFields))]
    case 'table':
      return [
        {
          kind: 'table',
          key: part.key,
          title: part.title,
          columns: part.columns.map(({ mm: _, align: __, whole: ___, apart: ____, ...each }) => each),
          preset: part.preset,
        },
      ]
    case 'heading':
    case 'letter':
    case 'sign':
    case 'note':
      return []
  }
}

/** What the screen asks for; grids that follow each other without a title are one section there. */
export function sectionsOf(parts: readonly Part[]): FillSection[] {
  const sections: FillSection[] = []
  for (const section of parts.flatMap(sectionOf)) {
    const last = sections.at(-1)
    if (section.kind === 'fields' && section.title === '' && last?.kind === 'fields' && last.title === '')
      sections[sections.length - 1] = { ...last, fields: [...last.fields, ...section.fields] }
    else sections.push(section)
  }
  return sections
}

/** What the title may say of the paper: the station, and every field by its key. */
export function factsOf(sections: readonly FillSection[]): Facts<FilledPaper> {
  const fields = sections.flatMap((section) => (section.kind === 'fields' ? section.fields : []))
  return ({ station, values }, asFilled) => ({
    ...Object.fromEntries(fields.map((each) => [each.key, asFilled(plainly(each, values[each.key] ?? null), roomFor(each))])),
    stationName: station.name,
  })
}

/** @throws Error when a key stands twice: such a form must not be built at all. */
export function refuseDoubleKeys(id: string, sections: readonly FillSection[]): void {
  const keys = sections.flatMap((section) =>
    section.kind === 'fields' ? section.fields.filter(({ kind }) => kind !== 'number').map(({ key }) => key) : [`${section.key}[]`],
  )
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined) throw new Error(`${id}: the key ${twice} stands twice`)
}
