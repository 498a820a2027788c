import { frames, takeStep } from '#tests/support/builders'
import { homeOn } from './pages/home.ts'
import { oldPartsOn } from './pages/old-parts.ts'
import { orderOn } from './pages/order.ts'
import { paperOn } from './pages/paper.ts'
import { requestOn } from './pages/request.ts'
import { expect, test, type Station } from './station.ts'

const pieces = 20

/** One repaired vehicle with twenty old parts in the bin, and one that waits for a part of the maker. */
async function thisMorning({ given, as, advance }: Station) {
  const partLines = Array.from({ length: pieces }, (_, nth) =>
    given.aPartLine({ partCode: `X-${100 + nth}`, partName: `分电器零件${nth + 1}`, isMain: nth === 0 }),
  )
  const repaired = await given.anOrder({ customer: { name: '王喆', phone: '13900000001' }, content: { partLines } })
  await takeStep(as('technician'), repaired.id, 'start')
  await takeStep(as('technician'), repaired.id, 'finish')
  const lacking = await given.anOrder({
    customer: { name: '陈钢', phone: '13900000002' },
    unit: { frameNo: frames[1], plateNo: '苏M22222', engineNo: 'E-2' },
    content: { partLines: [given.aPartLine({ supplyMode: 'borrowed' })] },
  })
  await takeStep(as('technician'), lacking.id, 'start')
  await advance({ hours: 1 })
  return { repaired, lacking }
}

test('parts keeper: borrows from the maker, labels twenty old parts, packs them by scan and prints', async ({ station }) => {
  test.setTimeout(120_000)
  const { lacking } = await thisMorning(station)
  const page = await station.person('partsKeeper')
  const [home, order, bench, request] = [homeOn(page), orderOn(page), oldPartsOn(page), requestOn(page)]
  const { press } = order.keys
  /** the gun is faster than any hand, and no key of a person */
  const gun = async (labelNo: string | null | undefined) => {
    await page.keyboard.insertText(`RP|${labelNo ?? ''}|V|P|1|F|SD0731`)
    await page.keyboard.press('Enter')
  }

  await test.step('a part is borrowed from its order with at most six keys', async () => {
    await order.open(lacking.no)
    expect(await request.borrow('点火线圈总成')).toBeLessThanOrEqual(6)
  })

  await test.step('the maker agrees on the telephone; the request goes out on F15', async () => {
    await home.go()
    await home.act('待发求援', '陈钢')
    await request.agree('马科长')
    await request.send()
  })

  await test.step('twenty old parts get their labels and are packed by scan with at most 45 keys', async () => {
    const before = order.keys.strokes() + bench.keys.strokes()
    await bench.open()
    await bench.labelAll()
    await paperOn(page).isDrawn()
    await bench.keys.press('Ctrl+p')
    await expect(page.getByText('已送打印')).toBeVisible()
    await order.closeDialog()
    await bench.newManifest()
    const list = { offset: 0, limit: 50, sort: [], text: '', filter: { statuses: [], manufacturerId: null, view: 'toPack' as const } }
    const { rows } = await station.api.returnedParts.list(list)
    for (const { labelNo } of rows.slice(0, 12)) await gun(labelNo)
    await expect(page.getByRole('status').filter({ hasText: rows[11]?.labelNo ?? '' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('textbox', { name: '扫标签' })).toBeFocused()
    await gun(rows[0]?.labelNo)
    await expect(page.getByRole('status').filter({ hasText: '没有装入' })).toBeVisible()
    for (const { labelNo } of rows.slice(12)) await gun(labelNo)
    await expect(page.getByText(`${pieces} 件`).first()).toBeVisible()
    await bench.keys.press('Ctrl+Enter')
    await expect(page.getByLabel('装箱人')).toBeFocused()
    await bench.keys.press('Ctrl+Enter')
    await paperOn(page).isDrawn()
    await bench.keys.press('Ctrl+p')
    expect(order.keys.strokes() + bench.keys.strokes() - before).toBeLessThanOrEqual(45)
    await order.closeDialog()
    await expect(bench.state).toHaveText('已封箱')
    const [manifest] = (
      await station.api.manifests.list({ offset: 0, limit: 5, sort: [], text: '', filter: { statuses: [], manufacturerId: null } })
    ).rows
    expect({ pieces: manifest?.pieceCount, boxes: manifest?.boxCount }).toEqual({ pieces, boxes: 1 })
  })

  await test.step('two days on the borrowed part is there, and the repair goes on', async () => {
    await station.advance({ days: 2 })
    await home.go()
    await home.act('等厂方来件', '陈钢')
    await request.arrive('SF2026112301', '点火线圈总成')
    await press('Escape')
    await home.isThere()
    await expect(home.group('等厂方来件')).toBeHidden()
  })
})
