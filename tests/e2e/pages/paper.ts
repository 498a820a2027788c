import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { readPdf } from '#tests/forms/reading'

/** The preview of a paper: its pages are drawn, and the file behind it is what a person would save. */
export function paperOn(page: Page) {
  const preview = page.getByRole('region', { name: '预览' })
  return {
    preview,
    /** address of the file behind the preview; another one when it was drawn anew */
    file: () => preview.getByRole('link', { name: '下载' }).getAttribute('href'),
    isDrawn: async () => {
      await expect(preview.locator('canvas').first()).toBeVisible()
      // drawn once the canvas took the page's size
      await expect
        .poll(() =>
          preview
            .locator('canvas')
            .first()
            .evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.width : 0)),
        )
        .toBeGreaterThan(300)
    },
    /** all that is printed on each page of the downloaded file */
    download: async (): Promise<readonly string[]> => {
      const link = preview.getByRole('link', { name: '下载' })
      await link.focus()
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
      return (await readPdf(new Uint8Array(readFileSync(await download.path())))).map(({ texts }) => texts.map(({ text }) => text).join(''))
    },
  }
}
