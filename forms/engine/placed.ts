import { type PaperBase, type PlacedForm, type PlacedText, wordsOn } from '../define.ts'
import { drawWatermark, markText, nameOfCopy } from './furniture.ts'
import { createInk, type Ink, type Side } from './ink.ts'
import { keptLayer } from './kept.ts'
import type { Metrics } from './metrics.ts'
import type { Layer, Page } from './page.ts'
import { lineHeight, settingFor } from './setting.ts'
import type { Printable } from './sheet.ts'

/** White kept at the lower edge for number, copy and mark, mm. */
const footMm = { below: 3, high: 3.2, beside: 8 } as const

/** Somebody else's sheet has no place for them: number, copy and mark stand small at the lower edge. */
function drawFoot(
  ink: Ink,
  { width, height }: { readonly width: number; readonly height: number },
  { number, mark }: Printable<unknown>,
  copy: string,
): void {
  const marked = ink.setting.dataOnly && mark.kind === 'original' ? '' : markText(mark)
  const said = [number, ink.setting.dataOnly ? '' : copy, marked].filter((text) => text !== '').join('　')
  ink.write(
    said,
    { size: 7 },
    { x: footMm.beside, y: height - footMm.below - footMm.high, width: width - 2 * footMm.beside, height: footMm.high },
    { align: 'right', padding: 0, filled: true },
  )
}

function drawTexts(ink: Ink, texts: readonly PlacedText[]): void {
  for (const { text, size, align, printed, ...frame } of texts) {
    const isHigh = frame.height > 2 * lineHeight(ink.setting, size)
    ink.write(text, { size }, frame, { align, vertical: isHigh ? 'top' : 'middle', padding: 0, filled: !printed })
  }
}

/** One page for each copy: the picture, and over it every text where it was placed. Picture and fixed words are what stock is printed with. */
export function layoutPlaced<P extends PaperBase>(
  form: PlacedForm<P>,
  printables: readonly Printable<P>[],
  metrics: Metrics,
  dataOnly: boolean,
): Page[] {
  const setting = settingFor(metrics, { continuous: false }, dataOnly)
  const drawn = (side: Side, draw: (ink: Ink) => void): Layer => {
    const ink = createInk(setting, side)
    draw(ink)
    return ink.layer()
  }
  return printables.flatMap((printable, paper) => {
    const words = wordsOn(form, printable.paper)
    const { width, height, picture, texts } = form.sheet(printable.paper, { number: printable.number, words, dataOnly })
    const sheet = { x: 0, y: 0, width, height }
    const printed = texts.filter((text) => text.printed)
    const ground = keptLayer(form, `blank ${dataOnly} ${JSON.stringify([sheet, picture, printed])}`, () =>
      drawn('blank', (ink) => {
        if (picture !== null) ink.picture(picture, picture.sha256, false)
        drawTexts(ink, printed)
      }),
    )
    const watermark = keptLayer(form, `mark ${printable.mark.kind} ${dataOnly} ${JSON.stringify(sheet)}`, () =>
      drawn('filled', (ink) => drawWatermark(ink, sheet, printable.mark)),
    )
    const filled = drawn('filled', (ink) => drawTexts(ink, texts))
    return words.copies.map((copy): Page => {
      const foot = drawn('filled', (ink) => drawFoot(ink, sheet, printable, nameOfCopy(copy)))
      return {
        paper,
        copy: copy.label,
        number: 1,
        count: 1,
        width,
        height,
        layers: [ground, watermark, filled, foot].filter((layer) => layer.length > 0),
      }
    })
  })
}
