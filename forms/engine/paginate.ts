import type { Piece } from './piece.ts'

export type Placed = { readonly piece: Piece; readonly y: number }

/** Parts that must stand together: each part with the sticky ones after it, headings with what they head. */
function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last !== undefined && (piece.sticky || last.at(-1)?.leads === true)) last.push(piece)
    else groups.push([piece])
  }
  return groups
}

function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.height, 0)
}

/** Fills pages from top to bottom, repeating table heads. A group higher than a page is split rather than lost. */
function paginate(pieces: readonly Piece[], top: number, bottom: number, isOwnSheet: boolean): Placed[][] {
  const pages: Placed[][] = [[]]
  let y = top
  let rows = 0
  const put = (piece: Piece): void => {
    pages.at(-1)?.push({ piece, y })
    y += piece.height
    if (piece.rowsPerPage !== undefined) rows += 1
  }
  const turn = (next: Piece | undefined): void => {
    pages.push([])
    y = top
    rows = 0
    if (next?.head) put(next.head)
  }
  for (const group of groupsOf(pieces)) {
    const empty = pages.at(-1)?.length === 0
    const isBlankOnly = group.every((piece) => piece.spare === true)
    if (!isOwnSheet && isBlankOnly && y + heightOf(group) > bottom + 0.01) continue
    const isFull = rows >= (group[0]?.rowsPerPage ?? Infinity)
    if (!empty && (isFull || y + heightOf(group) > bottom + 0.01)) turn(group[0])
    const isTooHigh = heightOf(group) > bottom - top - (group[0]?.head?.height ?? 0)
    for (const piece of group) {
      if (y + piece.height > bottom + 0.01 && y > top && isTooHigh) turn(piece)
      put(piece)
    }
  }
  return pages
}

/**
 * The parts on their pages, between `top` and `bottom` (mm). Blank rows fill pages that are needed anyway and never make one
 * of their own; on another sheet than the form's own they do not turn the page either.
 */
function pagesOf(pieces: readonly Piece[], top: number, bottom: number, isOwnSheet: boolean): Placed[][] {
  const needed = paginate(
    pieces.filter((piece) => piece.spare !== true),
    top,
    bottom,
    isOwnSheet,
  ).length
  let kept = [...pieces]
  let pages = paginate(kept, top, bottom, isOwnSheet)
  while (pages.length > needed) {
    const last = kept.findLastIndex((piece) => piece.spare === true)
    kept = kept.toSpliced(last, 1)
    pages = paginate(kept, top, bottom, isOwnSheet)
  }
  return pages
}

/**
 * The parts on their pages. What is filled into printed stock turns the page where the blank stock does, its rows in the boxes
 * that the stock has; should it have too few, none is lost, but then the pages are not the stock's.
 */
export function fillPages(pieces: readonly Piece[], top: number, bottom: number, isOwnSheet: boolean): Placed[][] {
  const boxed = pieces.filter((piece) => piece.boxed === true)
  if (boxed.length === 0) return pagesOf(pieces, top, bottom, isOwnSheet)
  const asStock = pieces.map((piece) => (piece.boxed === true ? { ...piece, spare: true } : piece))
  const pages = pagesOf(asStock, top, bottom, isOwnSheet).map((page) =>
    page.map(({ piece, y }) => {
      const row = piece.spare === true ? boxed.findIndex(({ head }) => head === piece.head) : -1
      return { piece: boxed.splice(row, row === -1 ? 0 : 1)[0] ?? piece, y }
    }),
  )
  return boxed.length === 0 ? pages : pagesOf(pieces, top, bottom, isOwnSheet)
}
