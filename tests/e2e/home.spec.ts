import { takeStep } from '#tests/support/builders'
import { aDeliveredOrder } from '#tests/support/chain'
import { homeOn } from './pages/home.ts'
import { expect, test } from './station.ts'

test('each opens on his own work and does it there', async ({ station }) => {
  test.setTimeout(120_000)
  const given = await aDeliveredOrder(station)
  const second = await station.given.anOrder({ unit: { frameNo: 'LDC613P23A1305189', plateNo: '苏M22222', engineNo: 'E2' } })
  const [reception, technician, clerk, keeper] = [
    await station.person('reception'),
    await station.person('technician'),
    await station.person('claimClerk'),
    await station.person('partsKeeper'),
  ]
  expect([await waited(technician), await waited(clerk), await waited(keeper), await waited(reception)]).toEqual([
    [['待修与修理中'], ['faults', 'orders', 'old-part-clock']],
    [
      ['待报索赔', '待装箱返厂'],
      ['reports', 'old-part-clock', 'orders', 'faults', 'backup'],
    ],
    [['待装箱返厂'], ['old-part-clock', 'reports', 'faults', 'orders', 'backup']],
    [
      ['待回访', '今日到店'],
      ['orders', 'faults', 'backup'],
    ],
  ])

  await homeOn(technician)
    .row('待修与修理中', second.no)
    .getByRole('button', { name: /开工/ })
    .press('Enter')
  await expect(technician.getByText(`已开工：${second.no}`)).toBeVisible()
  await expect(
    homeOn(technician)
      .row('待修与修理中', second.no)
      .getByRole('button', { name: /完工/ }),
  ).toBeVisible()

  await homeOn(reception)
    .row('待回访', given.no)
    .getByRole('button', { name: /回访/ })
    .press('Enter')
  await expect(reception.getByLabel('回访结果')).toBeFocused()
  await reception.keyboard.type('车好了，很满意')
  await reception.keyboard.press('Control+Enter')
  await expect(reception.getByText(`已回访：${given.no}`)).toBeVisible()
  // the clerk's list heard of it by itself
  await homeOn(clerk)
    .row('待关闭', given.no)
    .getByRole('button', { name: /关闭/ })
    .press('Enter')
  await expect(homeOn(clerk).group('待关闭')).toBeHidden()
  expect((await station.api.workOrders.get({ id: given.id })).status).toBe('closed')
})

test('an act that is refused says why where it was tried, and leads to what is missing', async ({ station }) => {
  const { id, no } = await station.given.anOrder()
  const repairer = station.as('technician', 0)
  await station.advance({ hours: 1 })
  await takeStep(repairer, id, 'start')
  await takeStep(repairer, id, 'finish')
  const page = await station.person('technician', 0)
  // his own work is no work to inspect for him; on the list of the whole station it is refused in words
  await expect(homeOn(page).group('待检验')).toBeHidden()
  await page.getByText('全站', { exact: true }).click()
  await homeOn(page)
    .row('待检验', no)
    .getByRole('button', { name: /检验合格/ })
    .press('Enter')
  await expect(page.getByRole('alert')).toContainText('检验员不能是本单的维修技师，请换一位检验')
  await page
    .getByRole('alert')
    .getByRole('link', { name: `打开 ${no} →` })
    .press('Enter')
  await expect(page).toHaveURL(new RegExp(`/work-orders/${id}$`))
})

test('the chief sees everything: money, dates, figures, also for those who listen', async ({ station }) => {
  const { no } = await aDeliveredOrder(station)
  const page = await station.person('chief')
  const home = homeOn(page)
  await home.isThere()
  expect(await home.cards()).toEqual(['orders', 'faults', 'old-part-clock', 'reports', 'backup'])
  await expect(home.duty('待报索赔')).toContainText('1')
  await expect(page.locator('#section-lane')).toContainText('134.50')
  await expect(page.locator('.chart-drawing svg').first()).toBeVisible()
  await expect(page.getByRole('row', { name: '21 1 0 0' })).toBeAttached()
  await page.getByRole('button', { name: '上一月' }).press('Enter')
  await expect(page.getByText('2026-10 没有工单')).toBeVisible()
  await page.locator('#section-backup').getByRole('button', { name: '立即备份' }).press('Enter')
  await expect(page.locator('#section-backup')).toContainText('已证实可恢复')
  await home.duty('到期任务').press('Enter')
  await expect(page.getByText('完工后 24 小时内回访用户')).toBeVisible()
  await expect(page.getByRole('link', { name: no }).first()).toBeVisible()
})

test('an empty station: three steps, each leads where it says', async ({ station }) => {
  const page = await station.person('chief')
  await expect(page.getByRole('heading', { name: '三步开始' })).toBeVisible()
  await page.getByRole('button', { name: '打开导入' }).press('Enter')
  await expect(page).toHaveURL(/#\/import$/)
})

async function waited(page: Parameters<typeof homeOn>[0]): Promise<[(string | null)[], string[]]> {
  await homeOn(page).isThere()
  await expect(page.locator('#section-desk .loading')).toHaveCount(0)
  await expect(page.locator('#section-desk section').first()).toBeVisible()
  return [await homeOn(page).groups(), await homeOn(page).cards()]
}
