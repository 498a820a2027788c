import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readPdf } from '#tests/forms/reading'
import { aDeliveredOrder } from '#tests/support/chain'
import { manyLongPapers } from '#tests/support/long-papers'
import { keysOf } from './pages/keys.ts'
import { expect, test } from './station.ts'

const many = 40

/** The question which papers of a period are to be printed, with a row for each form. */
async function askForPeriod(page: Page) {
  const keys = keysOf(page)
  await page.goto(`${new URL(page.url()).origin}/#/papers`)
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  await keys.press('Ctrl+Shift+p')
  return { press: keys.press, dialog: page.getByRole('dialog') }
}

test('a month of papers is printed in one go: stopped half way nothing is printed or logged; begun again, all are', async ({ station }) => {
  await manyLongPapers(station.api, many)
  const month = { from: station.today(), to: station.today() }
  const page = await station.person('reception')
  const { press, dialog } = await askForPeriod(page)
  await expect(dialog.getByRole('row', { name: /F13/ })).toContainText(String(many))

  await press('Ctrl+Enter')
  await expect(dialog.getByText('正在排版')).toBeVisible()
  await dialog.getByRole('button', { name: '停止' }).focus()
  await press('Enter')
  await expect(dialog.getByText('已停止，没有打印，也没有记入打印记录')).toBeVisible()
  const unprinted = () => station.api.papers.countPeriod({ ...month, state: 'unprinted' })
  expect(await unprinted()).toEqual([{ form: 'F13', count: many, again: 0 }])

  const print = dialog.getByRole('button', { name: `打印 ${many} 份` })
  await expect(print).toBeEnabled()
  await print.focus()
  await press('Ctrl+Enter')
  await expect(dialog.getByText(new RegExp(`${many} 份、\\d+ 页已送打印，并记入打印记录`))).toBeVisible({ timeout: 30_000 })
  await expect(dialog.locator('.dialog-foot').getByRole('button', { name: '关闭' })).toBeVisible()
  expect(await unprinted()).toEqual([])

  await dialog.getByText('全部', { exact: true }).click()
  await dialog.getByText('一个 PDF', { exact: true }).click()
  await dialog.getByRole('button', { name: `导出 ${many} 份` }).focus()
  await press('Ctrl+Enter')
  await expect(dialog.getByText('正在排版')).toBeVisible()
  // Esc first stops what runs; the dialog stays
  await press('Escape')
  await expect(dialog.getByText('已停止，没有导出文件')).toBeVisible()
  await press('Escape')
  await expect(dialog).toHaveCount(0)

  // many chosen papers beside the list are watched in the same way
  await page.locator('.ag-cell-focus').first().click()
  await press('Ctrl+a')
  const preview = page.getByRole('region', { name: '预览' })
  await expect(page.getByText(`已选 ${many} 份`)).toBeVisible()
  await page.getByRole('button', { name: '停止' }).focus()
  await press('Enter')
  await expect(page.getByText('已停止排版，没有打印')).toBeVisible()
  await page.getByRole('button', { name: '重新排版' }).focus()
  await press('Enter')
  await expect(preview.locator('canvas').first()).toBeVisible({ timeout: 30_000 })

  // what went to the printer stays in sight: how the next print would look is nothing to wait for
  await expect(page.getByText('正在排版')).toHaveCount(0)
  await press('Ctrl+p')
  await expect(page.getByRole('dialog').getByLabel('原因')).toBeFocused()
  await page.keyboard.type('送财务一份')
  await press('Ctrl+Enter')
  await expect(page.getByText('已送打印')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('正在排版')).toHaveCount(0)
})

test('Ctrl+K asks which papers of a period are to be printed also where they are listed, and again once closed', async ({ station }) => {
  await aDeliveredOrder(station)
  const page = await station.person('reception')
  const { press, dialog } = await askForPeriod(page)
  const rowOfVouchers = dialog.getByRole('row', { name: /F16/ })
  for (let times = 0; times < 2; times += 1) {
    await expect(rowOfVouchers).toBeVisible()
    await press('Escape')
    await expect(dialog).toHaveCount(0)
    await press('Ctrl+k')
    await page.keyboard.type('aqjdy')
    await expect(page.getByRole('option').first()).toContainText('按期间打印')
    await press('Enter')
  }
  await expect(rowOfVouchers).toBeVisible()
})

test('the papers of a period leave as one PDF, or as one PDF for each form; neither is a print', async ({ station }) => {
  const { voucherNo, voucherPaperId } = await aDeliveredOrder(station)
  const page = await station.person('reception')
  const { press, dialog } = await askForPeriod(page)
  await expect(dialog.getByRole('row', { name: /F16/ })).toBeVisible()
  const counts = await station.api.papers.countPeriod({ from: station.today(), to: station.today(), state: 'unprinted' })
  const papers = counts.reduce((sum, { count }) => sum + count, 0)
  const exported = async (into: string) => {
    await dialog.getByText(into, { exact: true }).click()
    const act = dialog.getByRole('button', { name: `导出 ${papers} 份` })
    await act.focus()
    const [download] = await Promise.all([page.waitForEvent('download'), press('Ctrl+Enter')])
    await expect(dialog.getByText(new RegExp(`${papers} 份、\\d+ 页已导出`))).toBeVisible()
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }
  const merged = await exported('一个 PDF')
  const pages = (await readPdf(new Uint8Array(merged.bytes))).map(({ texts }) => texts.map(({ text }) => text).join(''))
  expect([merged.name.endsWith('.pdf'), pages.filter((text) => text.includes(voucherNo) && text.includes('正式')).length]).toEqual([
    true,
    2,
  ])

  const zipped = await exported('每种表单一个 PDF（zip）')
  // a name stands before its file and in the list at the end
  const files = zipped.bytes.toString('utf8').split('.pdf').length - 1
  expect([zipped.name.endsWith('.zip'), zipped.bytes.includes('保修作业凭证'), files]).toEqual([true, true, 2 * counts.length])
  expect((await station.api.papers.get({ id: voucherPaperId })).printCount).toBe(0)
})
