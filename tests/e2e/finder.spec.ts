import { keysOf } from './pages/keys.ts'
import { signIn } from './pages/sign-in.ts'
import { expect, test } from './station.ts'

test('Ctrl+K finds orders, vehicles and people by any of their names and opens them; when empty it shows what was open last', async ({
  station,
}) => {
  const { no } = await station.given.anOrder()
  const page = await station.person('reception')
  const keys = keysOf(page)
  const first = page.getByRole('option').first()
  for (const [typed, kind, title] of [
    [no.slice(-4), '工单', no],
    ['7k216', '车辆', '苏M7K216'],
    ['465057', '车辆', 'LZZ1BLMJ4TJ465057'],
    ['ljh', '车辆', '苏M7K216'],
    ['5678', '车辆', '苏M7K216'],
    ['xgd', '操作', '新工单'],
    ['bf', '设置', '备份'],
    ['bxzypz', '表单', 'F16 保修作业凭证'],
    ['bd-16', '表单', 'F16 保修作业凭证'],
    ['BD—19', '表单', 'F19'],
  ] as const) {
    await keys.press('Ctrl+k')
    await keys.type(typed)
    await expect(first).toContainText(title)
    await expect(first).toContainText(kind)
    await keys.press('Escape')
  }
  await keys.press('Ctrl+k')
  await keys.type('465057')
  await expect(first).toContainText('LZZ1BLMJ4TJ465057')
  await keys.press('Enter')
  await expect(page).toHaveURL(/#\/units\/\d+$/)
  await keys.press('Ctrl+k')
  await expect(first).toContainText('苏M7K216')
})

test('a mouse resting where the finder opens chooses nothing; moved, it does', async ({ station }) => {
  const page = await station.person('chief')
  const hits = page.getByRole('option')
  await page.mouse.move(640, 320)
  await keysOf(page).press('Ctrl+k')
  await expect(hits.nth(3)).toBeVisible()
  await expect(hits.first()).toHaveAttribute('aria-selected', 'true')
  await hits.nth(3).hover()
  await expect(hits.nth(3)).toHaveAttribute('aria-selected', 'true')
})

test('who types on at once after Ctrl+K loses no key, wherever the cursor stood before', async ({ station }) => {
  const page = await station.person('reception')
  const input = page.locator('.find-input')
  for (const path of ['/', '/customers', '/customers/new', '/work-orders/new']) {
    await page.goto(`${page.url().split('#')[0]}#${path}`)
    await expect(page.locator('main.page')).toBeVisible()
    if (path.endsWith('/new')) await page.locator('main.page input').first().focus()
    // as fast as the browser takes them: every key goes down before anything is drawn
    const session = await page.context().newCDPSession(page)
    const strokes = [['k', 'KeyK', 2], ...[...'465057'].map((key) => [key, `Digit${key}`, 0] as const)] as const
    await Promise.all(
      strokes.map(([key, code, modifiers]) =>
        session.send('Input.dispatchKeyEvent', {
          type: 'keyDown',
          key,
          code,
          modifiers,
          windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0),
          ...(modifiers === 0 ? { text: key } : {}),
        }),
      ),
    )
    await expect(input).toHaveValue('465057')
    await page.keyboard.press('Escape')
    await expect(input).toHaveCount(0)
    if (path.endsWith('/new')) await expect(page.locator('main.page input').first()).toBeFocused()
  }
})

