import { expect, type Page } from '@playwright/test'
import { keysOf } from './keys.ts'

/** 旧件返厂: labels for what waits, packing by scan, seal and ship. */
export function oldPartsOn(page: Page) {
  const keys = keysOf(page)
  return {
    keys,
    open: async () => {
      await keys.press('Alt+4')
      await expect(page.getByRole('heading', { name: '旧件返厂' })).toBeVisible()
    },
    /** all that waits for a label gets one */
    labelAll: async () => {
      await expect(page.locator('.ag-cell-focus')).toBeVisible()
      await keys.press('Ctrl+a')
      await expect(page.locator('.grid-chosen')).toBeVisible()
      await keys.press('F4')
      await expect(page.getByRole('dialog')).toBeVisible()
      await keys.press('Ctrl+Enter')
    },
    newManifest: async () => {
      await keys.press('Alt+n')
      await expect(page.getByRole('textbox', { name: '扫标签' })).toBeFocused()
    },
    /** the gun types the text of the label and ends with Enter */
    scan: async (text: string, said: string | RegExp) => {
      await page.keyboard.type(text)
      await keys.press('Enter')
      await expect(page.getByRole('status').filter({ hasText: said })).toBeVisible()
    },
    state: page.locator('.step[data-at=now]'),
  }
}
