import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { serveHttp } from '#host/http'
import { silentLogger } from '#host/log'
import { openStationHost } from '#host/station-host'
import { enterPin, personOf } from './pages/sign-in.ts'
import { expect, rendererDir, test } from './station.ts'

async function openPart(page: Page, part: string): Promise<void> {
  await page.evaluate((name) => {
    window.location.hash = `/settings?part=${name}`
  }, part)
  await expect(page.locator('.settings-parts [aria-current]')).toBeVisible()
}

test('a backup is made, checked again, and restored into a new folder', async ({ station }) => {
  const page = await station.person('chief')
  const elsewhere = mkdtempSync(join(tmpdir(), 'sanbao-restored-'))
  await openPart(page, 'backups')
  await page.keyboard.press('Control+b')
  await expect(page.getByText('打开核对无误')).toBeVisible()
  await page.getByRole('button', { name: '再验证' }).first().click()
  await expect(page.getByText(/完好：工单 0 张/)).toBeVisible()
  await page.getByRole('button', { name: '恢复…' }).first().click()
  await page.getByLabel('放到').fill(join(elsewhere, '恢复'))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`npm start -- --data "${join(elsewhere, '恢复')}"`)).toBeVisible()
  expect(readdirSync(join(elsewhere, '恢复'))).toEqual(['station.sqlite'])
  rmSync(elsewhere, { recursive: true })
})

test('a seat is named, seen by the chief, and closed by him', async ({ station }) => {
  const counter = await station.person('reception')
  await openPart(counter, 'seats')
  await counter.getByLabel('席位名称').fill('前台')
  await counter.getByRole('button', { name: '保存' }).click()
  await expect(counter.getByText('已保存')).toBeVisible()
  const chief = await station.person('chief')
  await openPart(chief, 'seats')
  const row = chief.getByRole('row', { name: /前台/ })
  await expect(row).toContainText(personOf('reception').name)
  // who signs in meanwhile is seen at once
  await station.person('partsKeeper')
  await expect(chief.getByRole('row', { name: new RegExp(personOf('partsKeeper').name) })).toBeVisible()
  // an address is shown until it has let somebody in
  await chief.getByRole('button', { name: '再开一席' }).click()
  const address = chief.getByText(/^http:.*#\d{10}$/)
  await expect(address).toBeVisible()
  const next = await (await chief.context().browser()?.newContext())?.newPage()
  await next?.goto((await address.innerText()).trim())
  await expect(address).toHaveCount(0)
  await next?.context().close()
  await row.getByRole('button', { name: '关闭' }).click()
  await chief.keyboard.press('Control+Enter')
  await expect(row).toHaveCount(0)
  await expect(counter.getByLabel('配对码')).toBeVisible()
})

test('the last chief stays, a PIN is changed by its owner, and everyone reads what a role may', async ({ station }) => {
  const page = await station.person('chief')
  const { name } = personOf('chief')
  await openPart(page, 'people')
  await page.getByRole('table', { name: '使用者' }).getByRole('button', { name }).click()
  await page.getByLabel('在用').uncheck()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('至少要保留一位在用的站长')).toBeVisible()
  await page.getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: '改我的口令' }).click()
  await expect(page.getByLabel('现在的口令')).toBeFocused()
  for (const pin of ['9001', '47110', '47110']) {
    await page.keyboard.type(pin)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('口令已改')).toBeVisible()
  const clerk = await station.person('claimClerk')
  await openPart(clerk, 'people')
  await expect(clerk.getByText('只有站长可以修改')).toBeVisible()
  await expect(clerk.locator('.rights tr', { hasText: '建批、封批' }).locator('[data-mine=true]')).toContainText('✓')
})

test('Delete empties a choice that may be empty; a staff number that is taken is told at its field', async ({ station }) => {
  const page = await station.person('chief')
  await openPart(page, 'people')
  const { name } = personOf('technician')
  await page.getByRole('table', { name: '使用者' }).getByRole('button', { name }).click()
  const technician = page.locator('[data-field=technicianId]')
  await expect(technician).toContainText(name)
  await technician.getByRole('combobox').focus()
  await page.keyboard.press('Delete')
  await expect(technician).not.toContainText(name)
  await page.getByLabel('工号').fill('chief01')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-field=code]').getByRole('alert')).toContainText('已是')
})

test('language, colours and size follow the person to another seat', async ({ station }) => {
  const page = await station.person('partsKeeper')
  await openPart(page, 'appearance')
  await page.getByRole('radiogroup', { name: '字号' }).getByText('125%').click()
  await page.getByRole('radiogroup', { name: '配色' }).getByText('深色').click()
  await page.getByRole('radiogroup', { name: '语言' }).getByText('English').click()
  await expect(page.getByRole('button', { name: 'Appearance' })).toBeVisible()
  const other = await station.person('partsKeeper')
  await expect(other.locator('html')).toHaveAttribute('data-mode', 'dark')
  await expect(other.locator('html')).toHaveAttribute('lang', 'en')
})

test('a damaged database: the page says so, and a copy opens by keyboard', async ({ station, page }) => {
  const { name } = await station.api.backups.make({})
  const folder = mkdtempSync(join(tmpdir(), 'sanbao-damaged-'))
  const from = dirname(station.db().$client.name)
  station.db().$client.pragma('wal_checkpoint(TRUNCATE)')
  writeFileSync(join(folder, 'station.sqlite'), readFileSync(join(from, 'station.sqlite')).fill(0x55, 4096, 4096 * 20))
  await import('node:fs/promises').then(({ cp }) => cp(join(from, 'backups'), join(folder, 'backups'), { recursive: true }))
  const host = await openStationHost({ dbFile: join(folder, 'station.sqlite'), createIfMissing: true, logger: silentLogger })
  const http = await serveHttp(host, { rendererDir })
  await page.goto(http.newAddress())
  await expect(page.getByRole('heading', { name: '数据库读不出来' })).toBeVisible()
  await page.locator('.trouble tbody tr').first().focus()
  await page.keyboard.press('Enter')
  const { name: chief, pin } = personOf('chief')
  await page.getByRole('button', { name: chief }).click()
  await enterPin(page, chief, pin)
  expect([name.endsWith('-manual.db'), readdirSync(folder).filter((each) => each.startsWith('set-aside')).length]).toEqual([true, 1])
  await http.close()
  await host.close()
  rmSync(folder, { recursive: true })
})
