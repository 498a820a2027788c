import { useSyncExternalStore } from 'react'
import { useAppearance } from '../../theme/appearance.ts'

/** How much of their columns the lists of the board have room for, the most first. */
const rooms = [
  { room: 'wide', from: 1600 },
  { room: 'usual', from: 1200 },
  { room: 'narrow', from: 960 },
  { room: 'least', from: 0 },
] as const
type BoardRoom = (typeof rooms)[number]['room']

function onResize(told: () => void): () => void {
  window.addEventListener('resize', told)
  return () => window.removeEventListener('resize', told)
}

/** The window's width as the chosen size of type sees it. */
export function useBoardRoom(): BoardRoom {
  const { scale } = useAppearance().appearance
  const width = useSyncExternalStore(onResize, () => window.innerWidth) / scale
  return rooms.find(({ from }) => width >= from)?.room ?? 'least'
}
