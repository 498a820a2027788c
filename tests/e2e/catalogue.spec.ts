import { answered } from './pages/keys.ts'
import { addRow, cell, editor, newRow, openList, put, saveRow, typeOn } from './pages/record-grid.ts'
import { frames } from '#tests/support/builders'
import { aDeliveredOrder } from '#tests/support/chain'
import { expect, test } from './station.ts'

const all = { offset: 0, limit: 5, sort: [] }

test('labour by keyboard: a cell changed, undone; what is wrong said at its cell; a new code; retired and brought back', async ({
  station,
}) => {
  const page = await station.person('claimClerk')
  await openList(page, 'labour', '工时')
  const find = async (text: string) => (await station.api.catalogue.listLabour({ ...all, text, filter: { activeOnly: false } })).rows[0]
  const code = await cell(page, 'code').innerText()
  const before = (await find(code))?.hours
  await expect(cell(page, 'code')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  // struck without waiting for the cell to open: the first key replaces what stood there, the others follow it
  await Promise.all(['1', '2', '.', '5', 'Enter'].map((key) => page.keyboard.press(key)))
  await expect(cell(page, 'hours')).toHaveText('12.5')
  await page.keyboard.press('Escape')
  await put(page, 'hours', 0, 'abc')
  await expect(page.locator('.record-why')).toContainText('只能填数字')
  await expect(page.locator('.frame-foot')).toContainText('1 行未保存')
  await put(page, 'hours', 0, '2.5')
  await saveRow(page, code)
  await expect(page.locator('.frame-foot')).toContainText('无未保存')
  expect((await find(code))?.hours).toBe(250)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await find(code))?.hours).toBe(before)

  await addRow(page)
  await typeOn(page, 'x0101', 'name')
  await typeOn(page, '调整气门间隙', 'hours')
  await page.keyboard.type('0.01')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.record-why')).toContainText('0.1')
  await put(page, 'hours', newRow, '0.8')
  await saveRow(page, 'X0101')
  expect(await find('X0101')).toMatchObject({ name: '调整气门间隙', hours: 80, active: true })
  await expect(cell(page, 'hours')).toBeFocused()

  await page.getByPlaceholder('代码 · 名称 · 拼音首字母').fill('X0101')
  await expect(cell(page, 'name')).toHaveText('调整气门间隙')
  await cell(page, 'active').click()
  await page.keyboard.press(' ')
  await saveRow(page, '已停用')
  await expect(cell(page, 'name')).toHaveCount(0)
  expect((await find('X0101'))?.active).toBe(false)
  await page.keyboard.press('Control+z')
  await expect(cell(page, 'name')).toHaveText('调整气门间隙')
})

test('rows chosen by Space are retired together, brought back at once, and copied with their columns', async ({ station }) => {
  const page = await station.person('chief')
  await openList(page, 'labour', '工时')
  const code = (row: number) => cell(page, 'code', row)
  const [first, second, third] = [await code(0).innerText(), await code(1).innerText(), await code(2).innerText()]
  const foot = page.locator('.grid-foot')
  await expect(code(0)).toBeFocused()
  await page.keyboard.press(' ')
  await expect(foot).toContainText('已选 1')
  await page.keyboard.press('ArrowDown')
  await expect(code(1)).toBeFocused()
  await page.keyboard.press(' ')
  await expect(foot).toContainText('已选 2')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.keyboard.press('Control+c')
  await expect(foot).toContainText('已复制 2 行')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(new Set(copied.split('\n').map((line) => line.split('\t')[0]))).toEqual(new Set([first, second]))
  await foot.getByRole('button', { name: '停用 2 条' }).click()
  await expect(foot).toContainText('已停用 2 条')
  await expect(code(0)).toHaveText(third)
  const active = async () =>
    Promise.all(
      [first, second].map(
        async (text) => (await station.api.catalogue.listLabour({ ...all, text, filter: { activeOnly: false } })).rows[0]?.active,
      ),
    )
  expect(await active()).toEqual([false, false])
  await foot.getByRole('button', { name: '撤销' }).click()
  await expect(code(0)).toHaveText(first)
  expect(await active()).toEqual([true, true])
})

