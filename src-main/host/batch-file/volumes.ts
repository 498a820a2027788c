import type { BatchOrder, BatchVoucher, PaperFile } from '#handlers/services'
import type { Paper } from './build.ts'
import { volumeName } from './names.ts'

/**
 * Vouchers drawn into one PDF. Alone, each of them brings its own fonts (59 kB and 11.6 ms); in a volume they share them.
 * Measured over 10,000: volumes of 100 …; more in one hardly gains and makes the file slow to open.
 */
const vouchersPerVolume = 200

type Drawn = { readonly bytes: Uint8Array; readonly pages: readonly { readonly paper: number }[] }
/** Draws the `nth` volume beside the main thread. */
export type DrawVolume = (file: PaperFile, nth: number) => Promise<Drawn>

/** The vouchers of each volume. */
export function portionsOf(vouchers: readonly BatchVoucher[]): (readonly BatchVoucher[])[] {
  return Array.from({ length: Math.ceil(vouchers.length / vouchersPerVolume) }, (_, nth) => vouchers.slice(nth * vouchersPerVolume, (nth + 1) * vouchersPerVolume))
}

function paperOf(name: string, vouchers: readonly BatchVoucher[], { bytes, pages }: Drawn): Paper {
  const counts = new Map<number, number>()
  for (const { paper } of pages) counts.set(paper, (counts.get(paper) ?? 0) + 1)
  let page = 1
  return {
    name, bytes,
    vouchers: vouchers.map((voucher, nth) => {
      const place = { ...voucher, file: name, page, pages: counts.get(nth) ?? 0 }
      page += place.pages
      return place
    }),
  }
}

/**
 * All vouchers in volumes, in the order of the claims. The `hands` draw in turn, two volumes ahead each: so none of them
 * waits for another, and drawn volumes do not heap up.
 */
export async function* drawVolumes(vouchers: readonly BatchVoucher[], volumeOf: BatchOrder['volumeOf'], hands: readonly DrawVolume[]): AsyncGenerator<Paper> {
  const portions = portionsOf(vouchers)
  const coming: Promise<Paper>[] = []
  const begin = (nth: number): void => {
    const portion = portions[nth]
    const draw = hands[nth % hands.length]
    if (portion === undefined || draw === undefined) return
    const paper = draw(volumeOf(portion), nth).then((drawn) => paperOf(volumeName(nth + 1), portion, drawn))
    // awaited below, in its turn; until then its failure must not count as forgotten
    paper.catch(() => undefined)
    coming.push(paper)
  }
  for (let nth = 0; nth < 2 * hands.length; nth += 1) begin(nth)
  for (let nth = 2 * hands.length; ; nth += 1) {
    const paper = coming.shift()
    if (paper === undefined) return
    yield await paper
    begin(nth)
  }
}
