import type { Page } from '@playwright/test'
import { expect, test } from './station.ts'

const cell = (page: Page, column: string, row = '.ag-center-cols-container .ag-row[row-index="0"]') => page.locator(`${row} [col-id="${column}"]`)
const openList = async (page: Page, view: string) => {
  await page.goto(`${new URL(page.url()).origin}/#/catalogue?view=${view}`)
  await expect(cell(page, 'code')).not.toBeEmpty()
}

test('labour is kept by keyboard: a cell changed, a new code typed, the row saved when it is left', async ({ station }) => {
  const page = await station.person('chief')
  await openList(page, 'labour')
  const find = (text: string) => station.api.catalogue.listLabour({ offset: 0, limit: 5, sort: [], text, filter: { activeOnly: false } })
  const code = await cell(page, 'code').innerText()
  await cell(page, 'hours').click()
  await page.keyboard.press('F2')
  await page.keyboard.type('2.5')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await expect.poll(async () => (await find(code)).rows[0]?.hours).toBe(250)

  await page.keyboard.press('Alt+n')
  await page.keyboard.type('x0101')
  await page.keyboard.press('Tab')
  await page.keyboard.type('调整气门间隙')
  await page.keyboard.press('Tab')
  await page.keyboard.type('0.01')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('alert')).toContainText('0.1')
  await page.keyboard.press('F2')
  await page.keyboard.type('0.8')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expect.poll(async () => (await find('X0101')).rows[0]?.hours).toBe(80)
})

test('another seat was faster: both sides are shown, and mine is saved when I say so', async ({ station }) => {
  const page = await station.person('chief')
  await openList(page, 'models')
  const code = await cell(page, 'code').innerText()
  const now = async () => (await station.api.catalogue.listModels({ offset: 0, limit: 1, sort: [], text: code, filter: { activeOnly: false } })).rows[0]!
  await cell(page, 'name').click()
  await page.keyboard.press('F2')
  await page.keyboard.type('我的叫法')
  await page.keyboard.press('Enter')
  await station.as('chief').catalogue.saveModel({ ...(await now()), name: '别人的叫法' })
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('alert')).toContainText('现在是「别人的叫法」，您填的是「我的叫法」')
  await page.getByRole('button', { name: '存我填的' }).click()
  await expect.poll(async () => (await now()).name).toBe('我的叫法')
})
