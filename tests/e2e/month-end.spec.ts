import { aDeliveredOrder } from '#tests/support/chain'
import { keysOf } from './pages/keys.ts'
import { paperOn } from './pages/paper.ts'
import { expect, test } from './station.ts'

test('F20 of last month: gathered, a figure corrected with the one on record beside it, gathered again without losing it, looked at and issued', async ({
  station,
}) => {
  await aDeliveredOrder(station)
  await station.advance({ days: 12 })
  const page = await station.person('chief')
  const { press, type } = keysOf(page)
  await page.goto(`${new URL(page.url()).origin}/#/forms/F20/new`)
  await paperOn(page).isDrawn()
  await expect(page.getByRole('textbox', { name: '自', exact: true })).toHaveValue('2026-11-01')

  await press('Ctrl+g')
  const said = page.locator('#section-gather')
  await expect(said.getByText(/已汇总 2026-11-01 至 2026-11-30/)).toBeVisible()
  await expect(said.getByText(/没有记录，请手填：.*投诉数/)).toBeVisible()
  const labour = page.getByRole('textbox', { name: '工时费' })
  await expect(labour).toHaveValue('48.00')
  await expect(page.getByRole('grid', { name: '维修情况' }).getByRole('row', { name: '第 1 行' })).toContainText('示例·锐风125')

  const visits = page.getByRole('textbox', { name: '走访户数' })
  await visits.focus()
  await type('3')
  await labour.focus()
  await press('Ctrl+a')
  await type('50')
  await press('Enter')
  await expect(page.locator('[data-field="values.amountLabour"]').getByText('记录为 48.00')).toBeVisible()
  await expect(said.getByText('改过 1 处')).toBeVisible()

  await press('Ctrl+g')
  await expect(labour).toHaveValue('50.00')
  await expect(visits).toHaveValue('3')
  await expect.poll(async () => (await station.api.forms.list({ form: 'F20' })).length).toBe(1)
  await expect.poll(async () => (await paperOn(page).download()).join('')).toContain('50.00')

  await press('Ctrl+Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('.pdf-tab')).toHaveText(['第一联', '第二联'])
  await press('Escape')
  await expect(page.getByText(/已开具为 .*BD20-202612-0001/)).toBeVisible()
  const [issued] = await station.api.forms.list({ form: 'F20' })
  const { content } = await station.api.forms.get({ id: issued?.id ?? 0 })
  expect([content.values['amountLabour'], content.gathered?.values['amountLabour'], content.values['visits']]).toEqual([50_00, 48_00, 3])
})