test('Ctrl+Enter does the first act: a vehicle is taken in, an order is asked about before it takes its next step, a refusal is said', async ({
  station,
}) => {
  const { id, no } = await station.given.anOrder({ content: { faultReason: '', repairMethod: '' } })
  const page = await station.person('chief')
  const keys = keysOf(page)
  await keys.press('Ctrl+k')
  await keys.type('465057')
  await expect(page.getByRole('option').first()).toContainText('接车')
  await keys.press('Ctrl+Enter')
  await expect(page).toHaveURL(/work-orders\/new\?unit=/)
  await expect(page.locator('#section-subject')).toContainText('苏M7K216')
  await keys.press('Ctrl+k')
  await keys.type(no)
  await expect(page.getByRole('option').first()).toContainText('待修')
  await keys.press('Ctrl+Enter')
  await expect(page.locator('.find-foot')).toContainText('不能撤回')
  await keys.press('Escape')
  expect((await station.api.workOrders.get({ id })).status).toBe('waiting')
  await keys.press('Ctrl+Enter', 'Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect((await station.api.workOrders.get({ id })).status).toBe('repairing')
  await keys.press('Ctrl+k')
  await keys.type(no)
  await expect(page.getByRole('option').first()).toContainText('修理中')
  await keys.press('Ctrl+Enter', 'Enter')
  await expect(page.getByRole('dialog')).toContainText('还不能')
})

test('commands: the theme changes, the next person signs in only after a question', async ({ station }) => {
  const page = await station.person('reception')
  const keys = keysOf(page)
  const mode = () => page.evaluate(() => document.documentElement.dataset['mode'])
  const before = await mode()
  await keys.press('Ctrl+k')
  await keys.type('qhzt')
  await keys.press('Enter')
  await expect.poll(mode).not.toBe(before)
  await page.goto(`${page.url().split('#')[0]}#/customers`)
  await expect(page.getByRole('button', { name: /新客户/ }).first()).toBeVisible()
  await keys.press('Ctrl+k')
  await keys.type('hr')
  await expect(page.getByRole('option').first()).toContainText('换人')
  await keys.press('Enter')
  await expect(page.locator('.find-foot')).toContainText('留作草稿')
  await keys.press('Enter')
  await expect(page.getByRole('button', { name: /王振华/ })).toBeVisible()
  await signIn(page, 'chief')
  await expect(page).toHaveURL(/#\/$/)
})

test('? groups the keys by place, F1 explains the field under the cursor with its rule and source, F10 puts a letter on every button', async ({
  station,
}) => {
  await station.given.anOrder()
  const page = await station.person('reception')
  const keys = keysOf(page)
  await page.goto(`${page.url().split('#')[0]}#/customers`)
  await expect(page.locator('.ag-row').first()).toBeVisible()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog')
  for (const place of ['到处', '列表', '查找 Ctrl+K']) await expect(sheet.getByRole('region', { name: place })).toBeVisible()
  await expect(sheet.getByRole('region', { name: '到处' })).toContainText('帮助')
  await keys.press('Escape')
  await page.goto(`${page.url().split('#')[0]}#/units/1`)
  await page.locator('[data-field="unit.frameNo"] input').focus()
  await keys.press('F1')
  const help = page.getByRole('complementary', { name: '帮助' })
  await expect(help).toContainText('第 9 位是校验位')
  await expect(help).toContainText('V-01')
  await page.locator('[data-field="unit.purchasedOn"] input').focus()
  await expect(help).toContainText('V-08')
  // Esc closes the help, and one types on where one was
  await keys.press('Escape')
  await expect(help).toHaveCount(0)
  await expect(page.locator('[data-field="unit.purchasedOn"] input')).toBeFocused()
  await keys.press('F10')
  const tip = page.locator('.key-tips kbd').first()
  await expect(tip).toBeVisible()
  await keys.press('Escape')
  await expect(tip).toHaveCount(0)
})

test('Esc leads back to where one was, at the same row', async ({ station }) => {
  for (const [index, frameNo] of ['LZZ1BLMJ4TJ465057', 'LDC613P23A1305189', 'LSJA24U62JG269225'].entries())
    await station.given.anOrder({ customer: { phone: `1380000000${index}` }, unit: { frameNo, engineNo: '', plateNo: '' } })
  const page = await station.person('reception')
  const keys = keysOf(page)
  await page.goto(`${page.url().split('#')[0]}#/customers?view=units`)
  await expect(page.locator('.ag-row')).toHaveCount(3)
  // the list puts its cursor into its first row when it has come
  await expect(page.locator('.ag-cell-focus')).toBeVisible()
  await page.locator('.ag-row').first().locator('[col-id="frameNo"]').focus()
  await keys.press('ArrowDown')
  const frame = await page.locator('.ag-cell-focus').textContent()
  await keys.press('Enter')
  await expect(page).toHaveURL(/#\/units\/\d+$/)
  await expect(page.getByRole('list', { name: '经过' })).toBeVisible()
  // the first Esc closes the menu that is open, the next one leaves the page
  await page.getByRole('button', { name: /的菜单/ }).click()
  await expect(page.getByText('配色')).toBeVisible()
  await keys.press('Escape')
  await expect(page.getByText('配色')).toBeHidden()
  await expect(page).toHaveURL(/#\/units\/\d+$/)
  await keys.press('Escape')
  await expect(page).toHaveURL(/customers\?view=units$/)
  await expect(page.locator('.ag-cell-focus')).toHaveText(frame ?? '')
})
