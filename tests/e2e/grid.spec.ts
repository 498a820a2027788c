import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readWorkbook } from '#host/workbook'
import { frames } from '#tests/support/builders'
import { keysOf } from './pages/keys.ts'
import { expect, test } from './station.ts'

const many = 130

test('Ctrl+A takes every row that matches, those too that were never in sight; the export is of all of them, and they are still chosen on the way back', async ({
  station,
}) => {
  test.setTimeout(120_000)
  const { unit, customer } = await station.api.workOrders.get({ id: (await station.given.anOrder()).id })
  const content = station.given.aContent({ partLines: [], labourLines: [] })
  for (let nth = 1; nth < many; nth += 1)
    await station
      .as('reception')
      .workOrders.create({ customer: { id: customer.id }, unit: { id: unit.id }, content, arrive: false, draftKey: null })
  const page = await station.person('claimClerk')
  const { press } = keysOf(page)
  await press('Alt+2')
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  const foot = page.locator('.grid-foot')
  await expect(foot).toContainText(`/ ${many}`)
  await press('Ctrl+a')
  await expect(foot).toContainText(`已选 ${many}`)
  const [download] = await Promise.all([page.waitForEvent('download'), press('Ctrl+Shift+E')])
  const [sheet] = await readWorkbook(new Uint8Array(readFileSync(await download.path())))
  expect(sheet?.rows.length).toBe(many + 1)

  await press('Space')
  await expect(foot).toContainText(`已选 ${many - 1}`)
  await press('Enter')
  await expect(page.locator('.order-number')).toBeVisible()
  await press('Escape')
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  await expect(foot).toContainText(`已选 ${many - 1}`)
})

const names = ['李建华', '王喆', '陈钢', '王小军'] as const

/** The numbers in sight, from the top. */
function numbers(page: Page) {
  return page.locator('.ag-row').evaluateAll((rows) =>
    rows
      .map((row) => ({ at: Number(row.getAttribute('row-index')), no: row.querySelector('[col-id="no"]')?.textContent ?? '' }))
      .filter(({ no }) => no !== '')
      .sort((a, b) => a.at - b.at)
      .map(({ no }) => no.slice(-4)),
  )
}

test("a list by the keyboard: filter, two sorts, a view of one's own, back at the same row, and an export as it is shown", async ({
  station,
}) => {
  for (const [nth, name] of names.entries()) {
    await station.given.anOrder({
      customer: { name, phone: `1390000000${nth}` },
      unit: { frameNo: frames[nth] ?? '', engineNo: `E-${nth}`, plateNo: '' },
      arrive: nth !== 2,
      content: { ...(nth === 2 ? { receivedAt: null } : {}), ...(nth === 3 ? { partLines: [] } : {}) },
    })
    await station.advance({ hours: 1 })
  }
  const page = await station.person('claimClerk')
  const keys = keysOf(page)
  await keys.press('Alt+2')
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  await expect.poll(() => numbers(page)).toEqual(['0004', '0003', '0002', '0001'])

  await test.step('filter: status 待修 by column, value, Enter', async () => {
    await keys.press('Ctrl+Shift+F')
    await expect(page.getByRole('combobox', { name: '列' })).toBeFocused()
    await keys.type('状态')
    await expect(page.locator('.ant-select-item-option-active', { hasText: '状态' })).toBeVisible()
    await keys.press('Enter')
    const waiting = page.getByRole('checkbox', { name: '待修', exact: true })
    await expect(waiting).toBeVisible()
    for (let pressed = 0; pressed < 6 && !(await waiting.evaluate((box) => box === document.activeElement)); pressed += 1)
      await keys.press('Tab')
    await keys.press('Space', 'Enter')
    await expect(page.getByRole('toolbar', { name: '列表工具' })).toContainText('状态 待修')
    await expect.poll(() => numbers(page)).toEqual(['0004', '0002', '0001'])
  })

  await test.step('sort by amount, then by number', async () => {
    await keys.press('ArrowUp')
    const head = (field: string) => page.locator(`.ag-header-cell[col-id="${field}"]`)
    await head('totalFen').focus()
    await keys.press('Enter')
    await expect(head('totalFen')).toHaveAttribute('aria-sort', 'ascending')
    await head('no').focus()
    await keys.press('Shift+Enter')
    await expect(head('no')).toHaveAttribute('aria-sort', 'ascending')
    await expect.poll(() => numbers(page)).toEqual(['0004', '0001', '0002'])
  })

  await test.step('keep it as a view', async () => {
    await keys.press('Ctrl+Shift+Y')
    await expect(page.getByRole('textbox', { name: '视图名称' })).toBeFocused()
    await keys.type('待修按金额')
    await keys.press('Enter')
    await expect(page.getByRole('button', { name: '待修按金额 视图' })).toBeVisible()
  })

  await test.step('into an order and back to its row', async () => {
    await expect(page.locator('.ag-cell-focus')).toBeFocused()
    const second = page.locator('.ag-row[row-index="1"] [col-id="no"]').first()
    await second.focus()
    await expect(second).toBeFocused()
    await keys.press('Enter')
    await expect(page.locator('.order-number')).toContainText('0001')
    await keys.press('Escape')
    await expect(page.locator('.ag-row[row-index="1"] .ag-cell-focus')).toBeVisible()
    await expect.poll(() => numbers(page)).toEqual(['0004', '0001', '0002'])
    await expect(page.getByRole('toolbar', { name: '列表工具' })).toContainText('状态 待修')
  })

  await test.step('export what is shown', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), keys.press('Ctrl+Shift+E')])
    const [sheet] = await readWorkbook(new Uint8Array(readFileSync(await download.path())))
    const column = (title: string) => sheet?.rows[0]?.indexOf(title) ?? -1
    expect(sheet?.rows.slice(1).map((row) => [row[column('用户')], row[column('状态')], row[column('合计')]])).toEqual([
      ['王小军', '待修', 48],
      ['李建华', '待修', 134.5],
      ['王喆', '待修', 134.5],
    ])
  })

  await test.step('the view follows to another seat', async () => {
    const other = await station.person('claimClerk')
    const there = keysOf(other)
    await there.press('Alt+2')
    await expect(other.locator('.ag-cell-focus')).toBeVisible()
    await there.press('Ctrl+Shift+Y')
    await expect(other.getByRole('textbox', { name: '视图名称' })).toBeFocused()
    await other.getByRole('button', { name: '待修按金额', exact: true }).focus()
    await there.press('Enter')
    await expect.poll(() => numbers(other)).toEqual(['0004', '0001', '0002'])
  })
})

