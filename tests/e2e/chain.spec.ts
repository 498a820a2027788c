import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyBatchFile } from '#host/batch-file/verify'
import { aCustomer, frames } from '#tests/support/builders'
import { intakeOn } from './pages/intake.ts'
import { keysOf } from './pages/keys.ts'
import { oldPartsOn } from './pages/old-parts.ts'
import { orderOn } from './pages/order.ts'
import { paperOn } from './pages/paper.ts'
import { personOf, signIn } from './pages/sign-in.ts'
import { expect, test, type Station } from './station.ts'

const program = join(import.meta.dirname, '..', '..', 'src-main', 'cli', 'main.ts')

/** A customer with a motorcycle who was here before: both are on file. */
async function aKnownVehicle({ api, given }: Station): Promise<void> {
  const owner = await api.customers.save({ ...aCustomer(), id: null, revision: 0 })
  await api.customers.saveUnit({ ...given.aUnit(), id: null, revision: 0, ownerId: owner.id })
}

/** The copy each page of the downloaded paper says it is: named on its stripe, which stands last. */
async function copiesOf(paper: ReturnType<typeof paperOn>): Promise<readonly string[]> {
  return (await paper.download()).map((page) => page.match(/第[一二三]联/g)?.at(-1) ?? 'no copy named')
}

