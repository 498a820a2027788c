import { aDeliveredOrder } from '#tests/support/chain'
import { frames } from '#tests/support/builders'
import { homeOn } from './pages/home.ts'
import { orderOn } from './pages/order.ts'
import { enterPin, personOf } from './pages/sign-in.ts'
import { expect, test } from './station.ts'

test('chief: the look around, a special approval, a forgotten PIN, a backup, a view of his own', async ({ station }) => {
  test.setTimeout(120_000)
  const { given } = station
  const worn = await given.anOrder({
    customer: { name: '陈钢', phone: '13900000002' },
    unit: { frameNo: frames[1], plateNo: '苏M22222', engineNo: 'E-2' },
    content: { mileage: 31_000 },
  })
  await aDeliveredOrder(station, { customer: { name: '王喆', phone: '13900000001' } })
  const page = await station.person('chief')
  const [home, order] = [homeOn(page), orderOn(page)]
  const { press, type } = order.keys

  await test.step('home: duties, money, what waits everywhere', async () => {
    await home.isThere()
    await expect(home.duty('待报索赔')).toContainText('1')
    await expect(page.locator('#section-lane')).toContainText('134.50')
    await expect(home.row('待修与修理中', worn.no)).toBeVisible()
  })

  await test.step("out of warranty by its mileage: the maker's approval is entered, with why", async () => {
    await home.open('待修与修理中', worn.no)
    await expect(page.locator('#section-verdict')).toContainText('三包外')
    await page.getByRole('button', { name: '保外特批' }).focus()
    await press('Enter')
    await expect(order.field('厂方批准号').last()).toBeFocused()
    await type('DEMO-TP-2026-017')
    await press('Enter')
    await type('批量质量问题，厂方 11 月 20 日电话同意')
    await press('Ctrl+Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.locator('#section-verdict')).toContainText('DEMO-TP-2026-017')
    expect((await station.api.workOrders.get({ id: worn.id })).eligibility).toBe('special')
    await press('Escape')
    await home.isThere()
  })

  const keeper = personOf('partsKeeper')
  await test.step('a PIN is set anew, and its owner signs in with it', async () => {
    await press('Ctrl+k')
    await type('yhyjs')
    await expect(page.getByRole('option').first()).toContainText('设置')
    await press('Enter')
    const rows = page.getByRole('table', { name: '使用者' }).locator('tbody tr')
    await expect(rows.first()).toBeFocused()
    const wanted = rows.filter({ hasText: keeper.name })
    for (let pressed = 0; pressed < 20 && !(await wanted.evaluate((row) => row === document.activeElement)); pressed += 1)
      await press('ArrowDown')
    await press('Enter')
    await expect(page.getByRole('dialog')).toContainText(keeper.name)
    for (
      let pressed = 0;
      pressed < 8 && !(await page.getByLabel('新口令').evaluate((field) => field === document.activeElement));
      pressed += 1
    )
      await press('Tab')
    await type('2468')
    await press('Ctrl+Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const seat = await station.seat()
    await seat.getByRole('button', { name: keeper.name }).focus()
    await seat.keyboard.press('Enter')
    await enterPin(seat, keeper.name, '2468')
    await seat.context().close()
  })

  await test.step('backup now, from anywhere', async () => {
    await press('Ctrl+k')
    await type('ljbf')
    await expect(page.getByRole('option').first()).toContainText('立即备份')
    await press('Enter')
    await expect.poll(async () => (await station.api.backups.list({})).items.map(({ state }) => state)).toContain('proven')
    await home.go()
    await expect(page.locator('#section-backup')).toContainText('已证实可恢复')
  })

  await test.step('a list as he wants it is kept as a view and is there after a reload', async () => {
    await press('Alt+2')
    await expect(page.locator('.ag-cell-focus')).toBeVisible()
    await press('Ctrl+Shift+F')
    await expect(page.getByRole('combobox', { name: '列' })).toBeFocused()
    await type('状态')
    await expect(page.locator('.ant-select-item-option-active', { hasText: '状态' })).toBeVisible()
    await press('Enter')
    const waiting = page.getByRole('checkbox', { name: '待修', exact: true })
    await expect(waiting).toBeVisible()
    for (let pressed = 0; pressed < 6 && !(await waiting.evaluate((box) => box === document.activeElement)); pressed += 1)
      await press('Tab')
    await press('Space', 'Enter')
    await expect(page.locator('.ag-row')).toHaveCount(1)
    await press('Ctrl+Shift+Y')
    await expect(page.getByRole('textbox', { name: '视图名称' })).toBeFocused()
    await type('还没动手的')
    await press('Enter')
    await expect(page.getByRole('button', { name: /还没动手的/ }).first()).toBeVisible()
    await page.reload()
    await expect(page.locator('.ag-row')).toHaveCount(1)
    await expect(page.locator('.ag-row').first()).toContainText(worn.no)
  })
})
