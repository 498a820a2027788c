import type { Page } from '@playwright/test'
import { labelledPieces, takeManifestStep } from '../handlers/old-part-stories.ts'
import { keysOf } from './pages/keys.ts'
import { expect, test, type Station } from './station.ts'

/** Three labelled pieces of one order, two of them on a manifest that the maker has received. */
async function received(station: Station) {
  const { pieces, workOrderId } = await labelledPieces(station, station.given, 3)
  const { id } = await station.api.manifests.create({ manufacturerId: station.given.manufacturerId })
  for (const { labelNo } of pieces.slice(0, 2)) await station.api.manifests.pack({ id, boxNo: 1, scan: labelNo })
  await takeManifestStep(station.api, id, 'seal')
  const { revision, ...content } = await station.api.manifests.get({ id })
  await station.api.manifests.save({ id, revision, content: { ...content, method: 'own' } })
  await takeManifestStep(station.api, id, 'ship')
  await takeManifestStep(station.api, id, 'receive', { boxesReceived: 1 })
  return { id, pieces, workOrderId }
}

/** The act of the opened piece, by its word; its question stands there. */
async function asks(page: Page, word: string): Promise<void> {
  await page.getByRole('complementary').getByRole('button', { name: word, exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
}

test('what the maker rejects is appealed once, his answer entered, and each piece gets its end; the shipment is closed', async ({
  station,
}) => {
  const { id, pieces } = await received(station)
  const [first, second] = pieces.map(({ labelNo }) => labelNo)
  const page = await station.person('chief')
  const { press, type } = keysOf(page)
  const dialog = page.getByRole('dialog')
  const now = page.locator('.step[data-at=now]')
  const state = page.locator('.piece-head .tag').first()
  const toManifest = async () => {
    await page.goto(`${new URL(page.url()).origin}/#/manifests/${id}`)
    await expect(page.getByRole('row', { name: new RegExp(first ?? '') })).toBeFocused()
  }
  await toManifest()
  await expect(now).toHaveText('厂方签收')

  await test.step('鉴定: the first is rejected with its reason, the second is good', async () => {
    await press('Ctrl+Enter')
    await expect(dialog.getByRole('combobox', { name: first ?? '' })).toBeFocused()
    await type('驳回')
    await expect(page.locator('.ant-select-item-option-active')).toHaveText('鉴定驳回')
    await press('Enter')
    const why = dialog.getByRole('textbox', { name: first ?? '' })
    await expect(why).toBeFocused()
    await type('非质量问题')
    await press('Ctrl+Enter')
    await expect(now).toHaveText('已鉴定')
  })

  await test.step('申诉 from the piece: why not; then the answer, which is final', async () => {
    await expect(page.getByRole('row', { name: new RegExp(first ?? '') })).toBeFocused()
    await press('Enter')
    await expect(state).toHaveText(/鉴定驳回/)
    await expect(page.locator('.ag-cell-focus')).toBeVisible()
    await asks(page, '申诉')
    await expect(dialog.getByLabel('原因')).toBeFocused()
    await type('断口是材料缺陷')
    await press('Ctrl+Enter')
    await expect(state).toHaveText(/申诉中/)
    await asks(page, '部分合格')
    await type('认一半')
    await press('Ctrl+Enter')
    await expect(state).toHaveText(/部分合格/)
  })

  await test.step('处置 says where the piece went', async () => {
    await asks(page, '处置')
    await expect(dialog.getByRole('combobox')).toBeFocused()
    await type('返厂')
    await expect(page.locator('.ant-select-item-option-active')).toHaveText('返厂')
    await press('Enter', 'Ctrl+Enter')
    await expect(state).toHaveText(/已处置/)
    const { disposal, verdict } = await station.api.returnedParts.get({ id: pieces[0]?.id ?? 0 })
    expect([disposal, verdict]).toEqual(['toMaker', 'partial'])
  })

  await test.step('the shipment is closed', async () => {
    await toManifest()
    await expect(page.getByRole('row', { name: new RegExp(second ?? '') })).toContainText('鉴定合格')
    await press('Ctrl+Enter')
    await expect(dialog).toContainText('不能再改')
    await press('Ctrl+Enter')
    await expect(now).toHaveText('已关闭')
    await expect(page.getByRole('region', { name: '记录' })).toBeInViewport()
  })
})

test('Esc on a piece leads back where it was opened: to its row on the manifest, to its own view of the list', async ({ station }) => {
  const { id, pieces } = await received(station)
  const [, second, third] = pieces.map(({ labelNo }) => labelNo ?? '')
  const page = await station.person('partsKeeper')
  const { press } = keysOf(page)
  const piece = page.locator('.piece-head')
  await page.goto(`${new URL(page.url()).origin}/#/manifests/${id}`)
  await expect(page.getByRole('row', { name: pieces[0]?.labelNo ?? '' })).toBeFocused()
  await press('ArrowDown', 'Enter')
  await expect(piece).toContainText(second ?? '')
  await press('Escape')
  await expect(page.getByRole('row', { name: second ?? '' })).toBeFocused()

  await page.goto(`${new URL(page.url()).origin}/#/old-parts?view=toPack`)
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  await press('Enter')
  await expect(piece).toContainText(third ?? '')
  await expect(page.getByRole('radio', { name: /^待装箱/ })).toBeChecked()
  await press('Escape')
  await expect(piece).toHaveCount(0)
  await expect(page.getByRole('radio', { name: /^待装箱/ })).toBeChecked()
})

test('封箱 pressed right behind the last scan is not refused as another seat’s change, though the list is still on its way', async ({
  station,
}) => {
  const { pieces } = await labelledPieces(station, station.given, 1)
  const { id } = await station.api.manifests.create({ manufacturerId: station.given.manufacturerId })
  const page = await station.person('partsKeeper')
  const { press, type } = keysOf(page)
  const dialog = page.getByRole('dialog')
  await page.goto(`${new URL(page.url()).origin}/#/manifests/${id}`)
  await expect(page.getByRole('textbox', { name: '扫标签' })).toBeFocused()
  let answer = () => {}
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/call', async (route) => {
    if (route.request().postDataJSON()?.name === 'manifests.get') await answered
    await route.continue()
  })
  await type(pieces[0]?.labelNo ?? '')
  await press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '已装入 1 号箱' })).toBeVisible()
  await press('Ctrl+Enter')
  await expect(dialog.getByLabel('装箱人')).toBeFocused()
  await press('Ctrl+Enter')
  await expect.poll(async () => (await station.api.manifests.get({ id })).status).toBe('sealed')
  answer()
  await expect(page.locator('.step[data-at=now]')).toHaveText('已封箱')
})

