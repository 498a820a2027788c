import { expect, type Locator, type Page } from '@playwright/test'

/** A list whose rows are edited in place, as a person with a keyboard uses it. `row`: its place from the top, or the new one. */
export const newRow = 't-0'

export async function openList(page: Page, view: string, name: string): Promise<void> {
  await page.evaluate((list) => {
    window.location.hash = `/catalogue?view=${list}`
  }, view)
  const list = page.getByRole('region', { name, exact: true })
  await expect(list.locator('.ag-cell-focus, .grid-empty').first()).toBeVisible()
}

export const cell = (page: Page, field: string, row: string | number = 0): Locator =>
  page.locator(`.record-grid .ag-row[row-index="${row}"] [col-id="${field}"]`)
/** the cell that is open for typing */
export const editor = (page: Page): Locator => page.locator('.record-editor input, .record-editor select')

/** F2, what is typed in place of what stood there, Enter. */
export async function put(page: Page, field: string, row: string | number, text: string): Promise<void> {
  await expect(cell(page, field, row)).toBeFocused()
  await page.keyboard.press('F2')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect(editor(page)).toHaveCount(0)
  await expect(cell(page, field, row)).toBeFocused()
}

/** Alt+N: the first cell of the new row is open. */
export async function addRow(page: Page): Promise<void> {
  await page.keyboard.press('Alt+n')
  await expect(editor(page)).toBeFocused()
}

/** Types into the open cell and goes on to the next one. */
export async function typeOn(page: Page, text: string, next: string): Promise<void> {
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
  await expect(cell(page, next, newRow).locator('input, select')).toBeFocused()
}

export async function saveRow(page: Page, name: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.record-saved [role=status]')).toContainText(name)
}
