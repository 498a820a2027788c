import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readWorkbook } from '#host/workbook'
import { openDemo, type Served } from '../screens/demo.ts'
import { signInAt } from '../screens/sign-in-at.ts'
import { seatLooking } from '../screens/walk.ts'
import { keysOf } from './pages/keys.ts'
import { personOf } from './pages/sign-in.ts'
import { expect, rendererDir, test as base } from './station.ts'

/** One seat for all lists: what is tried is the list, not the sign-in. */
const test = base.extend<object, { demo: Served; seat: Page }>({
  demo: [
    async ({}, use) => {
      const demo = await openDemo(rendererDir, 30)
      await use(demo)
      await demo.close()
    },
    { scope: 'worker' },
  ],
  seat: [
    async ({ browser, demo }, use) => {
      const page = await seatLooking(browser, { language: 'zh', mode: 'light', scale: 1, width: 1280 })
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.goto(demo.newAddress())
      await signInAt(page, personOf('chief'))
      await expect(page.locator('#section-desk')).toBeVisible()
      await use(page)
      await page.context().close()
    },
    { scope: 'worker' },
  ],
})

/** The lists that grow: what is asked for (a heading and a text most rows have), two columns that sort. */
const lists = [
  { name: '工单', place: '/work-orders', asks: ['no', '0'], sorts: ['status', 'no'] },
  { name: '客户', place: '/customers', asks: ['phone', '1'], sorts: ['name', 'phone'] },
  { name: '车辆', place: '/customers?view=units', asks: ['frameNo', 'L'], sorts: ['modelName', 'frameNo'] },
  { name: '求援', place: '/requests?view=all', asks: ['no', '0'], sorts: ['status', 'no'] },
  { name: '旧件', place: '/old-parts?view=all', asks: ['labelNo', '0'], sorts: ['status', 'labelNo'] },
  { name: '返厂清单', place: '/old-parts?view=manifests', asks: ['no', '0'], sorts: ['status', 'no'] },
  { name: '待报', place: '/claims', asks: ['no', '0'], sorts: ['totalFen', 'no'] },
  { name: '单据', place: '/papers', asks: ['number', '0'], sorts: ['form', 'number'] },
  { name: '登记簿', place: '/register', asks: ['number', '0'], sorts: ['state', 'number'] },
  { name: '零件', place: '/catalogue', asks: ['code', 'SLF'], sorts: ['category', 'code'] },
  { name: '故障代码', place: '/catalogue?view=faults', asks: ['code', '0'], sorts: ['system', 'code'] },
] as const

async function leave(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '/forms'
  })
  await expect(page.locator('.grid')).toHaveCount(0)
}

async function open(page: Page, place: string): Promise<void> {
  await leave(page)
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, place)
  await expect(page.locator('.grid').first().locator('.ag-cell-focus')).toBeVisible()
}

/** Where one is in the list: the row and column of the cursor, how it is sorted, what it is narrowed by, how many rows it holds and how many are chosen. */
async function stateOf(page: Page) {
  const grid = page.locator('.grid').first()
  return {
    cursor: await grid
      .locator('.ag-cell-focus')
      .evaluateAll((cells) => cells.map((cell) => `${cell.closest('.ag-row')?.getAttribute('row-index')} ${cell.getAttribute('col-id')}`)),
    sorted: await grid
      .locator('.ag-header-cell:is([aria-sort=ascending], [aria-sort=descending])')
      .evaluateAll((heads) => heads.map((head) => `${head.getAttribute('col-id')} ${head.getAttribute('aria-sort')}`).sort()),
    chips: await grid.locator('.grid-chip').allInnerTexts(),
    of: (await grid.locator('.grid-foot span').first().innerText()).split('/')[1],
    chosen: await grid.locator('.grid-chosen').allInnerTexts(),
  }
}

