import { type Problem, stop } from '#domain/errors'
import { gridProblems, type LabelGrid, type PaperLook, type ProfileName } from '#domain/paper-stock'
import { paperStock } from '#domain/words'
import { type Form, type PaperBase, type SheetForm, wordsOn } from './define.ts'
import { tooSmallFor } from './engine/label.ts'
import { profiles } from './engine/profiles.ts'
import { rowsOnStock } from './engine/sheet.ts'
import { paperMetrics } from './index.ts'

/** The paper a form is laid on under this look: its own where nothing else is asked for. */
export function profileFor<P>(form: Form<P>, { profile }: Pick<PaperLook, 'profile'>): ProfileName {
  return profile === 'default' ? (form.profiles[0] ?? 'A4P') : profile
}

function namesOf(papers: readonly ProfileName[]): string {
  return papers.map((name) => paperStock[name]).join('、')
}

/** The rows the stock of this form is printed with on this sheet, and those a paper has, where they are more. A slip has one of its own for each. */
function rowsTooMany<P extends PaperBase>(form: SheetForm<P>, paper: P, profile: ProfileName): { rows: number; printed: number } | null {
  if (profile === 'grid' || form.slips?.profile === profile) return null
  const onStock = rowsOnStock(form, paper, profile, paperMetrics())
  for (const block of form.blocks) {
    if (block.kind !== 'lines' || block.when?.(paper) === false) continue
    const rows = block.cells(paper).length
    const printed = onStock.get(block) ?? 0
    if (rows > printed) return { rows, printed }
  }
  return null
}

function labelProblems(
  title: string,
  form: { readonly profiles: readonly ProfileName[] },
  profile: ProfileName,
  grid: LabelGrid | null,
): Problem[] {
  if (profile === 'grid' && grid === null) return [stop('stock.noGrid', null, { title })]
  const bad = profile === 'grid' && grid !== null ? gridProblems(grid) : []
  if (bad.length > 0) return bad
  const needed = tooSmallFor(form, profile, grid)
  return needed === null ? [] : [stop('stock.labelTooSmall', null, { title, ...needed })]
}

function sheetProblems<P extends PaperBase>(
  title: string,
  form: SheetForm<P>,
  papers: readonly P[],
  profile: ProfileName,
  dataOnly: boolean,
): Problem[] {
  const found: Problem[] = []
  const isContinuous = profile !== 'grid' && profiles[profile].continuous
  for (const paper of papers) {
    const hiding = isContinuous ? wordsOn(form, paper).copies.find(({ hides = [] }) => hides.length > 0) : undefined
    if (hiding !== undefined) found.push(stop('stock.pliesHide', null, { title, copy: hiding.label }))
    const tooMany = dataOnly ? rowsTooMany(form, paper, profile) : null
    if (tooMany === null) continue
    const roomier = form.profiles.filter((other) => rowsTooMany(form, paper, other) === null)
    found.push(
      roomier.length === 0
        ? stop('stock.moreRows', null, { title, ...tooMany })
        : stop('stock.moreRowsThan', null, { title, ...tooMany, paper: paperStock[profile], papers: namesOf(roomier) }),
    )
  }
  return found.slice(0, 1)
}

/**
 * Why these papers of a form cannot be printed in this look; none when they can. Asked before laying out: the layout
 * itself never refuses and would put the form on its own sheet.
 */
export function paperProblems<P extends PaperBase>(
  form: Form<P>,
  papers: readonly P[],
  look: Pick<PaperLook, 'profile' | 'grid' | 'dataOnly'>,
): Problem[] {
  const [first] = papers
  const title = (first === undefined ? form.words : wordsOn(form, first)).title.join('')
  const profile = profileFor(form, look)
  if (!form.profiles.includes(profile)) {
    return [stop('stock.unfit', null, { title, paper: paperStock[profile], papers: namesOf(form.profiles) })]
  }
  switch (form.kind) {
    case 'label':
      return labelProblems(title, form, profile, look.grid)
    case 'sheet':
      return sheetProblems(title, form, papers, profile, look.dataOnly)
    case 'placed':
      return []
  }
}
