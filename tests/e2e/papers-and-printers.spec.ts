import type { Page } from '@playwright/test'
import { aDeliveredOrder } from '#tests/support/chain'
import { paperOn } from './pages/paper.ts'
import { expect, test } from './station.ts'

async function openSettings(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/settings?part=printing`)
  await expect(page.getByRole('table', { name: '单据、打印机与纸张' })).toBeVisible()
}

/** Types the words of a choice into a list and takes it. */
async function choose(page: Page, label: string, word: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type(word)
  await expect(
    page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: word }).first(),
  ).toBeVisible()
  await page.keyboard.press('Enter')
}

test('a form is given its own paper at this seat; preview and print go by it, another seat keeps A4', async ({ station }) => {
  const { voucherPaperId: id } = await aDeliveredOrder(station)
  const page = await station.person('reception')
  await openSettings(page)
  await choose(page, '为一种单据另定…', '保修作业凭证')
  await expect(page.getByRole('row', { name: /F16 保修作业凭证/ })).toBeVisible()
  await choose(page, 'F16 保修作业凭证 纸张', '241×280')
  await expect(page.getByRole('row', { name: /连续纸 241×280/ })).toBeVisible()
  await page.getByRole('textbox', { name: 'F16 保修作业凭证 向右移（毫米），负数向左' }).fill('1.5')
  await page.keyboard.press('Enter')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'F16 保修作业凭证 向右移（毫米），负数向左' })).toHaveValue('1.5')

  await page.goto(`${new URL(page.url()).origin}/#/papers/${id}`)
  await paperOn(page).isDrawn()
  await expect(page.getByText('打印时选打印机 · 偏移 横 1.5 竖 0 每张 0 mm')).toBeVisible()
  const pages = await paperOn(page).download()
  expect(pages.map((text) => [text.includes('第一联'), text.includes('第二联')])).toEqual([[true, true]])
  await page.keyboard.press('Control+p')
  await expect(page.getByText('已送打印，并记入打印记录。')).toBeVisible()

  const other = await station.person('reception', 0)
  await other.goto(`${new URL(other.url()).origin}/#/papers/${id}`)
  await paperOn(other).isDrawn()
  expect((await paperOn(other).download()).length).toBe(2)
})

test('a test sheet shows the offset and its rulers; a sheet of labels that does not fit is said at once', async ({ station }) => {
  const page = await station.person('reception')
  await openSettings(page)
  await page.getByRole('textbox', { name: '所有单据 向下移（毫米），负数向上' }).fill('-2')
  await page.keyboard.press('Enter')
  await page
    .getByRole('row', { name: /所有单据/ })
    .getByRole('button', { name: '测试页' })
    .focus()
  await page.keyboard.press('Enter')
  await paperOn(page).isDrawn()
  const [sheet = ''] = await paperOn(page).download()
  expect([sheet.includes('测试页 A4 竖'), sheet.includes('竖 -2'), sheet.includes('180 / 267')]).toEqual([true, true, true])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await choose(page, '所有标签 纸张', '自定标签页')
  await expect(page.getByRole('group', { name: '自定标签页的尺寸' })).toBeVisible()
  await page.getByRole('textbox', { name: '列数' }).fill('3')
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 列标签要 315 毫米宽，纸只有 210 毫米')).toBeVisible()
})

test('another paper for once: the form says on what it fits, and goes back to its own', async ({ station }) => {
  const { voucherPaperId: id } = await aDeliveredOrder(station)
  const page = await station.person('reception')
  await page.goto(`${new URL(page.url()).origin}/#/papers/${id}`)
  await paperOn(page).isDrawn()
  const before = await paperOn(page).file()
  await choose(page, '纸张', 'A5')
  await expect.poll(() => paperOn(page).file()).not.toBe(before)
  await paperOn(page).isDrawn()
  expect((await paperOn(page).download()).length).toBeGreaterThan(2)
  const onA5 = await paperOn(page).file()
  await page.getByRole('checkbox', { name: '套打' }).check()
  await expect.poll(() => paperOn(page).file()).not.toBe(onA5)
  await paperOn(page).isDrawn()
  expect((await paperOn(page).download()).join('')).not.toContain('用户姓名')
})
