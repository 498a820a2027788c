import { frames } from '#tests/support/builders'
import { aBuiltBatch, aDeliveredOrder, labelOldParts } from '#tests/support/chain'
import { keysOf } from './pages/keys.ts'
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
