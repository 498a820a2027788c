import type { ColDef } from 'ag-grid-community'

/** What our column says of its place in the list; it goes along in the grid's own definition. `hidden`: not shown until somebody asks for it. */
export type ColumnPlace = { readonly hidden: boolean; readonly rank: number; /** px a px at scale 1 takes */ readonly scale: number }

export const usualRank = 2

type Definition = Pick<ColDef, 'colId' | 'width' | 'pinned'> & { readonly context?: ColumnPlace }

/**
 * The columns that do not fit into so many px, unless the person chose which are shown: those of the highest rank go
 * first, of equal rank the one furthest right. The first column and the next step stay.
 */
export function withoutRoom(definitions: readonly Definition[], room: number): readonly string[] {
  const shown = definitions.filter(({ context }) => context?.hidden !== true)
  const going = shown
    .slice(1)
    .filter(({ pinned }) => !pinned)
    .reverse()
    .sort((a, b) => (b.context?.rank ?? usualRank) - (a.context?.rank ?? usualRank))
  let wanted = shown.reduce((sum, { width = 0 }) => sum + width, 0)
  return going.flatMap(({ colId = '', width = 0 }) => {
    if (wanted <= room) return []
    wanted -= width
    return [colId]
  })
}