test("a view of one's own brings back the built-in view and the words it was kept with, and the address says both", async ({ station }) => {
  for (const [nth, name] of names.entries()) {
    await station.given.anOrder({
      customer: { name, phone: `1390000000${nth}` },
      unit: { frameNo: frames[nth] ?? '', engineNo: `E-${nth}`, plateNo: '' },
      arrive: nth !== 1,
      content: nth === 1 ? { receivedAt: null } : {},
    })
  }
  const page = await station.person('claimClerk')
  const keys = keysOf(page)
  const search = page.getByRole('searchbox')
  const builtIn = (name: string) => page.getByRole('radio', { name })
  const choose = async (name: string) => {
    await builtIn(name).focus()
    await keys.press('Space')
    await expect(builtIn(name)).toBeChecked()
  }
  // the cursor goes into the rows a moment after they are there: a key pressed before that would be the list's
  const inRows = () => expect(page.locator('.ag-cell-focus')).toBeFocused()
  await keys.press('Alt+2')
  await inRows()
  await expect.poll(() => numbers(page)).toEqual(['0004', '0003', '0002', '0001'])

  await test.step('kept with 待修 and a name two share', async () => {
    await choose('待修')
    await expect.poll(() => numbers(page)).toEqual(['0004', '0003', '0001'])
    await search.fill('王')
    await expect.poll(() => numbers(page)).toEqual(['0004'])
    await keys.press('Ctrl+Shift+Y')
    await expect(page.getByRole('textbox', { name: '视图名称' })).toBeFocused()
    await keys.type('王家待修')
    await keys.press('Enter')
    await expect(page.getByRole('button', { name: '王家待修 视图' })).toBeVisible()
    await inRows()
  })

  await test.step('opened from the whole list', async () => {
    await search.fill('')
    await choose('全部')
    await expect.poll(() => numbers(page)).toEqual(['0004', '0003', '0002', '0001'])
    await expect(page).toHaveURL(/#\/work-orders$/)
    await keys.press('Ctrl+Shift+Y')
    await page.getByRole('button', { name: '王家待修', exact: true }).click()
    await expect.poll(() => numbers(page)).toEqual(['0004'])
    await expect(page).toHaveURL(/#\/work-orders\?view=toRepair&text=%E7%8E%8B$/)
    await expect(builtIn('待修')).toBeChecked()
    await expect(search).toHaveValue('王')
  })
})
