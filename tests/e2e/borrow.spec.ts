import { frames, takeStep } from '#tests/support/builders'
import type { Page } from '@playwright/test'
import { borrowings } from '../handlers/borrowing-stories.ts'
import { takeRequestStep } from '../handlers/old-part-stories.ts'
import { homeOn } from './pages/home.ts'
import { keysOf } from './pages/keys.ts'
import { orderOn } from './pages/order.ts'
import { paperOn } from './pages/paper.ts'
import { requestOn } from './pages/request.ts'
import { expect, test, type Station } from './station.ts'

test('a part is borrowed from the order, agreed, sent on F15 in its copies, received, and the repair goes on', async ({ station }) => {
  const { id, no } = await station.given.anOrder({ content: { partLines: [station.given.aPartLine({ supplyMode: 'borrowed' })] } })
  await takeStep(station.as('technician'), id, 'start')
  const page = await station.person('partsKeeper')
  const request = requestOn(page)
  await orderOn(page).open(no)
  await request.borrow('点火线圈总成')
  await page.getByRole('link', { name: '打开求援单 →' }).focus()
  await page.keyboard.press('Enter')
  await request.agree('马科长')
  await request.send(async (paper) => {
    const pages = await paper.download()
    expect(pages.map((text) => text.includes('马科长') && text.includes('点火线圈总成'))).toEqual(pages.map(() => true))
  })
  await station.advance({ days: 2 })
  await request.arrive('SF2026112301', '点火线圈总成')
  expect((await station.api.workOrders.get({ id })).requests.map(({ status }) => status)).toEqual(['arrived'])
})

/** Two pieces sent, one of them here, and the repair finished with that one. */
async function finishedWithHalf(station: Station, of: { readonly oldPartRequired?: boolean } = {}): Promise<{ id: number }> {
  const stories = borrowings(station, station.given)
  const { id, workOrderId } = await stories.aBorrowing(of)
  await stories.agree(id)
  const lineId = await stories.lineIdOf(id)
  await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
  await takeRequestStep(station.as('claimClerk'), id, 'ship', { waybillNo: 'SF2026112301', quantities: [{ lineId, qty: 2 }] })
  await takeRequestStep(station.as('partsKeeper'), id, 'receive', { quantities: [{ lineId, qty: 1 }] })
  await takeStep(station.as('technician'), workOrderId, 'finish')
  return { id }
}

async function takes(page: Page, word: string): Promise<void> {
  await page.getByRole('button', { name: word, exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
}

test('a parcel that comes when the repair is done: from the desk to the request, entered, and its part sent back unused', async ({
  station,
}) => {
  const { id } = await finishedWithHalf(station)
  const page = await station.person('partsKeeper')
  const home = homeOn(page)
  const { press, type } = keysOf(page)
  await home.isThere()
  await home.act('等厂方来件', '李建华')
  await expect(page.locator('.step[data-at=now]')).toHaveText('已装车')

  await takes(page, '补登到货')
  await expect(page.getByRole('dialog').getByLabel('点火线圈总成 数量')).toBeFocused()
  await press('Ctrl+Enter')
  const unused = page.getByRole('status').filter({ hasText: '后到的新件 1 件没有装车' })
  await expect(unused).toBeVisible()

  await takes(page, '退回余件')
  await expect(page.getByLabel('退回说明')).toBeFocused()
  await type('SF2026112499')
  await press('Ctrl+Enter')
  await expect(unused).toHaveCount(0)
  await expect(page.locator('#section-history')).toContainText('点火线圈总成 ×1；SF2026112499')
  const { lines, status } = await station.api.partsRequests.get({ id })
  expect([status, lines.map(({ qtySent, qtyReceived, qtyFitted }) => [qtySent, qtyReceived, qtyFitted])]).toEqual(['fitted', [[1, 1, 1]]])
  await home.go()
  await expect(home.group('等厂方来件')).toBeHidden()
})

test('a parcel that comes after 核销: entered from the list, and from the desk its part goes back', async ({ station }) => {
  const { id } = await finishedWithHalf(station, { oldPartRequired: false })
  await takeRequestStep(station.as('claimClerk'), id, 'settle')
  const page = await station.person('partsKeeper')
  const home = homeOn(page)
  const { press } = keysOf(page)
  await page.goto(`${new URL(page.url()).origin}/#/requests?view=all`)
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  await press('Enter')
  await expect(page.locator('.step[data-at=now]')).toHaveText('已核销')
  await takes(page, '补登到货')
  await expect(page.getByRole('dialog').getByLabel('点火线圈总成 数量')).toBeFocused()
  await press('Ctrl+Enter')
  const unused = page.getByRole('status').filter({ hasText: '后到的新件 1 件没有装车' })
  await expect(unused).toBeVisible()
  await home.go()
  await home.act('新件待退回', '李建华')
  await takes(page, '退回余件')
  await expect(page.getByRole('dialog')).toContainText('本单的核销不变')
  await press('Ctrl+Enter')
  await expect(unused).toHaveCount(0)
  expect((await station.api.partsRequests.get({ id })).status).toBe('settled')
})

test('requests chosen in the list are printed in one go, each in its copies; those not yet sent have no paper', async ({ station }) => {
  const stories = borrowings(station, station.given)
  const numbers: string[] = []
  for (let nth = 0; nth < 3; nth += 1) {
    const unit = { frameNo: frames[nth] ?? '', plateNo: `苏M0000${nth}`, engineNo: `E-${nth}` }
    const { id } = await stories.aBorrowing({ whose: { customer: { phone: `1390000000${nth}` }, unit } })
    if (nth === 2) continue
    await stories.agree(id)
    await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
    numbers.push((await station.api.partsRequests.get({ id })).no)
  }
  const page = await station.person('partsKeeper')
  const { press } = keysOf(page)
  await press('Alt+3')
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  await press('Ctrl+a')
  await expect(page.getByRole('button', { name: /^打印求援单（3）/ })).toBeVisible()
  await press('Ctrl+p')
  const paper = paperOn(page)
  await paper.isDrawn()
  await expect(page.getByRole('dialog', { name: '打印求援单（2）' })).toBeVisible()
  const pages = await paper.download()
  expect(numbers.map((no) => pages.filter((text) => text.includes(no)).length)).toEqual([2, 2])
  await press('Ctrl+p')
  await expect(page.getByText('已送打印')).toBeVisible()
  const printed = async () =>
    (
      await station.api.papers.list({
        offset: 0,
        limit: 10,
        sort: [{ column: 'number', direction: 'asc' }],
        text: '',
        filter: { form: 'F15', status: 'issued', period: null },
      })
    ).rows.map(({ number, printCount }) => [number, printCount])
  expect(await printed()).toEqual(numbers.map((no) => [no, 1]))
})
