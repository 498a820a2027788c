import { resources } from '#host/resources'
import { openPaperFonts } from '#host/pdf/paper-fonts'
import type { FormId } from '#forms/index'
import { formIds, layoutOf, madeAt, sampleOf } from './drawing.ts'
import { type Picture, picturesOf } from './pictures.ts'
import { writtenPages } from './written-pages.ts'

/** Where the gallery of README stands; the same pictures are what the test of every form compares with. */
export const galleryFolder = new URL('../../docs/forms/', import.meta.url)

export const dotsPerInch = 72

/** The first page of the ordinary sample of every form, on its own sheet. All go through one document: fonts are read once. */
export async function samplePictures(): Promise<Map<FormId, Picture>> {
  const pages = formIds.flatMap((id, index) =>
    layoutOf(id, [sampleOf(id)])
      .slice(0, 1)
      .map((page) => ({ ...page, paper: index })),
  )
  const pictures = await picturesOf(
    writtenPages(openPaperFonts(resources().fonts), { title: 'samples', createdAt: madeAt }, pages),
    dotsPerInch,
  )
  return new Map(
    formIds.flatMap((id, index) => {
      const picture = pictures[index]
      return picture === undefined ? [] : [[id, picture]]
    }),
  )
}
