import { orderOn } from './pages/order.ts'
import { openedTwice } from './pages/two-seats.ts'
import { personOf } from './pages/sign-in.ts'
import { expect, test } from './station.ts'

test('two seats change the same fields: both values stand beside each other, one choice per field, the rest is merged', async ({
  station,
}) => {
  const { id, one, other } = await openedTwice(station, [
    ['technician', 0],
    ['technician', 1],
  ])
  const second = other.page
  await other.retype('检查结果', '高压包漏电')
  await other.retype('故障原因', '雨天进水')
  await one.retype('检查结果', '次级线圈匝间短路')
  await one.retype('故障原因', '壳体裂纹')
  await one.retype('维修措施', '更换总成')
  await one.save()
  const table = second.getByRole('table', { name: '两边不同的内容' })
  await expect(table).toContainText('高压包漏电')
  await expect(table).toContainText('次级线圈匝间短路')
  await expect(table).toContainText('壳体裂纹')
  await expect(other.field('维修措施')).toHaveValue('更换总成')
  await table.getByRole('button', { name: '壳体裂纹' }).focus()
  await other.keys.press('Enter')
  await second.getByRole('button', { name: '按选定的继续' }).focus()
  await other.keys.press('Enter')
  await other.save()
  const { checkResult, faultReason, repairMethod } = await station.api.workOrders.get({ id })
  expect({ checkResult, faultReason, repairMethod }).toEqual({
    checkResult: '高压包漏电',
    faultReason: '壳体裂纹',
    repairMethod: '更换总成',
  })
  await expect(other.section('记录')).toContainText('次级线圈匝间短路 → 高压包漏电')
})

test('who opens an order on which someone types is told, sees what, and can take it over', async ({ station }) => {
  const { no } = await station.given.anOrder()
  const [first, second] = [await station.person('technician'), await station.person('chief')]
  const [one, other] = [orderOn(first), orderOn(second)]
  await one.open(no)
  await one.retype('备注', '等用户回电')
  await expect(one.foot).toContainText('草稿已保存')
  await other.open(no)
  await expect(second.getByText(new RegExp(`${personOf('technician').name} 正在填写这张工单`))).toBeVisible()
  await second.getByRole('button', { name: '看看填了什么' }).focus()
  await other.keys.press('Enter')
  await expect(second.getByRole('dialog')).toContainText('等用户回电')
  await second.getByRole('button', { name: '取到我这里' }).focus()
  await other.keys.press('Enter')
  await expect(other.field('备注')).toHaveValue('等用户回电')
  await other.save()
  await expect(first.getByText(/别的席位也改了/)).toHaveCount(0)
})