for (const {
  name,
  place,
  asks: [field, asked],
  sorts,
} of lists) {
  test(`${name}: filter, two sorts, all of them chosen and copied, a workbook, a view of one's own, and back where one was`, async ({
    seat: page,
  }) => {
    const { press, type } = keysOf(page)
    await open(page, place)
    const grid = page.locator('.grid').first()
    const foot = grid.locator('.grid-foot')
    const head = (of: string) => grid.locator(`.ag-header-cell[col-id="${of}"]`)

    await test.step('a condition', async () => {
      const title = await head(field).locator('.ag-header-cell-text').innerText()
      await press('Ctrl+Shift+F')
      await expect(page.getByRole('combobox', { name: '列' })).toBeFocused()
      await type(title)
      await expect(page.locator('.ant-select-item-option-active', { hasText: title })).toBeVisible()
      await press('Enter')
      // the choice of the column takes the cursor back once more as it closes
      await expect(page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')).toHaveCount(0)
      const content = page.getByRole('textbox', { name: '内容' })
      await content.fill(asked)
      await expect(content).toBeFocused()
      await content.press('Enter')
      await expect(grid.locator('.grid-chip')).toHaveText([`${title} 含 「${asked}」`])
      await expect(grid.locator('.ag-cell-focus')).toBeFocused()
    })

    await test.step('two columns sort together', async () => {
      await head(sorts[0]).focus()
      await press('Enter')
      await expect(head(sorts[0])).toHaveAttribute('aria-sort', 'ascending')
      await head(sorts[1]).focus()
      await press('Shift+Enter')
      await expect(head(sorts[1])).toHaveAttribute('aria-sort', 'ascending')
    })

    await test.step("a view of one's own", async () => {
      await press('Ctrl+Shift+Y')
      await expect(page.getByRole('textbox', { name: '视图名称' })).toBeFocused()
      await type(`${name}的`)
      await press('Enter')
      await expect(grid.getByRole('button', { name: `${name}的 视图` })).toBeVisible()
      await expect(grid.locator('.ag-cell-focus')).toBeFocused()
    })

    const rows = Number((await stateOf(page)).of)
    expect(rows).toBeGreaterThan(0)
    await test.step('a workbook of all that match', async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), press('Ctrl+Shift+E')])
      const [sheet] = await readWorkbook(new Uint8Array(readFileSync(await download.path())))
      expect(sheet?.rows.length).toBe(rows + 1)
    })

    await test.step('all chosen and copied, a line each', async () => {
      await press('Ctrl+a')
      await expect(foot).toContainText(`已选 ${rows}`)
      await press('Ctrl+Shift+C')
      await expect(foot).toContainText(`已复制 ${rows} 行`)
      expect((await page.evaluate(() => navigator.clipboard.readText())).split('\n')).toHaveLength(rows)
    })

    await test.step('away and back: the same row, sorting, condition and choice', async () => {
      for (let nth = 0; nth < Math.min(3, rows - 1); nth += 1) await press('ArrowDown')
      await expect.poll(async () => (await stateOf(page)).cursor.map((at) => at.split(' ')[0])).toEqual([String(Math.min(3, rows - 1))])
      const before = await stateOf(page)
      await leave(page)
      await page.goBack()
      await expect.poll(() => stateOf(page)).toEqual(before)
    })
  })
}

test('more than five hundred chosen: they are counted, retired, brought back and exported by their ids; copying says its limit', async ({
  seat: page,
}) => {
  const { press } = keysOf(page)
  await open(page, '/catalogue?retired=shown')
  const foot = page.locator('.grid-foot')
  await expect(foot.getByRole('button', { name: /^全选/ })).toBeVisible()
  // on the seat of the journey before this one its condition still stands
  while ((await page.locator('.grid-chip').count()) > 0) await page.locator('.grid-chip-off').first().click()
  await expect.poll(async () => Number((await stateOf(page)).of)).toBeGreaterThan(500)
  const all = Number((await stateOf(page)).of)
  await press('Ctrl+a')
  await expect(foot).toContainText(`已选 ${all}`)
  await press('Ctrl+c')
  await expect(foot).toContainText('一次最多复制 500 行')
  await foot.getByRole('button', { name: `停用 ${all} 条` }).click()
  await expect(foot).toContainText(`已停用 ${all} 条`)
  await expect(page.locator('.record-grid .ag-row[row-index="0"] [col-id="active"]')).toHaveText('停用')
  await expect(foot).toContainText(`已选 ${all}`)
  const [download] = await Promise.all([page.waitForEvent('download'), press('Ctrl+Shift+E')])
  const [sheet] = await readWorkbook(new Uint8Array(readFileSync(await download.path())))
  expect(sheet?.rows.length).toBe(all + 1)
  await foot.getByRole('button', { name: '撤销' }).click()
  await expect(foot).toContainText(`已恢复 ${all} 条`)
  await expect(page.locator('.record-grid .ag-row[row-index="0"] [col-id="active"]')).toHaveText('在用')
})
