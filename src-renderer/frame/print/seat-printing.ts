/** How this seat prints; kept in this browser or on this desk. A printer of null asks each time. */
export type SeatPrinting = { readonly stock: 'default' | 'sheet4'; readonly papers: string | null; readonly labels: string | null }

const storageKey = 'seat-printing'
const standard: SeatPrinting = { stock: 'default', papers: null, labels: null }

function nameOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** Takes only what is understood of what was stored. */
export function readSeatPrinting(): SeatPrinting {
  try {
    const stored: Partial<Record<keyof SeatPrinting, unknown>> = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return { stock: stored.stock === 'sheet4' ? 'sheet4' : 'default', papers: nameOf(stored.papers), labels: nameOf(stored.labels) }
  } catch {
    return standard
  }
}

export function storeSeatPrinting(printing: SeatPrinting): void {
  localStorage.setItem(storageKey, JSON.stringify(printing))
}
