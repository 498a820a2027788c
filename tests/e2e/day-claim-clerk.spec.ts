import { readFileSync } from 'node:fs'
import { verifyBatchFile } from '#host/batch-file/verify'
import { frames, takeStep } from '#tests/support/builders'
import { aDeliveredOrder } from '#tests/support/chain'
import { homeOn } from './pages/home.ts'
import { keysOf } from './pages/keys.ts'
import { paperOn } from './pages/paper.ts'
import { personOf } from './pages/sign-in.ts'
import { expect, test, type Station } from './station.ts'

/** Handed over in time, but nobody labelled its old part. */
async function withoutLabel(station: Station) {
  const { id, no } = await station.given.anOrder({
    customer: { name: '陈钢', phone: '13900000002' },
    unit: { frameNo: frames[1], plateNo: '苏M22222', engineNo: 'E-2' },
  })
  await takeStep(station.as('technician'), id, 'start')
  await station.advance({ hours: 1 })
  await takeStep(station.as('technician'), id, 'finish')
  await takeStep(station.as('technician', 3), id, 'passInspection')
  await station.as('reception').workOrders.issueVoucher({ id, revision: (await station.api.workOrders.get({ id })).revision })
  await station.advance({ hours: 1 })
  await takeStep(station.as('reception'), id, 'deliver', { userSigned: true, userOpinion: '满意' })
  return { no, claimId: (await station.api.workOrders.get({ id })).claim?.id ?? 0 }
}

test("claim clerk: the pool with its findings, one put right, the month's batch sealed by two and exported", async ({ station }) => {
  test.setTimeout(120_000)
  await aDeliveredOrder(station, { customer: { name: '王喆', phone: '13900000001' } })
  const bad = await withoutLabel(station)
  const page = await station.person('claimClerk')
  const [home, keys, batch] = [homeOn(page), keysOf(page), keysOf(page)]
  const { press } = keys

  await test.step('the desk says what is to be claimed; one has a finding', async () => {
    await home.isThere()
    await expect(home.group('待报索赔')).toContainText('2')
    await home.open('待报索赔', '陈钢')
    await expect(page.locator('#section-checks')).toContainText('还有 1 件旧件未贴标签')
  })

  await test.step('the finding leads to where it is put right, and Esc leads back', async () => {
    await page.locator('#section-checks .problems li').filter({ hasText: '未贴标签' }).getByRole('button').focus()
    await press('Enter')
    await expect(page.locator('.order-number')).toHaveText(bad.no)
    await expect(page.getByRole('button', { name: '贴标签', exact: true })).toBeFocused()
    await press('Enter')
    await paperOn(page).isDrawn()
    await press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await press('Escape')
    await expect(page).toHaveURL(new RegExp(`claims/${bad.claimId}$`))
    await expect(page.locator('#section-checks')).not.toContainText('未贴标签')
    await press('Escape')
    await home.isThere()
  })

  await test.step('from the pool to the sealed, confirmed and exported file with at most fifteen keys', async () => {
    const press = batch.press
    await press('Alt+5')
    await expect(page.locator('.ag-cell-focus')).toBeVisible()
    await press('Ctrl+Enter')
    await expect(page.getByText('2 单已转为待提交')).toBeVisible()
    await press('Ctrl+b')
    await expect(page.getByText('待提交 2 单')).toBeVisible()
    await press('Ctrl+Enter')
    await expect(page).toHaveURL(/batches\/\d+$/)
    await expect(page.getByRole('button', { name: /^封批/ })).toBeEnabled()
    await page.reload()
    await expect(page.getByRole('button', { name: /^封批/ })).toBeEnabled()
    await press('Ctrl+Enter')
    await expect(page.getByRole('button', { name: /^换第二经办人/ })).toBeEnabled()
    await press('Ctrl+Enter')
    const second = personOf('claimClerk', 1)
    await expect(page.getByRole('button', { name: second.name })).toBeFocused()
    await press('Enter', ...second.pin, 'Enter')
    await expect(page.getByRole('button', { name: /^第二经办人确认/ })).toBeEnabled()
    await press('Ctrl+Enter')
    await expect(page.getByRole('button', { name: /^导出批次文件/ })).toBeEnabled()
    const [download] = await Promise.all([page.waitForEvent('download'), press('Ctrl+Enter')])
    expect(batch.strokes()).toBeLessThanOrEqual(15)
    const verdict = await verifyBatchFile(readFileSync(await download.path()))
    expect(verdict.ok && verdict.summary.totals.claims).toBe(2)
  })

  await test.step('nothing is left to claim; the money is in the batch', async () => {
    await home.go()
    await expect(home.group('待报索赔')).toBeHidden()
    await expect(home.duty('待报索赔')).toContainText('没有')
    await expect(page.locator('#section-lane')).toContainText('已报')
  })
})
