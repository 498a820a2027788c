import type { CanvasElement, Content, ContentCanvas, ContentText, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { mmPerPoint } from '#domain/paper-stock'
import { readPictureHead } from '#domain/picture'
import type { PictureBytes } from '#host/pdf/embed-picture'
import { type Item, itemsOf, type Page, type Picture, type QrCode, type TextRun } from '#forms/engine/page'

/** Ascent of each font in em, where pdfmake begins a line: it places the top of a line, we know its baseline. */
export type Ascents = Readonly<Record<TextRun['font'], number>>

/** The names under which reference.ts registers the three paper fonts. */
export const fontFamilies = {
  regular: { font: 'Paper', bold: false },
  bold: { font: 'Paper', bold: true },
  rare: { font: 'Rare', bold: false },
} as const

function points(mm: number): number {
  return mm / mmPerPoint
}

/** Widths come from the plain advances, so kerning and ligatures must stay off (settled.md 24). */
const plainSetting = { kern: false, liga: false, clig: false, calt: false, dlig: false }

function textNode({ text, x, y, font, size, colour }: TextRun, ascents: Ascents): Content {
  const node: ContentText = {
    text,
    ...fontFamilies[font],
    fontSize: size,
    color: colour,
    lineHeight: 1,
    noWrap: true,
    preserveLeadingSpaces: true,
    preserveTrailingSpaces: true,
    absolutePosition: { x: points(x), y: points(y) - ascents[font] * size },
  }
  // pdfkit takes an object to switch features off; the types of pdfmake only know the list that switches them on.
  return Object.assign(node, { fontFeatures: plainSetting })
}

function darkRuns(row: string): { start: number; length: number }[] {
  return [...row.matchAll(/1+/g)].map((match) => ({ start: match.index, length: match[0].length }))
}

function qrShapes({ x, y, size, rows }: QrCode): CanvasElement[] {
  const module = size / Math.max(1, rows.length)
  return rows.flatMap((row, index) =>
    darkRuns(row).map(({ start, length }): CanvasElement => ({
      type: 'rect',
      x: points(x + start * module),
      y: points(y + index * module),
      w: points(length * module),
      h: points(module),
      color: '#000000',
    })),
  )
}

function shapesOf(item: Item): CanvasElement[] {
  switch (item.kind) {
    case 'rule':
      return [
        {
          type: 'line',
          x1: points(item.x1),
          y1: points(item.y1),
          x2: points(item.x2),
          y2: points(item.y2),
          lineWidth: points(item.weight),
          lineColor: item.colour,
          lineCap: item.dashed ? 'butt' : 'square',
          ...(item.dashed ? { dash: { length: 3, space: 2 } } : {}),
        },
      ]
    case 'fill':
      return [{ type: 'rect', x: points(item.x), y: points(item.y), w: points(item.width), h: points(item.height), color: item.colour }]
    case 'ring':
      return [
        {
          type: 'ellipse',
          x: points(item.x + item.width / 2),
          y: points(item.y + item.height / 2),
          r1: points(item.width / 2),
          r2: points(item.height / 2),
          lineWidth: points(item.weight),
          lineColor: '#000000',
        },
      ]
    case 'qr':
      return qrShapes(item)
    case 'text':
    case 'picture':
      return []
  }
}

function pictureNode({ x, y, width, height, sha256 }: Picture, pictures: PictureBytes): Content {
  const bytes = Buffer.from(pictures.get(sha256) ?? new Uint8Array())
  const kind = readPictureHead(bytes)?.kind ?? 'png'
  return {
    image: `data:image/${kind};base64,${bytes.toString('base64')}`,
    width: points(width),
    height: points(height),
    absolutePosition: { x: points(x), y: points(y) },
  }
}

/** Neighbouring shapes go into one canvas; every node stands at an absolute place, so pdfmake lays nothing out. */
function nodesOf(page: Page, ascents: Ascents, pictures: PictureBytes): Content[] {
  const nodes: Content[] = []
  let shapes: CanvasElement[] = []
  const flush = (): void => {
    if (shapes.length > 0) nodes.push({ canvas: shapes, absolutePosition: { x: 0, y: 0 } } satisfies ContentCanvas)
    shapes = []
  }
  for (const item of itemsOf(page)) {
    if (item.kind === 'text' || item.kind === 'picture') {
      flush()
      nodes.push(item.kind === 'text' ? textNode(item, ascents) : pictureNode(item, pictures))
    } else shapes.push(...shapesOf(item))
  }
  flush()
  return nodes
}

/** A fresh tree for every call: pdfmake uses up the nodes it draws. All pages of a document have the size of the first. */
export function documentOf(pages: readonly Page[], ascents: Ascents, pictures: PictureBytes): TDocumentDefinitions {
  const width = points(pages[0]?.width ?? 210)
  const height = points(pages[0]?.height ?? 297)
  const content = pages.flatMap((page, index): Content[] => {
    const nodes = nodesOf(page, ascents, pictures)
    const turn: Content = { text: '', pageBreak: 'before' }
    return index === 0 ? nodes : [turn, ...nodes]
  })
  return {
    pageSize: { width, height },
    pageMargins: 0,
    language: 'zh-CN',
    defaultStyle: { font: 'Paper', fontSize: 9 },
    content,
  }
}
