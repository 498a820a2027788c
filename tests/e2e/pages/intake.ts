import { expect, type Page } from '@playwright/test'
import { keysOf } from './keys.ts'

/** 新工单, from any page, by the keyboard alone. */
export function intakeOn(page: Page) {
  const keys = keysOf(page)
  return {
    keys,
    open: async () => {
      await keys.press('Alt+n')
      await expect(page.getByLabel('查找用户或车辆')).toBeFocused()
    },
    /** types into the search and takes the first hit */
    find: async (text: string, hit: string | RegExp) => {
      await keys.enter(text)
      await expect(page.getByRole('option', { name: hit }).first()).toBeVisible()
      await keys.press('Enter')
    },
    /** somebody nobody knows, with a complaint that is not finished; what is typed is kept */
    begin: async (name: string, statement: string) => {
      await keys.press('Alt+n')
      await expect(page.getByLabel('查找用户或车辆')).toBeFocused()
      await keys.enter(name)
      await expect(page.getByRole('option', { name: /新建/ }).first()).toBeVisible()
      await keys.press('Enter')
      await expect(page.getByLabel('电话', { exact: true })).toBeFocused()
      await page.getByLabel('故障现象').focus()
      await keys.enter(statement)
      await expect(page.locator('.order-foot')).toContainText('草稿已保存')
    },
    /** mileage, technician, complaint: each ends with Enter, which leads to the next */
    tell: async ({
      mileage,
      technician,
      statement,
    }: {
      readonly mileage: string
      readonly technician: string
      readonly statement: string
    }) => {
      await expect(page.getByLabel('行驶里程')).toBeFocused()
      await keys.enter(mileage)
      await keys.press('Enter')
      await expect(page.getByLabel('维修技师')).toBeFocused()
      await keys.enter(technician)
      await expect(page.locator('.ant-select-item-option-active', { hasText: technician })).toBeVisible()
      await keys.press('Enter')
      await expect(page.getByLabel('故障现象')).toBeFocused()
      await keys.enter(statement)
    },
    verdict: page.getByRole('region', { name: '三包判定' }),
    arrive: async () => {
      await keys.press('Ctrl+Enter')
      await expect(page).toHaveURL(/work-orders\/\d+$/)
    },
  }
}
