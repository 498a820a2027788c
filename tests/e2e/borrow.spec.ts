import { takeStep } from '#tests/support/builders'
import { orderOn } from './pages/order.ts'
import { requestOn } from './pages/request.ts'
import { expect, test } from './station.ts'

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
