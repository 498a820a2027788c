import { expect, type Page } from '@playwright/test'
import { orderOn } from './order.ts'
import { paperOn } from './paper.ts'

/** 求援: from the order to the maker and back, by the keyboard. */
export function requestOn(page: Page) {
  const {
    keys: { press, type, strokes },
    now,
    closeDialog,
  } = orderOn(page)
  return {
    /** from the opened order: the first part line, in its full number; says how many keys that took */
    borrow: async (part: string) => {
      const before = strokes()
      await press('Ctrl+b')
      await expect(page.getByLabel(`${part} 数量`)).toBeFocused()
      await press('Ctrl+Enter')
      await expect(page.getByText('求援单已建立')).toBeVisible()
      return strokes() - before
    },
    /** the maker agreed on the telephone */
    agree: async (by: string) => {
      await expect(now).toHaveText('草稿')
      await press('Ctrl+Enter')
      await expect(page.getByLabel('同意人').last()).toBeFocused()
      await type(by)
      await press('Ctrl+Enter')
      await expect(now).toHaveText('已征得同意')
    },
    /** F15 goes out; `look` at the paper while it is shown */
    send: async (look: (paper: ReturnType<typeof paperOn>) => Promise<void> = async () => undefined) => {
      await press('Ctrl+Enter')
      await expect(page.getByRole('checkbox', { name: /已由负责人审核/ })).toBeFocused()
      await press('Space', 'Ctrl+Enter')
      await paperOn(page).isDrawn()
      await look(paperOn(page))
      await closeDialog()
      await expect(now).toHaveText('已发出')
    },
    /** the maker sent it, and all of it is here */
    arrive: async (waybill: string, part: string) => {
      await expect(now).toHaveText('已发出')
      await press('Ctrl+Enter')
      await expect(page.getByLabel('厂方运单号').last()).toBeFocused()
      await type(waybill)
      await press('Ctrl+Enter')
      await expect(now).toHaveText('厂方已发')
      await press('Ctrl+Enter')
      await expect(page.getByRole('dialog').getByLabel(`${part} 数量`)).toBeFocused()
      await press('Ctrl+Enter')
      await expect(now).toHaveText('已到货')
    },
  }
}
