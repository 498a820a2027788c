import { filledEntries } from '#forms/index'
import { keysOf } from './pages/keys.ts'
import { paperOn } from './pages/paper.ts'
import { expect, test } from './station.ts'

test('blank sheets: three are given out and printed, one is entered, one comes back, the third waits on the desk; the register proves that none is missing', async ({
  station,
}) => {
  await station.given.anOrder()
  const page = await station.person('chief')
  const { press, type } = keysOf(page)
  const dialog = page.getByRole('dialog')
  const at = (hash: string) => page.goto(`${new URL(page.url()).origin}/#${hash}`)
  await at('/register?form=A03')
  await expect(page.getByText('还没有用过编号，没有缺号')).toBeVisible()

  await press('Ctrl+n')
  const count = dialog.getByLabel('份数')
  await expect(count).toBeVisible()
  await count.focus()
  await press('Ctrl+a')
  await type('3')
  await dialog.getByLabel('原因').focus()
  await type('停电备用')
  const due = dialog.getByLabel('归还期限')
  await due.focus()
  await press('Ctrl+a')
  await type(station.today())
  await press('Enter')
  await expect(due).toHaveValue(station.today())
  await press('Ctrl+Enter')

  await expect(dialog.getByRole('region', { name: '预览' })).toBeVisible()
  await paperOn(page).isDrawn()
  await press('Ctrl+p')
  await expect(dialog.getByText('已送打印，并记入打印记录。')).toBeVisible()
  await press('Escape')
  await expect(dialog).toHaveCount(0)
  const rows = page.locator('.ag-row')
  await expect(rows).toHaveCount(3)
  await expect(page.getByText('3 个编号连续无缺号')).toBeVisible()
  // the cursor stands on the pack just given out, and its sheet is the one shown
  await expect(page.locator('.ag-row[row-index="0"] [col-id="number"]')).toBeFocused()
  await expect(page.getByText('同一批 3')).toBeVisible()
  await expect(page.locator('.frame-nav [aria-current=page]')).toContainText('单据')

  await page.locator('.ag-row', { hasText: 'A03-202611-0001' }).locator('[col-id="state"]').click()
  await expect(page.locator('.paper-head b')).toHaveText(/0001$/)
  // this one is among them
  await expect(page.getByRole('button', { name: '退回全部未用 3 份' })).toBeVisible()
  await paperOn(page).isDrawn()
  await page.getByRole('button', { name: '补录', exact: true }).focus()
  await press('Enter')
  await expect(page).toHaveURL(/#\/forms\/A03\/new/)
  await expect(page.getByText(/留用的编号 .*A03-202611-0001/)).toBeVisible()
  const manufacturerId = (await station.api.catalogue.manufacturers({}))[0]?.id ?? 0
  const [blank] = (await station.api.numbers.pack({ id: 1 })).blanks
  const draft = await station.api.forms.save({
    id: null,
    revision: 0,
    form: 'A03',
    manufacturerId,
    workOrderId: null,
    content: filledEntries.A03.sample,
    blankId: blank?.id ?? 0,
  })
  await at(`/forms/A03/${draft.id}`)
  await expect(page.getByText('已填齐')).toBeVisible()
  await expect(page.getByText(/留用的编号 .*A03-202611-0001/)).toBeVisible()
  await press('Ctrl+Enter')
  await expect(dialog.locator('.pdf-page').first()).toBeVisible()
  await press('Escape')
  await expect(page.getByText(/已开具为 .*A03-202611-0001/)).toBeVisible()

  await at('/register?pack=1')
  await expect(rows).toHaveCount(3)
  // the list takes the cursor when its rows have come
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  await page.locator('.ag-row', { hasText: 'A03-202611-0002' }).locator('[col-id="state"]').click()
  await expect(page.locator('.paper-head b')).toHaveText(/0002$/)
  await page.getByRole('button', { name: '退回作废' }).focus()
  await press('Enter')
  await expect(page.getByLabel('原因')).toBeFocused()
  await type('没有用上，已收回')
  await press('Ctrl+Enter')
  await expect(dialog).toHaveCount(0)
  const pack = page.getByRole('table', { name: '空白单' })
  await expect(pack.locator('tbody tr')).toHaveText([/0001.*已补录/, /0002.*已退回/, /0003.*未用/])

  await at('/')
  const waiting = page.getByRole('region', { name: '空白单待归还' })
  await expect(waiting).toContainText('A03-202611-0003')
  await waiting.getByRole('button', { name: /补录或退回/ }).focus()
  await press('Enter')
  await expect(page).toHaveURL(/#\/register\?pack=1/)
  await expect(page.getByText('3 个编号连续无缺号：已补录 1 + 空白备用 1 + 空白作废 1 = 3')).toBeVisible()
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  // the cursor stands on one number; the workbook has them all
  await Promise.all([page.waitForEvent('download'), press('Ctrl+Shift+e')])
  await expect(page.getByText('已导出 3 行')).toBeAttached()
  await page.getByRole('button', { name: '逐号段看' }).focus()
  await press('Enter')
  await expect(dialog.getByRole('cell', { name: '连续无缺号' })).toBeVisible()
  await press('Escape')
  await expect(dialog).toHaveCount(0)
  await press('Ctrl+Shift+p')
  await expect(dialog.locator('.pdf-page')).toHaveCount(1)
})
