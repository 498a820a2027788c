import { type PaperBase, type Place, type PlacedForm, wordsOn } from '../define.ts'
import type { FormWords } from '../words.ts'
import { drawWatermark, markText, nameOfCopy } from './furniture.ts'
import { createInk, type Ink, type Side } from './ink.ts'
import { keptLayer } from './kept.ts'
import type { Metrics } from './metrics.ts'
import type { Layer, Page } from './page.ts'
import { lineHeight, settingFor } from './setting.ts'
import type { Printable } from './sheet.ts'

function placeOf(printable: Printable<unknown>, words: FormWords, dataOnly: boolean): Place {
  return { number: printable.number, words, dataOnly }
}

/** The picture this paper lies on; null where it has none. */
export function pictureOf<P extends PaperBase>(form: PlacedForm<P>, printable: Printable<P>): string | null {
  return form.sheet(printable.paper, placeOf(printable, wordsOn(form, printable.paper), false)).picture?.sha256 ?? null
}

/** White kept at the lower edge for number, copy and mark, mm. */
const footMm = { below: 3, high: 3.2, beside: 8 } as const

/** Somebody else's sheet has no place for them: number, copy and mark stand small at the lower edge. */
function drawFoot(ink: Ink, { width, height }: { readonly width: number; readonly height: number }, { number, mark }: Printable<unknown>, copy: string): void {
  const marked = ink.setting.dataOnly && mark.kind === 'original' ? '' : markText(mark)
  const said = [number, ink.setting.dataOnly ? '' : copy, marked].filter((text) => text !== '').join('　')
  ink.write(said, { size: 7 }, { x: footMm.beside, y: height - footMm.below - footMm.high, width: width - 2 * footMm.beside, height: footMm.high }, { align: 'right', padding: 0, filled: true })
}

/** One page for each copy: the picture, and over it every text where it was placed. All of it is data to stock printed with the picture. */
export function layoutPlaced<P extends PaperBase>(form: PlacedForm<P>, printables: readonly Printable<P>[], metrics: Metrics, dataOnly: boolean): Page[] {
  const setting = settingFor(metrics, { continuous: false }, dataOnly)
  const drawn = (side: Side, draw: (ink: Ink) => void): Layer => {
    const ink = createInk(setting, side)
    draw(ink)
    return ink.layer()
  }
  return printables.flatMap((printable, paper) => {
    const words = wordsOn(form, printable.paper)
    const { width, height, picture, texts } = form.sheet(printable.paper, placeOf(printable, words, dataOnly))
    const sheet = { x: 0, y: 0, width, height }
    const ground = picture === null ? [] : keptLayer(form, `picture ${dataOnly} ${JSON.stringify(picture)} ${JSON.stringify(sheet)}`, () => drawn('blank', (ink) => ink.picture(picture, picture.sha256)))
    const watermark = keptLayer(form, `mark ${printable.mark.kind} ${dataOnly} ${JSON.stringify(sheet)}`, () => drawn('filled', (ink) => drawWatermark(ink, sheet, printable.mark)))
    const filled = drawn('filled', (ink) => {
      for (const { text, size, align, ...frame } of texts) {
        const isHigh = frame.height > 2 * lineHeight(setting, size)
        ink.write(text, { size }, frame, { align, vertical: isHigh ? 'top' : 'middle', padding: 0, filled: true })
      }
    })
    return words.copies.map((copy): Page => {
      const foot = drawn('filled', (ink) => drawFoot(ink, sheet, printable, nameOfCopy(copy)))
      return { paper, copy: copy.label, number: 1, count: 1, width, height, layers: [ground, watermark, filled, foot].filter((layer) => layer.length > 0) }
    })
  })
}