test('a fault code under its branch; a price from a day on; a refused delete says where the record is used', async ({ station }) => {
  await station.given.anOrder()
  const page = await station.person('chief')
  await openList(page, 'faults', '故障代码')
  await page
    .getByRole('navigation', { name: '故障树' })
    .getByRole('button', { name: /^制动系统/ })
    .click()
  await expect(cell(page, 'system')).toHaveText('制动系统')
  await page.goto(`${page.url().split('#')[0]}#/catalogue?view=labour`)
  await expect(page.getByRole('region', { name: '工时', exact: true })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('region', { name: '故障代码', exact: true })).toBeVisible()
  await expect(cell(page, 'system')).toHaveText('制动系统')
  await expect(cell(page, 'code')).toBeFocused()
  await addRow(page)
  await typeOn(page, 'gz9901', 'system')
  await expect(editor(page)).toHaveValue('制动系统')
  await page.keyboard.press('Escape')
  await expect(cell(page, 'system', newRow)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await put(page, 'part', newRow, '刹车油管')
  await saveRow(page, 'GZ9901')
  const [fault] = (
    await station.api.catalogue.listFaults({ ...all, text: 'gz9901', filter: { activeOnly: true, system: '制动系统', assembly: null } })
  ).rows
  expect(fault).toMatchObject({ part: '刹车油管' })

  await openList(page, 'prices', '价格表')
  await addRow(page)
  await page.keyboard.type('10000-SLA-0000')
  await expect(page.getByRole('option').first()).toContainText('发动机总成')
  await answered(page)
  await page.keyboard.press('Enter')
  await expect(cell(page, 'partName', newRow)).toHaveText('发动机总成')
  await cell(page, 'validFrom', newRow).click()
  await put(page, 'validFrom', newRow, '20270101')
  await expect(cell(page, 'priceFen', newRow)).toHaveText('')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.record-why')).toContainText('三包价')
  await cell(page, 'priceFen', newRow).click()
  await put(page, 'priceFen', newRow, '777')
  await saveRow(page, '2027-01-01')
  const [price] = (await station.api.catalogue.listPrices({ ...all, text: '', filter: { partId: null, current: false } })).rows
  expect(price).toMatchObject({ partCode: '10000-SLA-0000', validFrom: '2027-01-01', validTo: null, priceFen: 77_700 })

  // a part may be entered before its price is known; its cell is empty then, not 0.00
  await openList(page, 'parts', '零件')
  await expect(cell(page, 'priceFen')).not.toHaveText('')
  await cell(page, 'priceFen').click()
  await put(page, 'priceFen', 0, '0')
  await expect(cell(page, 'priceFen')).toHaveText('')
  await saveRow(page, await cell(page, 'code').innerText())

  await openList(page, 'models', '车型')
  const used = await station.api.catalogue.listModels({ ...all, limit: 50, text: '', filter: { activeOnly: true } })
  const unit = station.given.aUnit()
  const model = used.rows.find(({ id }) => id === unit.modelId)
  await page.getByPlaceholder('代码 · 名称 · 拼音首字母').fill(model?.code ?? '')
  await expect(cell(page, 'code')).toHaveText(model?.code ?? '')
  await cell(page, 'code').click()
  await page.keyboard.press('Control+Delete')
  const dialog = page.getByRole('dialog', { name: '删除' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('alert')).toContainText('车辆 1 处')
})

test('another seat was faster: both sides are shown, and mine is saved when I say so', async ({ station }) => {
  const page = await station.person('chief')
  await openList(page, 'models', '车型')
  const code = await cell(page, 'code').innerText()
  const now = async () => (await station.api.catalogue.listModels({ ...all, text: code, filter: { activeOnly: false } })).rows[0]!
  await cell(page, 'name').click()
  await put(page, 'name', 0, '我的叫法')
  await station.as('chief').catalogue.saveModel({ ...(await now()), name: '别人的叫法' })
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.record-trouble')).toContainText('现在是「别人的叫法」，您填的是「我的叫法」')
  await page.getByRole('button', { name: '存我填的' }).click()
  await expect.poll(async () => (await now()).name).toBe('我的叫法')
})

test('a policy that has judged: its rules stand still, a new version is made from a day of purchase on', async ({ station }) => {
  await station.given.anOrder()
  const page = await station.person('chief')
  const uses = await Promise.all(
    (await station.api.catalogue.policies({})).map(async (policy) => ({
      policy,
      ...(await station.api.catalogue.policyUse({ id: policy.id })),
    })),
  )
  const judged = uses.find(({ units }) => units > 0)?.policy
  await page.evaluate((id) => {
    window.location.hash = `/catalogue?view=policies&policy=${id}`
  }, judged?.id ?? 0)
  await expect(page.getByText('已有 1 台车按这个政策判定过')).toBeVisible()
  // a policy is not retired: the question and the refusal say how it ends
  await page.getByRole('button', { name: '删除' }).click()
  const asked = page.getByRole('dialog', { name: '删除' })
  await expect(asked).toContainText('只有没用过的才能删除，用过的请填「购车日到」')
  await expect(asked).not.toContainText('停用')
  await page.keyboard.press('Control+Enter')
  await expect(asked.getByRole('alert')).toContainText('不再给新车用就填「购车日到」')
  await page.keyboard.press('Escape')
  await expect(asked).toBeHidden()
  await page.keyboard.press('Control+b')
  const name = page.getByRole('textbox', { name: '政策', exact: true })
  await expect(name).toBeFocused()
  await name.fill('2027 版')
  await page.getByRole('textbox', { name: '购车日从' }).fill('2027-01-01')
  await page.getByRole('checkbox', { name: '里程表' }).check()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('row', { name: /2027 版/ })).toBeVisible()
  const versions = (await station.api.catalogue.policies({})).filter(({ code }) => code === judged?.code)
  expect(versions.map(({ name: called, validTo }) => ({ called, validTo }))).toEqual([
    { called: judged?.name, validTo: '2026-12-31' },
    { called: '2027 版', validTo: null },
  ])
  expect(versions[1]?.photoKinds).toContain('odometer')
})

test('rates and terms from a day: a day too early is refused with the right one, a new rate holds from its day, one that settled an order is only read', async ({
  station,
}) => {
  const { id: orderId } = await aDeliveredOrder(station)
  const page = await station.person('chief')
  const policies = await station.api.catalogue.policies({})
  const uses = await Promise.all(policies.map(async ({ id }) => ({ id, ...(await station.api.catalogue.policyUse({ id })) })))
  const id = uses.find(({ units }) => units > 0)?.id ?? 0
  await page.evaluate((policy) => {
    window.location.hash = `/catalogue?view=policies&policy=${policy}`
  }, id)
  await page.getByText('费用与期限', { exact: true }).click()
  await expect(page.getByText('建档时的约定，一直留着')).toBeVisible()
  await page.keyboard.press('Control+b')
  const from = page.getByRole('textbox', { name: '接车日从' })
  await expect(from).toBeFocused()
  const earliest = await from.inputValue()
  await from.fill('2026-01-01')
  await page.getByRole('textbox', { name: '里程费' }).fill('1.5')
  await page.getByRole('textbox', { name: '住宿标准' }).fill('180')
  await page.keyboard.press('Control+s')
  await expect(
    page
      .getByRole('alert')
      .filter({ hasText: `最早应从 ${earliest} 起` })
      .first(),
  ).toBeVisible()
  await from.fill(earliest)
  await page.keyboard.press('Control+s')
  const row = page.getByRole('row', { name: new RegExp(earliest) })
  await expect(row).toContainText('里程费 1.00 → 1.50')
  await expect(row).toContainText('住宿标准 150.00 → 180.00')
  const termsOf = async () => (await station.api.catalogue.policyTerms({ id })).rows
  const [, made] = await termsOf()
  expect(made).toMatchObject({ validFrom: earliest, settled: 0, terms: { kmRate: 150, lodgingPerNight: 18_000, mealPerDay: 3000 } })
  expect((await station.api.workOrders.get({ id: orderId })).totals.totalFen).toBe(13_450)
  // deleted with something typed in them, they leave no draft behind
  await page.keyboard.press('Control+b')
  await expect(from).toBeFocused()
  await from.fill('2027-01-01')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('row', { name: /2027-01-01/ })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('textbox', { name: '里程费' }).fill('9')
  await page.keyboard.press('Tab')
  await expect(page.locator('.frame-foot')).toContainText('1 份草稿未提交')
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('row', { name: /2027-01-01/ })).toHaveCount(0)
  await expect(page.locator('.frame-foot')).toContainText('无未保存')
  await row.dblclick()
  await expect(row).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('textbox', { name: '餐费标准' }).fill('2000')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('alert').filter({ hasText: '餐费标准应在 0.00 到 1,000.00 元之间' }).first()).toBeVisible()
  // finished under them, an order keeps them; nobody types what could not be saved
  await station.advance({ days: 2 })
  await aDeliveredOrder(station, { unit: { frameNo: frames[1], engineNo: 'SL156FMI-26A00999', plateNo: '' } })
  await page.reload()
  await expect(page.getByText('已用在 1 张完工的工单上')).toBeVisible()
  await expect(page.getByRole('textbox', { name: '餐费标准' })).toBeDisabled()
  expect((await termsOf())[1]?.terms.mealPerDay).toBe(3000)
})
