import type { Page } from '@playwright/test'

export const rowsIn = '.ag-row'
export const dialog = '[role=dialog]'
export const verdict = '#section-verdict .verdict'
export const drawn = '.pdf-page canvas[style*="width"]'

/** A key, and what it brings up. */
export async function opened(page: Page, key: string, what: string): Promise<void> {
  await page.keyboard.press(key)
  await page.locator(what).first().waitFor({ timeout: 20_000 })
}

/** A button by its Chinese or English word, and what it brings up. */
export async function pressed(page: Page, word: RegExp, what: string): Promise<void> {
  await page.getByRole('button', { name: word }).first().click({ timeout: 20_000 })
  await page.locator(what).first().waitFor({ timeout: 20_000 })
}

/** All rows of the list: the foot says how many. A list just coming may take its cursor away first; a person presses again. */
export async function chosen(page: Page): Promise<void> {
  const isSaid = async () => {
    await page.locator(`${rowsIn} .ag-cell`).last().focus()
    await page.keyboard.press('Control+a')
    return page
      .locator('.grid-chosen')
      .first()
      .waitFor({ timeout: 4000 })
      .then(
        () => true,
        () => false,
      )
  }
  for (let tries = 0; tries < 5; tries += 1) if (await isSaid()) return
  throw new Error('the rows were not chosen')
}

/** The first row under the cursor, and what it shows beside the list. */
export async function firstRow(page: Page, what: string): Promise<void> {
  await page.locator(`${rowsIn} .ag-cell`).first().click()
  await page.locator(what).first().waitFor()
}