test('an old part is lost: the chief says why and who bears it; list, piece, order and claim say so, and nobody waits for it', async ({
  station,
}) => {
  const { pieces, workOrderId } = await labelledPieces(station, station.given, 3)
  const lost = pieces.at(-1)?.labelNo ?? ''
  const keeper = await station.person('partsKeeper')
  await keysOf(keeper).press('Alt+4')
  await expect(keeper.getByRole('button', { name: /^旧件入库/ })).toBeVisible()
  await expect(keeper.getByRole('button', { name: /^报损/ })).toHaveCount(0)

  const page = await station.person('chief')
  const { press, type } = keysOf(page)
  const dialog = page.getByRole('dialog')
  await page.goto(`${new URL(page.url()).origin}/#/old-parts?view=toPack&text=${lost}`)
  const row = page.locator('.ag-row')
  await expect(row).toHaveCount(1)
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  await press('F9')
  await expect(dialog.getByLabel('原因')).toBeFocused()
  await type('库房进水报废')
  await press('Tab')
  await expect(dialog.getByRole('combobox', { name: '这件零件由谁承担' })).toBeFocused()
  await press('Ctrl+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(row).toHaveCount(0)

  await page.goto(`${new URL(page.url()).origin}/#/old-parts?part=${pieces.at(-1)?.id}`)
  await expect(page.locator('.piece')).toContainText('站担；库房进水报废')
  const order = await station.api.workOrders.get({ id: workOrderId })
  expect(order.partLines.map(({ qty, chargeMode }) => [qty, chargeMode])).toEqual([
    [2, 'warranty'],
    [1, 'station'],
  ])
  expect((await station.api.claims.get({ id: order.claim?.id ?? 0 })).claimed.partsFen).toBe(2 * 8650)

  await page.goto(`${new URL(page.url()).origin}/#/claims/${order.claim?.id}`)
  const amounts = page.getByRole('region', { name: '金额' })
  await expect(amounts).toContainText('2 × 86.50 = 173.00')
  await expect(amounts).toContainText('旧件报损：站担；库房进水报废')
  await amounts.getByRole('link', { name: `旧件 ${lost}` }).focus()
  await press('Enter')
  await expect(page.locator('.piece-head')).toContainText(lost)
  await press('Escape')
  await expect(amounts).toBeVisible()
})
