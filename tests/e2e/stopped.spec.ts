import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { verifyBatchFile } from '#host/batch-file/verify'
import { aBuiltBatch, aDeliveredOrder, takeBatchStep } from '#tests/support/chain'
import { exportingElsewhere, manyLongPapers } from '#tests/support/long-papers'
import { keysOf } from './pages/keys.ts'
import { expect, test, type Station } from './station.ts'

const longPapers = 40
const count = 200

/** Does something while another seat keeps the drawing busy, and stops it at the keyboard. */
async function stopped(station: Station, page: Page, start: () => Promise<void>, said: string): Promise<void> {
  const { drawn } = await exportingElsewhere(station.api, station.today())
  await start()
  // at once: what is drawn may be done soon
  await page.getByRole('button', { name: '停止' }).press('Enter')
  await expect(page.getByText(said)).toBeVisible()
  await drawn
}

test('a pack of blank sheets is stopped while it is drawn and while it is printed: its numbers stay given out, nothing is logged; begun again, all are printed', async ({
  station,
}) => {
  test.setTimeout(240_000)
  await manyLongPapers(station.api, longPapers)
  const page = await station.person('chief')
  const { press, type } = keysOf(page)
  const dialog = page.getByRole('dialog')
  const preview = dialog.getByRole('region', { name: '预览' })
  const sheets = async () => (await station.api.numbers.pack({ id: 1 })).blanks.map(({ status, printCount }) => `${status} ${printCount}`)
  await page.goto(`${new URL(page.url()).origin}/#/register?form=F16`)
  await expect(page.getByText('还没有用过编号，没有缺号')).toBeVisible()
  await press('Ctrl+n')
  await dialog.getByLabel('份数').focus()
  await press('Ctrl+a')
  await type(String(count))
  await dialog.getByLabel('原因').focus()
  await type('停电备用')

  await stopped(station, page, () => press('Ctrl+Enter'), '已停止排版，没有打印')
  expect(new Set(await sheets())).toEqual(new Set(['open 0']))
  await dialog.getByRole('button', { name: '重新排版' }).focus()
  await press('Enter')
  await expect(preview.locator('canvas').first()).toBeVisible({ timeout: 30_000 })

  await stopped(station, page, () => press('Ctrl+p'), '已停止，没有打印，也没有记入打印记录')
  expect(new Set(await sheets())).toEqual(new Set(['open 0']))
  await press('Ctrl+p')
  await expect(dialog.getByText('已送打印，并记入打印记录。')).toBeVisible({ timeout: 30_000 })
  expect(await sheets()).toEqual(Array.from({ length: count }, () => 'open 1'))
  await press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(`已开具 ${longPapers} + 空白备用 ${count} = ${count + longPapers}`)).toBeVisible()

  await stopped(station, page, () => press('Ctrl+Shift+p'), '已停止排版，没有打印')
  await dialog.getByRole('button', { name: '重新排版' }).focus()
  await press('Enter')
  await expect(dialog.locator('.pdf-page').first()).toBeVisible({ timeout: 30_000 })
})

test('the export of a batch is stopped: no file, and it stays sealed; exported again, the file is whole', async ({ station }) => {
  test.setTimeout(120_000)
  await aDeliveredOrder(station)
  const { id } = await aBuiltBatch(station)
  await takeBatchStep(station.as('claimClerk'), id, 'seal')
  await takeBatchStep(station.as('claimClerk', 1), id, 'confirm')
  await manyLongPapers(station.api, longPapers)
  const page = await station.person('claimClerk', 1)
  await page.goto(`${new URL(page.url()).origin}/#/batches/${id}`)
  const act = page.getByRole('button', { name: /^导出批次文件/ }).first()
  const start = async () => {
    await expect(act).toBeEnabled()
    await act.focus()
    await page.keyboard.press('Enter')
  }
  await stopped(station, page, start, '已停止，没有写出文件')
  const { status, exportedAt, files } = await station.api.batches.get({ id })
  expect({ status, exportedAt, files }).toEqual({ status: 'sealed', exportedAt: null, files: [] })

  const [download] = await Promise.all([page.waitForEvent('download'), start()])
  const verified = await verifyBatchFile(new Uint8Array(readFileSync(await download.path())))
  expect(verified.ok ? verified.summary.totals.claims : verified.problems).toBe(1)
  await expect(page.getByText(/已导出 .*\.zip/)).toBeVisible()
})
