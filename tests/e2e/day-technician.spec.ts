import { contentOnFile, frames, takeStep, type Content } from '#tests/support/builders'
import { homeOn } from './pages/home.ts'
import { orderOn } from './pages/order.ts'
import { paperOn } from './pages/paper.ts'
import { expect, test } from './station.ts'

const bare: Partial<Content> = { checkResult: '', faultReason: '', repairMethod: '', partLines: [], labourLines: [] }

test('technician: his own jobs, from the diagnosis to the label', async ({ station }) => {
  test.setTimeout(120_000)
  const { given } = station
  const mine = await given.anOrder({ customer: { name: '王喆', phone: '13900000001' }, content: bare })
  const other = await given.anOrder({
    customer: { name: '陈钢', phone: '13900000002' },
    unit: { frameNo: frames[1], plateNo: '苏M22222', engineNo: 'E-2' },
    content: { ...bare, technicianId: given.technician(1) },
  })
  await station.advance({ hours: 1 })
  const page = await station.person('technician')
  const [home, order] = [homeOn(page), orderOn(page)]
  const { press, type } = order.keys

  await test.step("the desk shows his job, and not the other one's; he begins there", async () => {
    await expect(home.row('待修与修理中', mine.no)).toBeVisible()
    await expect(home.row('待修与修理中', other.no)).toHaveCount(0)
    await home.act('待修与修理中', mine.no)
    await expect(page.getByText(`已开工：${mine.no}`)).toBeVisible()
    await home.act('待修与修理中', mine.no)
    await expect(order.now).toHaveText('修理中')
  })

  await test.step('Ctrl+Enter leads from one missing thing to the next', async () => {
    await press('Ctrl+Enter')
    await expect(order.field('故障原因')).toBeFocused()
    await order.field('检查结果').focus()
    await type('次级线圈断路，电阻无穷大')
    await expect(order.foot).toContainText('草稿已保存')
    await page.reload()
    await expect(order.field('检查结果')).toHaveValue('次级线圈断路，电阻无穷大')
    await order.field('故障代码').focus()
    await order.take('GZ050102', /雨天断火/)
    await expect(page.getByRole('combobox', { name: '责任' })).toBeFocused()
    await expect(order.field('故障原因')).toHaveValue('点火线圈绝缘击穿漏电')
  })

  await test.step('part, labour and a photo', async () => {
    await order.addLine('零件', '零件编号')
    await order.take('dhxq', '30510-SLA-0000')
    await order.leaveCell()
    await order.addLine('工时', '工时代码')
    await order.take('DG0502', '更换点火线圈')
    await order.leaveCell()
    await order
      .section('附件')
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '旧件.png', mimeType: 'image/png', buffer: onePixel })
    await expect(order.section('附件')).toContainText('旧件.png')
  })

  await test.step('finished', async () => {
    await station.advance({ hours: 2 })
    await order.step('完工', '已完工')
    const { partLines, labourLines, status } = await station.api.workOrders.get({ id: mine.id })
    expect({ status, parts: partLines.map(({ partCode }) => partCode), labour: labourLines.map(({ labourCode }) => labourCode) }).toEqual({
      status: 'finished',
      parts: ['30510-SLA-0000'],
      labour: ['DG0502'],
    })
    expect((await station.api.attachments.list({ workOrderId: mine.id })).map(({ name }) => name)).toEqual(['旧件.png'])
  })

  await test.step('the old part gets its label at the desk; the finished job is no longer his', async () => {
    await home.go()
    await expect(home.group('待修与修理中')).toBeHidden()
    await home.act('待贴标签', mine.no)
    await expect(page.getByRole('button', { name: /^取号并打印/ })).toBeEnabled()
    await press('Ctrl+Enter')
    await paperOn(page).isDrawn()
    expect(await paperOn(page).download()).toEqual([expect.stringContaining('点火线圈')])
    await order.closeDialog()
    await expect(home.group('待贴标签')).toBeHidden()
  })

  await test.step("the other one's finished work waits for his inspection", async () => {
    const repairer = station.as('technician', 1)
    await takeStep(repairer, other.id, 'start')
    const { content, revision } = await contentOnFile(repairer, other.id)
    await repairer.workOrders.save({
      id: other.id,
      revision,
      content: given.aContent({
        ...content,
        checkResult: '化油器浮子卡滞',
        faultReason: '浮子室有积垢',
        repairMethod: '清洗浮子室，试车正常',
        partLines: [],
        labourLines: [given.aLabourLine()],
      }),
      draftKey: null,
    })
    await takeStep(repairer, other.id, 'finish')
    await home.act('待检验', other.no)
    await expect(page.getByText(`已检验合格：${other.no}`)).toBeVisible()
    expect((await station.api.workOrders.get({ id: other.id })).status).toBe('inspected')
  })
})

const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
