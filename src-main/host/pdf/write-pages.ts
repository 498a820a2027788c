import type { FontName, Item, Page } from '#forms/engine/page'
import { catalogueOf, infoOf, type PdfMeta } from './document-info.ts'
import { embedFont } from './embed-font.ts'
import { embedPicture, type PictureBytes } from './embed-picture.ts'
import { createGlyphSet, type GlyphSet } from './font-subset.ts'
import { fontNames, type Ink, inksOf, type Names, operatorsOf, point } from './operators.ts'
import type { PaperFonts } from './paper-fonts.ts'
import { createPdfFile, latin1, type PdfFile } from './pdf-file.ts'
import { createSharing, type Part } from './sharing.ts'

/** A document that takes pages as they come. */
export type PageWriter = {
  /** Whole papers with all their copies: what copies and papers share is looked for among the pages given together. */
  readonly add: (pages: readonly Page[]) => void
  readonly finish: () => Uint8Array<ArrayBuffer>
}

const pointsPerMm = 72 / 25.4
const fontOrder: readonly FontName[] = ['regular', 'bold', 'rare']
/** Longer ones are hardly ever written twice. */
const longestKnown = 2000

/** Gives every part a stream; equal short ones share it. */
function createStreams(file: PdfFile) {
  const ofPart = new Map<Part, number>()
  const ofShort = new Map<string, number>()
  return (part: Part): number => {
    const known = ofPart.get(part)
    if (known !== undefined) return known
    const operators = operatorsOf(part.inks)
    const id = ofShort.get(operators) ?? file.stream('', latin1(operators))
    ofPart.set(part, id)
    if (operators.length <= longestKnown) ofShort.set(operators, id)
    return id
  }
}

/** `pictures`: the bytes of those the pages show. @throws Error where one is not among them. */
export function createPageWriter(fonts: PaperFonts, meta: PdfMeta, pictures: PictureBytes = new Map()): PageWriter {
  const file = createPdfFile()
  const tree = file.reserve()
  /** Named by every page: an archive does not let pages inherit their fonts. */
  const resources = file.reserve()
  const sharing = createSharing()
  const streamOf = createStreams(file)
  const glyphs = new Map<FontName, GlyphSet>()
  const embedded = new Map<string, { readonly name: string; readonly id: number }>()
  const kids: number[] = []

  const names: Names = {
    encode: (font, text) => {
      let set = glyphs.get(font)
      if (set === undefined) glyphs.set(font, (set = createGlyphSet()))
      return set.encode(text)
    },
    picture: (sha256) => {
      const known = embedded.get(sha256)
      if (known !== undefined) return known.name
      const bytes = pictures.get(sha256)
      if (bytes === undefined) throw new Error(`the picture ${sha256} was not brought along`)
      const picture = { name: `P${embedded.size + 1}`, id: embedPicture(file, bytes) }
      embedded.set(sha256, picture)
      return picture.name
    },
  }
  function writePage({ width, height }: Page, parts: readonly Part[]): void {
    const contents = parts.map((part) => `${streamOf(part)} 0 R`)
    kids.push(file.put(`<</Type/Page/Parent ${tree} 0 R/Resources ${resources} 0 R/MediaBox[0 0 ${point(width * pointsPerMm)} ${point(height * pointsPerMm)}]/Contents[${contents.join(' ')}]>>`))
  }
  function embedFonts(): string {
    return fontOrder.flatMap((name) => {
      const set = glyphs.get(name)
      if (set === undefined) return []
      const paperFont = fonts(name)
      return [`/${fontNames[name]} ${embedFont(file, paperFont.font, paperFont.name, set)} 0 R`]
    }).join('')
  }
  return {
    add: (pages) => {
      const known = new Map<Item, Ink>()
      const split = sharing.split(pages, pages.map((page) => inksOf(page, names, known)))
      for (const [index, page] of pages.entries()) writePage(page, split[index] ?? [])
    },
    finish: () => {
      const pictured = [...embedded.values()].map(({ name, id }) => `/${name} ${id} 0 R`).join('')
      file.put(`<</Font<<${embedFonts()}>>${pictured === '' ? '' : `/XObject<<${pictured}>>`}>>`, resources)
      file.put(`<</Type/Pages/Count ${kids.length}/Kids[${kids.map((id) => `${id} 0 R`).join(' ')}]>>`, tree)
      return file.finish(file.put(catalogueOf(file, tree, meta)), file.put(infoOf(meta)))
    },
  }
}
