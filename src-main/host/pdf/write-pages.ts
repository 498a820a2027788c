import type { FontName, Layer, Page } from '#forms/engine/page'
import { catalogueOf, infoOf, type PdfMeta } from './document-info.ts'
import { embedFont } from './embed-font.ts'
import { embedPicture, type PictureBytes } from './embed-picture.ts'
import { createGlyphSet, type GlyphSet } from './font-subset.ts'
import { fontNames, type Names, operatorsOf, points } from './operators.ts'
import type { PaperFonts } from './paper-fonts.ts'
import { createPdfFile, latin1, type TakePiece } from './pdf-file.ts'

/** A document that takes pages as they come and hands on its bytes as they are written. What pages share is a layer that is the same object: it is written once. */
export type PageWriter = {
  readonly add: (pages: readonly Page[]) => void
  readonly finish: () => void
}

const fontOrder: readonly FontName[] = ['regular', 'bold', 'rare']
/** `pictures`: the bytes of those the pages show. @throws Error where one is not among them. */
export function createPageWriter(fonts: PaperFonts, meta: PdfMeta, take: TakePiece, pictures: PictureBytes = new Map()): PageWriter {
  const file = createPdfFile(take)
  const tree = file.reserve()
  /** Named by every page: an archive does not let pages inherit their fonts. */
  const resources = file.reserve()
  /** Weak: a long document does not keep the pages it has written. */
  const streams = new WeakMap<Layer, number>()
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
  function streamOf(layer: Layer, height: number): number {
    const known = streams.get(layer)
    if (known !== undefined) return known
    const id = file.stream('', latin1(operatorsOf(layer, height, names)))
    streams.set(layer, id)
    return id
  }
  function writePage({ width, height, layers }: Page): void {
    const contents = layers.map((layer) => `${streamOf(layer, height)} 0 R`)
    kids.push(
      file.put(
        `<</Type/Page/Parent ${tree} 0 R/Resources ${resources} 0 R/MediaBox[0 0 ${points(width)} ${points(height)}]/Contents[${contents.join(' ')}]>>`,
      ),
    )
  }
  function embedFonts(): string {
    return fontOrder
      .flatMap((name) => {
        const set = glyphs.get(name)
        if (set === undefined) return []
        const paperFont = fonts(name)
        return [`/${fontNames[name]} ${embedFont(file, paperFont.font, paperFont.name, set)} 0 R`]
      })
      .join('')
  }
  return {
    add: (pages) => pages.forEach(writePage),
    finish: () => {
      const pictured = [...embedded.values()].map(({ name, id }) => `/${name} ${id} 0 R`).join('')
      file.put(`<</Font<<${embedFonts()}>>${pictured === '' ? '' : `/XObject<<${pictured}>>`}>>`, resources)
      file.put(`<</Type/Pages/Count ${kids.length}/Kids[${kids.map((id) => `${id} 0 R`).join(' ')}]>>`, tree)
      file.finish(file.put(catalogueOf(file, tree, meta)), file.put(infoOf(meta)))
    },
  }
}
