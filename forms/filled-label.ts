import type { FillField, FillSection } from '#domain/form-fill'
import { type LabelCell, labelFor, type LabelForm, type PaperBase } from './define.ts'
import type { FilledForm, FilledPaper } from './filled-parts.ts'
import { factsOf, refuseDoubleKeys } from './filled-sections.ts'
import { filledIn } from './filled-print.ts'

/** A cell that shows what was typed: its fields as `pattern` joins them, by itself one field alone. */
export type FieldCell = Omit<LabelCell<FilledPaper>, 'value'> & { readonly fields: readonly FillField[]; readonly pattern?: string }

type Written = Omit<LabelForm<FilledPaper>, 'kind' | 'cells'> & { readonly cells: readonly (LabelCell<FilledPaper> | FieldCell)[] }

function labelCellOf(cell: LabelCell<FilledPaper> | FieldCell): LabelCell<FilledPaper> {
  if (!('fields' in cell)) return cell
  const { fields, pattern = `{${fields[0]?.key ?? ''}}`, ...place } = cell
  return { ...place, value: ({ values }, place) => filledIn(pattern, fields, values, place).trimEnd() }
}

/**
 * Writes a label that is filled in: cells at fixed places, those with `fields` asked for on the screen in their order.
 *
 * @throws Error when a cell reaches outside the label or a key stands twice: such a form must not be built at all.
 */
export function filledLabelFor({ cells, ...form }: Written): FilledForm {
  const sections: FillSection[] = [{ kind: 'fields', title: '', fields: cells.flatMap((cell) => ('fields' in cell ? cell.fields : [])) }]
  refuseDoubleKeys(form.id, sections)
  return { ...labelFor<FilledPaper & PaperBase>({ ...form, facts: factsOf(sections), cells: cells.map(labelCellOf) }), sections }
}
