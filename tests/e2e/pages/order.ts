import { expect, type Page } from '@playwright/test'
import { answered, keysOf } from './keys.ts'

/** One work order, opened by its number through Ctrl+K. */
export function orderOn(page: Page) {
  const keys = keysOf(page)
  const now = page.locator('.step[data-at=now]')
  return {
    keys,
    now,
    section: (title: string) => page.getByRole('region', { name: title, exact: true }),
    field: (label: string) => page.getByLabel(label, { exact: true }),
    no: () => page.locator('.order-number').innerText(),
    open: async (no: string) => {
      await keys.press('Ctrl+k')
      await page.keyboard.type(no)
      await expect(page.getByRole('option', { name: no }).first()).toHaveAttribute('aria-selected', 'true')
      await keys.press('Enter')
      await expect(page.locator('.order-number')).toHaveText(no)
    },
    /** Ctrl+Enter, and the order stands at the state it leads to */
    step: async (word: string, to: string) => {
      await expect(page.getByRole('button', { name: new RegExp(`^${word}`) }).first()).toBeEnabled()
      await keys.press('Ctrl+Enter')
      await expect(now).toHaveText(to)
    },
    missing: page.locator('.step-missing'),
    foot: page.locator('.order-foot'),
    /** into the first empty line of a table: the adding button has the focus, Enter opens it */
    addLine: async (title: string, column: string) => {
      await page.getByRole('region', { name: title, exact: true }).getByRole('button', { name: '添加一行' }).focus()
      await keys.press('Enter')
      await expect(page.getByRole('region', { name: title, exact: true }).getByLabel(column, { exact: true })).toBeFocused()
    },
    /** types into a finder cell until the hit is there, and takes it */
    take: async (text: string, hit: string | RegExp) => {
      await page.keyboard.type(text)
      const option = page.getByRole('option', { name: hit })
      await expect(option.first()).toBeVisible()
      await answered(page)
      for (let pressed = 0; pressed < 12 && (await option.first().getAttribute('aria-selected')) !== 'true'; pressed += 1)
        await keys.press('ArrowDown')
      await keys.press('Enter')
    },
    /** out of the cell that is being typed in; the cursor stays on it */
    leaveCell: async () => {
      await expect(page.locator('.lines td[data-column] :focus')).toBeVisible()
      await keys.press('Escape')
      await expect(page.locator('.lines td[data-column]:focus')).toBeVisible()
    },
    /** back to the order: the dialog and the list of hits are gone */
    closeDialog: async () => {
      await keys.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    },
    /** another text in place of the one that stands there */
    retype: async (label: string, text: string) => {
      await page.getByLabel(label, { exact: true }).focus()
      await keys.press('Ctrl+a')
      await keys.type(text)
    },
    save: async () => {
      await expect(page.getByRole('button', { name: /^保存/ })).toBeEnabled()
      await keys.press('Ctrl+s')
      await expect(page.locator('.order-foot')).toContainText('已全部保存')
    },
  }
}
