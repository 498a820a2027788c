import { plainLook } from '#domain/paper-stock'
import { keysOf } from './pages/keys.ts'
import { paperOn } from './pages/paper.ts'
import { expect, test } from './station.ts'

type Typed = readonly (readonly [key: string, text: string])[]

/** Five forms of the charter and of the trade: what is required, and one field that is first filled in wrongly. */
const sheets: readonly {
  readonly form: 'X04' | 'X05' | 'X08' | 'C02' | 'C04'
  readonly needed: Typed
  readonly ticked?: string
  readonly wrong: readonly [key: string, text: string, right: string, said: RegExp]
}[] = [
  {
    form: 'X04',
    needed: [
      ['customerName', '赵䶮'],
      ['customerPhone', '13900000000'],
      ['place', '章丘区官庄街道'],
    ],
    wrong: ['oneWayKm', '三十', '46', /单程里程 应为整数|数字/],
  },
  { form: 'X05', needed: [['technician', '张卫东']], ticked: 'kind', wrong: ['dueOn', '2026-13-40', '2026-11-28', /日期/] },
  { form: 'X08', needed: [['month', '2026-10']], wrong: ['opening', '八千', '8620', /金额|数字/] },
  {
    form: 'C02',
    needed: [
      ['customerName', '顺达商贸'],
      ['customerPhone', '13800000000'],
      ['model', 'FY150ZH'],
      ['statement', '满载爬坡无力'],
    ],
    wrong: ['purchasedOn', '去年春天', '2026-04-18', /日期/],
  },
  { form: 'C04', needed: [['customerName', '赵䶮']], wrong: ['outingFee', '1.234', '12.50', /金额|小数|数字/] },
]

test('C05: rows that are always there have no sign to remove them, added ones have', async ({ station }) => {
  const page = await station.person('chief')
  const { press } = keysOf(page)
  await page.goto(`${new URL(page.url()).origin}/#/forms/C05/new`)
  const table = page.locator('[data-field="items"]')
  const bins = table.getByRole('button', { name: /^删除此行/ })
  await expect(table.locator('tbody tr')).toHaveCount(9)
  await expect(bins).toHaveCount(0)
  await table.getByRole('button', { name: '添加一行' }).focus()
  await press('Enter')
  await expect(bins).toHaveCount(1)
  await press('Ctrl+Delete')
  await expect(table.locator('tbody tr')).toHaveCount(9)
  await table.locator('[data-row="3"] [data-column="1"]').focus()
  await press('Delete')
  await expect(table.getByText('这一行是表上固定的')).toBeVisible()
})

for (const {
  form,
  needed,
  ticked,
  wrong: [wrongKey, bad, right, said],
} of sheets) {
  test(`${form} by keyboard: what is wrong is said beside its field, issued, printed again, voided`, async ({ station }) => {
    const page = await station.person('chief')
    const { press, type } = keysOf(page)
    await page.goto(`${new URL(page.url()).origin}/#/forms/${form}/new`)
    const field = (key: string) => page.locator(`[data-field="values.${key}"]`)
    const fill = async (key: string, text: string) => {
      const input = field(key).locator('input, textarea').first()
      await input.focus()
      await press('Ctrl+a')
      await type(text)
    }
    await expect(field(wrongKey)).toBeVisible()
    await fill(wrongKey, bad)
    await press('Ctrl+Enter')
    await expect(page.getByRole('alert').filter({ hasText: '处要改' })).toBeVisible()
    await expect(field(wrongKey).getByRole('alert')).toContainText(said)
    await fill(wrongKey, right)
    if (form === 'C02') await fill('reportedAt', '2026-11-18')
    if (ticked !== undefined) {
      await field(ticked).locator('input').first().focus()
      await press('1')
    }
    for (const [key, text] of needed) await fill(key, text)
    await expect(page.getByText('已填齐')).toBeVisible()
    await paperOn(page).isDrawn()
    await press('Ctrl+Enter')
    await expect(page.getByRole('dialog').locator('.pdf-page').first()).toBeVisible()
    await press('Escape')
    const [issued] = await station.api.forms.list({ form })
    const id = issued?.paperId ?? 0
    await station.api.papers.print({ ids: [id], options: plainLook, reason: '' })
    await expect(station.api.papers.print({ ids: [id], options: plainLook, reason: '' })).rejects.toMatchObject({
      sentence: { key: 'paper.reprintReason' },
    })
    await station.api.papers.print({ ids: [id], options: plainLook, reason: '卡纸' })
    await station.api.papers.void({ id, reason: '填错', copiesBack: true })
    await expect(page.getByText(/已作废。改正后可以重新开具/)).toBeVisible()
    await expect(field(wrongKey).locator('input, textarea').first()).toBeEnabled()
  })
}
