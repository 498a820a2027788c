import { test } from './fresh-station.ts'
import { intakeOn } from './pages/intake.ts'
import { enterPin } from './pages/sign-in.ts'
import { expect } from './station.ts'

test('a station is set up by keyboard: station, manufacturer, people, opening numbers, begin', async ({ page, address }) => {
  test.setTimeout(90_000)
  const typeAll = async (texts: readonly string[]) => {
    for (const text of texts) {
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    }
  }
  await page.goto(address)
  await expect(page.getByRole('button', { name: /开始建站/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('站代码')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('站名')).toBeFocused()
  // refused, the cursor is back in the first wrong field
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('站代码')).toBeFocused()
  await typeAll(['nj0001', '示例市江北摩托服务站', '王振华'])
  await page.keyboard.type('9001')
  await page.keyboard.press('Control+Enter')

  await expect(page.getByLabel('厂方代码')).toBeFocused()
  await typeAll(['jx', '江西某某摩托车厂'])
  await page.keyboard.press('Control+Enter')

  await expect(page.getByLabel('姓名')).toBeFocused()
  await page.keyboard.type('林小燕')
  await page.getByLabel('口令').focus()
  await page.keyboard.type('1001')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '添加' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('cell', { name: 'reception01' })).toBeVisible()
  await expect(page.getByLabel('姓名')).toBeFocused()

  // back to a step that was done, its entries still there, and on again
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByLabel('厂方代码')).toHaveValue('JX')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('cell', { name: 'reception01' })).toBeVisible()

  // somebody typed and not added is not left behind: first asked for, then taken along
  await expect(page.getByLabel('姓名')).toBeFocused()
  await page.keyboard.type('赵敏')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('口令')).toBeFocused()
  await page.keyboard.type('1002')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('row', { name: /保修作业凭证/ })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('cell', { name: 'reception02' })).toBeVisible()
  await page.keyboard.press('Control+Enter')

  await page.getByRole('row', { name: /保修作业凭证/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('本期已用到')).toBeFocused()
  await page.keyboard.type('36')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('row', { name: /保修作业凭证/ })).toContainText('0037')
  await page.keyboard.press('Control+Enter')

  await expect(page.getByRole('heading', { name: '导入或试用' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('三步开始')).toBeVisible()
  await expect(page.getByText('NJ0001').first()).toBeVisible()
})

test('left in the middle, the set-up is gone on with where it stood', async ({ page, address }) => {
  await page.goto(address)
  await page.getByRole('button', { name: /开始建站/ }).click()
  await page.getByLabel('站代码').fill('NJ0002')
  await page.getByLabel('站名').fill('示例市江南摩托服务站')
  // what cannot be saved yet is still there after a reload, the PIN aside
  await page.reload()
  await expect(page.getByLabel('站代码')).toHaveValue('NJ0002')
  await expect(page.getByLabel('站名')).toHaveValue('示例市江南摩托服务站')
  await page.getByLabel('站长姓名').fill('王振华')
  await page.getByLabel('站长口令').fill('9001')
  await page.keyboard.press('Control+Enter')
  await page.getByLabel('厂方全称').fill('江西某某摩托车厂')
  await page.reload()
  await expect(page.getByLabel('厂方全称')).toHaveValue('江西某某摩托车厂')
  await page.getByRole('button', { name: '跳过这一步' }).click()
  await expect(page.getByLabel('姓名')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('姓名')).toBeVisible()
  await page.getByRole('button', { name: '其余以后再填' }).click()
  await expect(page.getByText('三步开始')).toBeVisible()

  // the first vehicle comes in before anybody is on the list of technicians
  const intake = intakeOn(page)
  await intake.open()
  await intake.find('孙丽', /新建/)
  await expect(page.locator('[data-field=technicianId]')).toContainText('请站长在「资料 › 技师」里添加')
})

test('the demo station: built while one waits, people with their PIN on the tile', async ({ page, address }) => {
  test.setTimeout(300_000)
  await page.goto(address)
  await page.getByLabel('示例工单数').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('40')
  await page.getByRole('button', { name: '建立演示站' }).focus()
  await page.keyboard.press('Enter')
  const tile = page.getByRole('button', { name: /林小燕/ })
  await expect(tile).toContainText('演示口令 1001', { timeout: 200_000 })
  await expect(page.getByText('演示口令')).not.toHaveCount(1)
  await page.keyboard.press('Enter')
  await enterPin(page, '林小燕', '1001')
  await page.keyboard.press('Alt+2')
  await expect(page.locator('.ag-row').first()).toBeVisible()
})
