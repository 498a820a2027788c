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
