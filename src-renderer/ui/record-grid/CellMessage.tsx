import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { newRow } from './row-draft.ts'

type Place = { readonly left: number; readonly top: number; readonly above: boolean }
type Props = { readonly body: RefObject<HTMLElement | null>; readonly row: string; readonly field: string; readonly words: string }

const roomFor = { width: 300, height: 40 }

/** Beside which edge of the cell the words find room, within the rows; null while the cell is out of sight. */
function placeIn(body: HTMLElement | null, row: string, field: string): Place | null {
  const rows = row === newRow ? '.ag-row[row-index="t-0"]' : `.ag-row[row-id="${CSS.escape(row)}"]`
  const cell = body?.querySelector(`${rows} [col-id="${CSS.escape(field)}"]`)?.getBoundingClientRect()
  const within = body?.getBoundingClientRect()
  if (within === undefined || cell === undefined || cell.bottom < within.top || cell.top > within.bottom) return null
  const above = cell.bottom + roomFor.height > within.bottom
  return {
    left: Math.max(4, Math.min(cell.left - within.left, within.width - roomFor.width)),
    top: (above ? cell.top : cell.bottom) - within.top,
    above,
  }
}

/** What is wrong, said at the very cell; it follows the cell while the rows are scrolled. */
export function CellMessage({ body, row, field, words }: Props) {
  const [place, setPlace] = useState<Place | null>(null)
  const look = () =>
    setPlace((before) => {
      const next = placeIn(body.current, row, field)
      return JSON.stringify(before) === JSON.stringify(next) ? before : next
    })
  useLayoutEffect(look)
  useEffect(() => {
    const element = body.current
    element?.addEventListener('scroll', look, true)
    // A row that was just added is drawn by the grid a moment later.
    const timer = setTimeout(look, 80)
    return () => {
      element?.removeEventListener('scroll', look, true)
      clearTimeout(timer)
    }
  })
  if (place === null) return null
  return (
    <div className="record-why" data-above={place.above} style={{ left: place.left, top: place.top }}>
      × {words}
    </div>
  )
}
