import { answered } from './pages/keys.ts'
import { addRow, cell, editor, newRow, openList, put, typeOn } from './pages/record-grid.ts'
import { expect, test } from './station.ts'

const all = { offset: 0, limit: 5, sort: [] }

test('rows not saved yet outlive a reload, with the cell that was open: a wrong one is still told, a new one is saved afterwards', async ({
  station,
}) => {
  const page = await station.person('claimClerk')
  await openList(page, 'labour', '工时')
  const code = await cell(page, 'code').innerText()
  const find = async (text: string) => (await station.api.catalogue.listLabour({ ...all, text, filter: { activeOnly: true } })).rows[0]
  await cell(page, 'hours').click()
  await put(page, 'hours', 0, 'abc')
  await addRow(page)
  await typeOn(page, 'x0102', 'name')
  await page.keyboard.type('更换机油')
  await expect(editor(page)).toHaveValue('更换机油')
  await page.reload()
  await expect(page.locator('.frame-foot')).toContainText('2 行未保存')
  await expect(page.locator('.record-saved')).toContainText('2 行未保存')
  await expect(cell(page, 'code', newRow)).toHaveText('X0102')
  await expect(cell(page, 'name', newRow)).toHaveText('更换机油')
  await expect(cell(page, 'hours')).toHaveText('abc')
  await expect(page.locator('.record-trouble')).toContainText(code)
  await expect(page.locator('.record-trouble')).toContainText('只能填数字')
  await cell(page, 'hours').click()
  await put(page, 'hours', 0, '3.5')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.frame-foot')).toContainText('无未保存')
  expect([(await find('X0102'))?.name, (await find(code))?.hours]).toEqual(['更换机油', 350])
  await page.reload()
  await expect(cell(page, 'hours')).toHaveText('3.5')
  await expect(page.locator('.frame-foot')).toContainText('无未保存')
})

test('a row being typed in is deleted: what was saved of it on the way is no other seat’s change, what could not be saved goes with it', async ({
  station,
}) => {
  const { api, given } = station
  for (const code of ['A0001', 'A0002'])
    await api.catalogue.saveLabour({
      id: null,
      revision: 0,
      code,
      name: '调整',
      manufacturerId: given.manufacturerId,
      hours: 100,
      system: '',
      active: true,
    })
  const page = await station.person('claimClerk')
  await openList(page, 'labour', '工时')
  const dialog = page.getByRole('dialog', { name: '删除' })
  for (const [code, typed] of [
    ['A0001', '2.5'],
    ['A0002', 'abc'],
  ] as const) {
    await expect(cell(page, 'code')).toHaveText(code)
    await cell(page, 'hours').click()
    await put(page, 'hours', 0, typed)
    await page.keyboard.press('Control+Delete')
    await expect(dialog).toContainText(code)
    if (typed === '2.5') await expect(page.locator('.record-saved [role=status]')).toContainText(code)
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toHaveCount(0)
  }
  await expect(cell(page, 'code')).not.toHaveText('A0002')
  await expect(page.locator('.frame-foot')).toContainText('无未保存')
})

test('a part typed and not chosen yet outlives a reload; F8 goes round the unsaved rows, one that is far down the list is searched', async ({
  station,
}) => {
  const page = await station.person('chief')
  await openList(page, 'prices', '价格表')
  await addRow(page)
  await page.keyboard.type('10000-SLA')
  await answered(page)
  await page.reload()
  await expect(cell(page, 'partCode', newRow)).toHaveText('10000-SLA')
  await expect(page.locator('.record-trouble')).toContainText('从找到的里选一条')
  await page.keyboard.press('F8')
  await expect(cell(page, 'partCode', newRow)).toBeFocused()
  await page.keyboard.press('F2')
  await answered(page)
  await page.keyboard.press('End')
  await page.keyboard.type('-0000')
  await answered(page)
  await page.keyboard.press('Enter')
  await expect(cell(page, 'partName', newRow)).toHaveText('发动机总成')
  await cell(page, 'priceFen', newRow).click()
  await put(page, 'priceFen', newRow, '777')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.frame-foot')).toContainText('无未保存')

  await openList(page, 'parts', '零件')
  const search = page.getByRole('searchbox')
  const { rows } = await station.api.catalogue.listParts({ ...all, offset: 180, text: '', filter: { activeOnly: true, category: null } })
  const far = rows[0]?.code ?? ''
  await search.fill(far)
  await expect(cell(page, 'code')).toHaveText(far)
  await cell(page, 'priceFen').click()
  await put(page, 'priceFen', 0, 'abc')
  await search.fill('')
  await expect(page.locator('.grid-foot')).not.toContainText('/ 1 ')
  await addRow(page)
  await typeOn(page, 'x-1', 'name')
  await page.reload()
  await expect(page.locator('.record-saved')).toContainText('2 行未保存')
  await expect(cell(page, 'code', newRow)).toHaveText('X-1')
  await page.keyboard.press('F8')
  await expect(search).toHaveValue(far)
  await expect(cell(page, 'priceFen')).toBeFocused()
  await expect(cell(page, 'priceFen')).toHaveText('abc')
  await page.keyboard.press('F8')
  await expect(cell(page, 'code', newRow)).toBeFocused()
})
