import { test } from './fresh-station.ts'
import { intakeOn } from './pages/intake.ts'
import { orderOn } from './pages/order.ts'
import { paperOn } from './pages/paper.ts'
import { addRow, openList, saveRow, typeOn } from './pages/record-grid.ts'
import { expect, withoutPrintDialog } from './station.ts'

test('from an empty station to the first voucher on paper: what is missing is said and led to, nothing is known beforehand', async ({
  page,
  address,
}) => {
  test.setTimeout(200_000)
  const order = orderOn(page)
  const { press, type } = order.keys
  const typeAll = async (texts: readonly string[]) => {
    for (const text of texts) {
      await type(text)
      await press('Enter')
    }
  }
  const put = async (label: string, text: string) => {
    await page.getByLabel(label, { exact: true }).focus()
    await type(text)
    await press('Tab')
  }

  await test.step('the station, its maker, a technician who also inspects; the rest later', async () => {
    await withoutPrintDialog(page)
    await page.goto(address)
    await expect(page.getByRole('button', { name: /开始建站/ })).toBeVisible()
    await press('Ctrl+Enter')
    await expect(page.getByLabel('站代码')).toBeFocused()
    await typeAll(['nj0001', '示例市江北摩托服务站', '王振华'])
    await type('9001')
    await press('Ctrl+Enter')
    await expect(page.getByLabel('厂方代码')).toBeFocused()
    await typeAll(['jx', '江西某某摩托车厂'])
    await press('Ctrl+Enter')
    await expect(page.getByLabel('姓名')).toBeFocused()
    await page.getByRole('button', { name: '其余以后再填' }).click()
    await expect(page.getByText('三步开始')).toBeVisible()
  })

  await test.step('a technician, a model and a part are typed into 资料', async () => {
    await openList(page, 'technicians', '技师')
    await addRow(page)
    await typeOn(page, 'j01', 'name')
    await type('赵敏')
    await saveRow(page, '赵敏')
    await openList(page, 'models', '车型')
    await addRow(page)
    await typeOn(page, 'jx150', 'name')
    await type('江西150')
    await saveRow(page, 'JX150')
    await openList(page, 'parts', '零件')
    await addRow(page)
    await typeOn(page, '30510-jx', 'name')
    await type('点火线圈')
    await saveRow(page, '30510-JX')
  })

  await test.step('the first vehicle comes in', async () => {
    await press('Alt+2')
    await expect(page.getByRole('button', { name: /^新工单/ }).first()).toBeVisible()
    const intake = intakeOn(page)
    await intake.open()
    await intake.find('孙丽', /新建/)
    await expect(page.getByLabel('电话', { exact: true })).toBeFocused()
    await type('13851612345')
    await page.getByLabel('车型', { exact: true }).focus()
    await order.take('jx150', /JX150/)
    await put('车架号', 'LBPPCJLB6H0000012')
    await put('购车日期', '20260601')
    await put('行驶里程', '1200')
    await page.getByLabel('维修技师').focus()
    await type('赵敏')
    await expect(page.locator('.ant-select-item-option-active', { hasText: '赵敏' })).toBeVisible()
    await press('Enter')
    await put('故障现象', '打不着火')
    await intake.arrive()
  })

  await test.step('the invoice is missing: the way leads to its field and back', async () => {
    await expect(order.missing).toContainText('没有购车发票号')
    await page.locator('.step-missing').getByText('去填写').click()
    await expect(page.getByLabel('购车发票号')).toBeFocused()
    await type('FP-0001')
    await press('Ctrl+s')
    await expect(page.getByText('已保存')).toBeVisible()
    await press('Escape', 'Escape')
    await expect(order.now).toHaveText('待修')
    await order.step('开工', '修理中')
  })

  await test.step('the repair: 完工 leads to what is missing, one after the other', async () => {
    await put('故障原因', '点火线圈击穿')
    await order.addLine('零件', '零件编号')
    await order.take('30510', /30510-JX/)
    await order.leaveCell()
    await press('Ctrl+Enter')
    await expect(page.getByLabel('维修措施', { exact: true })).toBeFocused()
    await type('更换点火线圈')
    await expect(order.missing).not.toContainText('维修措施')
    await expect(order.missing).toContainText('单价是 0.00')
    await order.missing.getByText('去填写').first().click()
    await expect(page.locator('[data-field="partLines.0.priceFen"]')).toBeFocused()
    await type('86.5')
    await press('Enter')
    await expect(order.missing).toContainText('可以进行')
    await order.step('完工', '已完工')
    await order.step('检验合格', '已检验')
  })

  await test.step('the voucher is issued and printed in its two copies', async () => {
    await expect(page.getByRole('button', { name: '开具凭证' }).first()).toBeEnabled()
    await expect(order.missing).toContainText('「凭证抬头的车」还没有填写')
    await expect(order.missing).not.toContainText('可以进行')
    await order.missing.getByText('去填写').first().click()
    await expect(page.getByLabel('凭证抬头的车')).toBeFocused()
    await press('Escape', 'Escape')
    await expect(order.now).toHaveText('已检验')
    await press('Ctrl+Enter')
    const refused = page.getByRole('alert').filter({ hasText: '还不能开具' })
    await expect(refused).toContainText('保修作业凭证')
    await expect(refused).toContainText('编号还没有占用')
    await refused.getByText('去填写').first().click()
    await expect(page.getByLabel('凭证抬头的车')).toBeFocused()
    await type('江西某某摩托车')
    await put('凭证第一联收件', '江西某某摩托车厂售后服务部')
    await press('Ctrl+s')
    await expect(page.getByText('已保存')).toBeVisible()
    await press('Escape', 'Escape')
    await expect(order.now).toHaveText('已检验')
    await expect(order.missing).toContainText('可以进行')
    await press('Ctrl+Enter')
    await paperOn(page).isDrawn()
    const pages = await paperOn(page).download()
    expect(pages.map((each) => each.match(/第[一二三]联/g)?.at(-1))).toEqual(['第一联', '第二联'])
    for (const said of ['示例市江北摩托服务站', '孙丽', 'LBPPCJLB6H0000012', '30510-JX', '更换点火线圈']) expect(pages[0]).toContain(said)
    await press('Ctrl+p')
    await expect(page.getByText('已送打印，并记入打印记录')).toBeVisible()
  })
})
