import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formIds } from '#tests/forms/drawing'
import { difference } from '#tests/forms/pictures'
import { decodePng, encodePng } from '#tests/forms/png'
import { galleryFolder, samplePictures } from '#tests/forms/sample-pictures'

/** After a change that is meant: `node tests/forms/gallery.ts`, then look at the pictures that git calls changed. */
test('every form looks as it does in docs/forms', { timeout: 120_000 }, async () => {
  const pictures = await samplePictures()
  const changed = formIds.flatMap((id) => {
    const drawn = pictures.get(id)
    if (drawn === undefined) return [`${id}: not drawn`]
    const part = difference(decodePng(encodePng(drawn)), decodePng(readFileSync(new URL(`${id}.png`, galleryFolder))))
    return part > 0.002 ? [`${id}: ${(part * 100).toFixed(2)} % of the picture`] : []
  })
  expect(changed).toEqual([])
})

test('the gallery shows every form and nothing else', () => {
  expect(
    readdirSync(galleryFolder)
      .filter((name) => name.endsWith('.png'))
      .sort(),
  ).toEqual(formIds.map((id) => `${id}.png`).sort())
})
