import { useEffect, useState, type RefObject } from 'react'

/** Whether what lies in `place` has less room than it wants; `wanted` in px at scale 1. */
export function useTight(place: RefObject<HTMLElement | null>, wanted: number): boolean {
  const [isTight, setTight] = useState(false)
  useEffect(() => {
    const watched = place.current
    if (watched === null) return undefined
    const watcher = new ResizeObserver(() => {
      const scale = Number(getComputedStyle(watched).getPropertyValue('--scale')) || 1
      setTight(watched.clientWidth < wanted * scale - 1)
    })
    watcher.observe(watched)
    return () => watcher.disconnect()
  }, [place, wanted])
  return isTight
}

/** The part of its width a table can do with before it scrolls sideways. */
export const narrowable = 0.55
/** px at scale 1 of a column that takes what is left, unless it wants more itself */
const leastWidth = 80

type Sized = { readonly width?: number; readonly least?: number }

/**
 * Widths of a table's columns, given in px at scale 1. Where there is less room than all of them want, all give way in
 * proportion and their words wrap; columns without a width share what is left. `beside`: px of columns that are always there.
 */
export function useColumnWidths(place: RefObject<HTMLElement | null>, columns: readonly Sized[], beside = 0) {
  const wanted = columns.reduce((sum, { least = leastWidth, width = least }) => sum + width, beside)
  const isTight = useTight(place, wanted)
  const widthOf = ({ width, least = leastWidth }: Sized) =>
    isTight ? `${((width ?? least) / wanted) * 100}%` : width === undefined ? undefined : `calc(${width}px * var(--scale))`
  return { isTight, wanted, widthOf }
}
