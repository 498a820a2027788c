import { frames } from '#tests/support/builders'
import { aBuiltBatch, aDeliveredOrder, labelOldParts, takeBatchStep } from '#tests/support/chain'
import { keysOf } from './pages/keys.ts'
import { paperOn } from './pages/paper.ts'
import { expect, test } from './station.ts'

const nth = (at: number, name: string) => ({
  customer: { name, phone: `1390000000${at}` },
  unit: { frameNo: frames[at] ?? '', plateNo: `苏M1111${at}`, engineNo: `E-${at}` },
})

test('claims chosen in the pool go into the draft the month already has; the batch then takes in the rest', async ({ station }) => {
  test.setTimeout(90_000)
  await aDeliveredOrder(station, nth(0, '李建华'))
  const draft = await aBuiltBatch(station, station.today().slice(0, 7))
  const chosen = await aDeliveredOrder(station, nth(1, '王喆'))
  const left = await aDeliveredOrder(station, nth(2, '陈钢'))
  const page = await station.person('claimClerk')
  const { press } = keysOf(page)

  await press('Alt+5')
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  const row = page.locator('.ag-row', { hasText: '王喆' })
  await row.locator('[col-id="no"]').focus()
  await press('Space')
  await expect(page.getByRole('button', { name: /^放入批次（1）/ })).toBeVisible()
  await press('Ctrl+b')
  const dialog = page.getByRole('dialog', { name: '放入草稿批次' })
  await expect(dialog).toContainText('已有一个草稿批次（1 单')
  await press('Ctrl+Enter')
  await expect(page).toHaveURL(new RegExp(`batches/${draft.id}$`))
  const claims = page.getByRole('table', { name: '本批索赔单' })
  await expect(claims).toContainText('王喆')
  await expect(claims).not.toContainText('陈钢')

  await expect(page.getByText('还有 1 单待报')).toBeVisible()
  await press('Ctrl+b')
  await expect(claims).toContainText('陈钢')
  await expect(page.getByText('还有 1 单待报')).toHaveCount(0)
  const { claims: inBatch } = await station.api.batches.get({ id: draft.id })
  expect(inBatch.map(({ id }) => id)).toEqual(expect.arrayContaining([chosen.claimId, left.claimId]))
})

test('what a batch refused is taken in once it is put right, and is not called refused on the way back', async ({ station }) => {
  test.setTimeout(90_000)
  await aDeliveredOrder(station, nth(0, '李建华'))
  const bad = await aDeliveredOrder(station, nth(1, '王喆'), { labelled: false })
  const page = await station.person('claimClerk')
  const { press } = keysOf(page)
  await press('Alt+5')
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  await press('Ctrl+b')
  await expect(page.getByRole('dialog')).toContainText('2 单')
  await press('Ctrl+Enter')
  await expect(page).toHaveURL(/batches\/\d+$/)
  const refused = page.getByText('1 单没有收进批次')
  await expect(refused).toBeVisible()

  await labelOldParts(station, bad.id)
  await expect(page.getByText('还有 1 单待报')).toBeVisible()
  await press('Ctrl+b')
  const claims = page.getByRole('table', { name: '本批索赔单' })
  await expect(claims).toContainText('王喆')
  await expect(refused).toHaveCount(0)
  await claims.locator('tbody tr').first().focus()
  await press('Enter')
  await expect(page.locator('#section-checks')).toBeVisible()
  await press('Escape')
  await expect(claims).toContainText('王喆')
  await expect(refused).toHaveCount(0)
})

test('a batch that was taken back says why, shows the summary that is void, and leads to its claims, which go out under a new number', async ({
  station,
}) => {
  test.setTimeout(90_000)
  await aDeliveredOrder(station, nth(0, '李建华'))
  const { id } = await aBuiltBatch(station, station.today().slice(0, 7))
  const clerk = station.as('claimClerk')
  await takeBatchStep(clerk, id, 'seal')
  await takeBatchStep(station.as('claimClerk', 1), id, 'confirm')
  await clerk.batches.export({ id, exportId: crypto.randomUUID() })
  await takeBatchStep(clerk, id, 'submit', { ticked: true })
  const { no } = await station.api.batches.get({ id })
  const page = await station.person('chief')
  const { press, type } = keysOf(page)
  await page.goto(`${new URL(page.url()).origin}/#/batches/${id}`)
  await page.getByRole('button', { name: /^撤回/ }).focus()
  await press('Enter')
  await expect(page.getByRole('dialog').getByLabel('原因')).toBeFocused()
  await type('厂方要求补资料')
  await press('Ctrl+Enter')
  const ended = page.getByRole('status').filter({ hasText: '撤回：厂方要求补资料' })
  await expect(ended).toContainText('批次号不再使用')
  await expect(page.getByRole('region', { name: '下一步' })).toHaveCount(0)
  await expect(page.getByRole('table', { name: '本批索赔单' })).toHaveCount(0)
  await expect.poll(async () => (await paperOn(page).download()).every((text) => text.includes(no) && text.includes('作废'))).toBe(true)

  await ended.getByRole('link').focus()
  await press('Enter')
  await expect(page.locator('.ag-row', { hasText: '李建华' })).toContainText('待提交')
  await press('Ctrl+b')
  await expect(page.getByRole('dialog')).toContainText('待提交 1 单')
  await press('Ctrl+Enter')
  await expect(page.getByRole('table', { name: '本批索赔单' })).toContainText('李建华')
  await expect(page.getByRole('button', { name: /^封批/ })).toBeEnabled()
  await press('Ctrl+Enter')
  await expect(page.getByText(/BD19-\d{6}-0002/).first()).toBeVisible()
})