test('one warranty job from the counter to headquarters, by keyboard', async ({ station }) => {
  test.setTimeout(300_000)
  await aKnownVehicle(station)
  let no = ''

  await test.step('reception takes the known vehicle in with at most twelve entries', async () => {
    const page = await station.person('reception')
    const intake = intakeOn(page)
    await intake.open()
    await intake.find(frames[0].slice(-6), /李建华/)
    await intake.tell({ mileage: '3200', technician: personOf('technician').name, statement: '雨天断火，跑起来一顿一顿' })
    await expect(intake.verdict).toContainText('三包内')
    await expect(intake.verdict).toContainText('发票日 2026-03-15')
    await expect(intake.verdict).toContainText(/送修日\s[\d-]+\s≤\s到期日\s2028-03-/)
    await expect(intake.verdict).toContainText('里程 3,200 ≤ ')
    await intake.arrive()
    expect(intake.keys.entries()).toBeLessThanOrEqual(12)
    const order = orderOn(page)
    await expect(order.now).toHaveText('待修')
    no = await page.locator('.order-number').innerText()
    await page.context().close()
  })

  await test.step('the technician diagnoses, adds part and labour by finder, and finishes', async () => {
    await station.advance({ hours: 1 })
    const page = await station.person('technician')
    const order = orderOn(page)
    await order.open(no)
    await order.step('开工', '修理中')
    await order.field('故障代码').focus()
    await order.take('GZ050102', /雨天断火/)
    await expect(page.getByRole('combobox', { name: '责任' })).toBeFocused()
    await expect(order.field('故障原因')).toHaveValue('点火线圈绝缘击穿漏电')
    await order.addLine('零件', '零件编号')
    await order.take('dhxq', '30510-SLA-0000')
    await order.leaveCell()
    await order.addLine('工时', '工时代码')
    await order.take('DG0502', '更换点火线圈')
    await order.leaveCell()
    await station.advance({ hours: 2 })
    await order.step('完工', '已完工')
    await page.context().close()
  })

  await test.step('the parts keeper labels the old part and sees the label', async () => {
    const page = await station.person('partsKeeper')
    const bench = oldPartsOn(page)
    await bench.open()
    await bench.labelAll()
    await paperOn(page).isDrawn()
    expect(await paperOn(page).download()).toEqual([expect.stringContaining('点火线圈')])
    await page.context().close()
  })

  await test.step('another technician inspects', async () => {
    const page = await station.person('technician', 3)
    const order = orderOn(page)
    await order.open(no)
    await order.step('检验合格', '已检验')
    await page.context().close()
  })

  await test.step('reception issues and prints the voucher, has it signed, and hands the vehicle over', async () => {
    const page = await station.person('reception')
    const order = orderOn(page)
    await order.open(no)
    await expect(page.getByRole('button', { name: '开具凭证' }).first()).toBeEnabled()
    await order.keys.press('Ctrl+Enter')
    await paperOn(page).isDrawn()
    expect(await copiesOf(paperOn(page))).toEqual(['第一联', '第二联'])
    await order.keys.press('Ctrl+p')
    await expect
      .poll(async () =>
        (
          await station.api.papers.list({
            offset: 0,
            limit: 5,
            sort: [],
            text: '',
            filter: { form: 'F16', status: 'issued', period: null },
          })
        ).rows.map(({ printCount }) => printCount),
      )
      .toEqual([1])
    await order.closeDialog()
    await station.advance({ hours: 1 })
    await expect(page.getByRole('button', { name: /^交车/ })).toBeEnabled()
    await order.keys.press('Ctrl+Enter')
    await expect(page.getByRole('checkbox', { name: /已在保修作业凭证/ })).toBeFocused()
    await order.keys.press('Space', 'Ctrl+Enter')
    await expect(order.now).toHaveText('已交车')
    await page.context().close()
  })

  await test.step('the claim clerk checks the claim', async () => {
    const page = await station.person('claimClerk')
    const keys = keysOf(page)
    await keys.press('Alt+5')
    await expect(page.locator('.ag-cell-focus')).toBeVisible()
    await keys.press('Enter')
    await expect(page.getByRole('heading', { name: '索赔单' }).first()).toBeVisible()
    await paperOn(page).isDrawn()
    await keys.press('Ctrl+Enter')
    await expect(page.locator('.frame-title')).toContainText('待提交')
    await page.context().close()
  })

  await test.step('the old part is packed by scan, sealed and shipped with the list in three copies', async () => {
    const page = await station.person('partsKeeper')
    const bench = oldPartsOn(page)
    await bench.open()
    await bench.newManifest()
    const [piece] = (
      await station.api.returnedParts.list({
        offset: 0,
        limit: 5,
        sort: [],
        text: '',
        filter: { statuses: [], manufacturerId: null, view: 'toPack' },
      })
    ).rows
    await bench.scan(`RP|${piece?.labelNo ?? ''}|V|P|1|F|SD0731`, '装入')
    await bench.keys.press('Ctrl+Enter')
    await expect(page.getByLabel('装箱人')).toBeFocused()
    await bench.keys.press('Ctrl+Enter')
    await paperOn(page).isDrawn()
    expect(await copiesOf(paperOn(page))).toEqual(['第一联', '第二联', '第三联'])
    await page.context().close()
    const clerk = await station.person('claimClerk')
    const way = oldPartsOn(clerk)
    await clerk.goto(page.url())
    await expect(way.state).toHaveText('已封箱')
    await way.keys.press('Ctrl+Enter')
    await expect(clerk.getByLabel('承运单位')).toBeFocused()
    await clerk.keyboard.type('示例快运')
    await way.keys.press('Enter')
    await clerk.keyboard.type('YD20261121001')
    await way.keys.press('Ctrl+Enter')
    await expect(way.state).toHaveText('已发运')
    await clerk.context().close()
  })

  await test.step('the batch is built, sealed, confirmed by a second person and exported', async () => {
    const page = await station.person('claimClerk')
    const keys = keysOf(page)
    await keys.press('Alt+5')
    await expect(page.locator('.ag-cell-focus')).toBeVisible()
    await keys.press('Ctrl+b')
    await expect(page.getByText('待提交 1 单')).toBeVisible()
    await keys.press('Ctrl+Enter')
    await expect(page).toHaveURL(/batches\/\d+$/)
    await expect(page.getByRole('button', { name: /^封批/ })).toBeEnabled()
    await keys.press('Ctrl+Enter')
    await expect(page.getByRole('button', { name: /^换第二经办人/ })).toBeEnabled()
    await paperOn(page).isDrawn()
    expect(await copiesOf(paperOn(page))).toEqual(['第一联', '第二联', '第三联'])
    await keys.press('Ctrl+Enter')
    await signIn(page, 'claimClerk', 1)
    await expect(page.getByRole('button', { name: /^第二经办人确认/ })).toBeEnabled()
    await keys.press('Ctrl+Enter')
    await expect(page.getByRole('button', { name: /^导出批次文件/ })).toBeEnabled()
    const [download] = await Promise.all([page.waitForEvent('download'), keys.press('Ctrl+Enter')])
    const file = await download.path()
    expect(download.suggestedFilename()).toMatch(/^DEMO_SD0731_.+\.zip$/)
    const verdict = await verifyBatchFile(readFileSync(file))
    expect(verdict.ok && { claims: verdict.summary.totals.claims, total: verdict.summary.totals.amounts.totalFen }).toEqual({
      claims: 1,
      total: expect.any(Number),
    })
    expect(spawnSync(process.execPath, [program, 'batch', 'verify', file], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('批次文件完好'),
    })
  })
})
