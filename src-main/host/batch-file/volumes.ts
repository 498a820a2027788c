import type { BatchOrder, BatchVoucher, PaperFile } from '#handlers/services'
import type { Paper } from './build.ts'
import { volumeName } from './names.ts'

/**
 * Vouchers drawn into one PDF. Alone, each of them brings its own fonts: 59 kB and 11.6 ms. 100 in a volume take 3.8 kB each,
 * 200 3.2, 1,000 2.5; larger ones hardly gain and are slow to open.
 */
const vouchersPerVolume = 200

type Drawn = { readonly bytes: Uint8Array; readonly pages: readonly { readonly paper: number }[] }
/** Draws the `nth` volume beside the main thread. */
export type DrawVolume = (file: PaperFile, nth: number) => Promise<Drawn>

/** The vouchers of each volume. */
export function portionsOf(vouchers: readonly BatchVoucher[]): (readonly BatchVoucher[])[] {
  return Array.from({ length: Math.ceil(vouchers.length / vouchersPerVolume) }, (_, nth) =>
    vouchers.slice(nth * vouchersPerVolume, (nth + 1) * vouchersPerVolume),
  )
}

function paperOf(name: string, vouchers: readonly BatchVoucher[], { bytes, pages }: Drawn): Paper {
  const counts = new Map<number, number>()
  for (const { paper } of pages) counts.set(paper, (counts.get(paper) ?? 0) + 1)
  let page = 1
  return {
    name,
    bytes,
    vouchers: vouchers.map((voucher, nth) => {
      const place = { ...voucher, file: name, page, pages: counts.get(nth) ?? 0 }
      page += place.pages
      return place
    }),
  }
}

/**
 * The volumes in order; drawing begins at once. The `hands` draw in turn, two volumes ahead each: so none of them waits for
 * another, and drawn volumes do not heap up.
 */
export function drawVolumes(
  portions: readonly (readonly BatchVoucher[])[],
  volumeOf: BatchOrder['volumeOf'],
  hands: readonly DrawVolume[],
): AsyncIterable<Paper> {
  const coming: Promise<Paper>[] = []
  let begun = 0
  const begin = (): void => {
    const nth = begun
    const portion = portions[nth]
    const draw = hands[nth % hands.length]
    if (portion === undefined || draw === undefined) return
    const paper = draw(volumeOf(portion), nth).then((drawn) => paperOf(volumeName(nth + 1), portion, drawn))
    // awaited below, in its turn; until then its failure must not count as forgotten
    paper.catch(() => undefined)
    coming.push(paper)
    begun += 1
  }
  async function* inOrder(): AsyncGenerator<Paper> {
    for (let paper = coming.shift(); paper !== undefined; paper = coming.shift()) {
      yield await paper
      begin()
    }
  }
  while (begun < Math.min(2 * hands.length, portions.length)) begin()
  return inOrder()
}
