import { type Frame, itemsOf, type Page, type Rule, type TextRun } from '#forms/engine/page'

export const tolerance = 0.05

export function runsOf(page: Page): TextRun[] {
  return itemsOf(page).filter((item) => item.kind === 'text')
}

export function rulesOf(page: Page): Rule[] {
  return itemsOf(page).filter((item) => item.kind === 'rule')
}

/** The ink of a run: from 0.88 em above the baseline to 0.12 em below it. */
export function boxOf({ x, y, width, size }: TextRun): Frame {
  const em = size * (25.4 / 72)
  return { x, y: y - 0.88 * em, width, height: em }
}

function isInside(inner: Frame, outer: Frame): boolean {
  return (
    inner.x >= outer.x - tolerance &&
    inner.y >= outer.y - tolerance &&
    inner.x + inner.width <= outer.x + outer.width + tolerance &&
    inner.y + inner.height <= outer.y + outer.height + tolerance
  )
}

function overlap(a: Frame, b: Frame): boolean {
  return (
    a.x + a.width > b.x + tolerance &&
    b.x + b.width > a.x + tolerance &&
    a.y + a.height > b.y + tolerance &&
    b.y + b.height > a.y + tolerance
  )
}

/** Texts that leave their cell or the sheet. */
export function strayTexts(page: Page): string[] {
  const sheet = { x: 0, y: 0, width: page.width, height: page.height }
  return runsOf(page)
    .filter((run) => !isInside(boxOf(run), run.frame) || !isInside(boxOf(run), sheet))
    .map((run) => run.text)
}

/** Pairs of texts that lie over each other; marks may lie over everything. */
export function overlappingTexts(page: Page): string[] {
  const boxes = runsOf(page)
    .filter((run) => run.layer === 'form')
    .map((run) => ({ text: run.text, box: boxOf(run) }))
  boxes.sort((a, b) => a.box.y - b.box.y)
  return boxes.flatMap(({ text, box }, index) => {
    const found: string[] = []
    for (let other = index + 1; other < boxes.length; other += 1) {
      const next = boxes[other]
      if (next === undefined || next.box.y > box.y + box.height) break
      if (overlap(box, next.box)) found.push(`${text} / ${next.text}`)
    }
    return found
  })
}

/** Rules that run through a text. */
export function crossedTexts(page: Page): string[] {
  const rules = rulesOf(page).filter((rule) => !rule.dashed && rule.weight >= 0.19)
  return runsOf(page)
    .filter((run) => run.layer === 'form' && run.text !== '✓')
    .flatMap((run) => {
      const { x, y, width, height } = boxOf(run)
      const core = { x: x + 0.3, y: y + height * 0.15, width: width - 0.6, height: height * 0.7 }
      return rules.some(({ x1, y1, x2, y2 }) => x1 < core.x + core.width && x2 > core.x && y1 < core.y + core.height && y2 > core.y)
        ? [run.text]
        : []
    })
}

/** The words in one cell without blanks, lines joined: what a reader sees in it. */
export function cellTexts(page: Page): string[] {
  const cells = new Map<Frame, string>()
  for (const run of runsOf(page)) cells.set(run.frame, (cells.get(run.frame) ?? '') + run.text)
  return [...cells.values()].map(squeezed)
}

export function squeezed(text: string): string {
  return text.replace(/\s/gu, '')
}

/** Left edges and widths of the cells whose text is one of `titles`, in order from the left. */
export function headCells(page: Page, titles: readonly string[]): { title: string; x: number; mm: number }[] {
  const found = new Map<string, Frame>()
  const frames = new Map<Frame, string>()
  for (const run of runsOf(page)) if (run.font === 'bold') frames.set(run.frame, (frames.get(run.frame) ?? '') + run.text)
  for (const [frame, text] of frames) if (titles.includes(text) && !found.has(text)) found.set(text, frame)
  return titles.flatMap((title) => {
    const frame = found.get(title)
    return frame === undefined ? [] : [{ title, x: frame.x, mm: frame.width }]
  })
}
