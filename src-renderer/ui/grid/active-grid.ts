import { useEffect, useSyncExternalStore, type RefObject } from 'react'

// On a page with two grids the keys belong to the one that had the cursor last; before that to the one that takes it first.
let active = ''
const watchers = new Set<() => void>()

function activate(id: string): void {
  if (active === id) return
  active = id
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Whether the keys of the page act on this grid. */
export function useActiveGrid(id: string, place: RefObject<HTMLElement | null>, first: boolean): boolean {
  const now = useSyncExternalStore(watch, () => active)
  useEffect(() => {
    if (first || active === '') activate(id)
    const element = place.current
    const take = () => activate(id)
    element?.addEventListener('focusin', take)
    return () => {
      element?.removeEventListener('focusin', take)
      if (active === id) active = ''
    }
  }, [id, place, first])
  return now === id
}
