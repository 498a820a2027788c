import { noOffset, type Offset } from '#domain/paper-stock'
import type { Item, Layer, Page } from './page.ts'

function moved(item: Item, x: number, y: number): Item {
  if (item.kind === 'rule') return { ...item, x1: item.x1 + x, x2: item.x2 + x, y1: item.y1 + y, y2: item.y2 + y }
  if (item.kind === 'text')
    return { ...item, x: item.x + x, y: item.y + y, frame: { ...item.frame, x: item.frame.x + x, y: item.frame.y + y } }
  return { ...item, x: item.x + x, y: item.y + y }
}

/**
 * Everything on each sheet moved by `offset`, against what the printer does; with each sheet after the first by `drift`
 * more, for paper that creeps in the tractor. `before`: sheets of the same print already laid out.
 */
export function movedBy(pages: readonly Page[], { x, y, drift }: Offset, before = 0): Page[] {
  if (x === noOffset.x && y === noOffset.y && drift === noOffset.drift) return [...pages]
  const known = new Map<Layer, Layer>()
  return pages.map((page, sheet) => {
    if (drift !== 0) known.clear() // every sheet by another length
    const layers = page.layers.map((layer) => {
      const there = known.get(layer) ?? layer.map((item) => moved(item, x, y + (before + sheet) * drift))
      known.set(layer, there)
      return there
    })
    return { ...page, layers }
  })
}
