import { serveHttp } from '#host/http'
import { openTestHost } from '#tests/support/host'
import { intakeOn } from './pages/intake.ts'
import { signIn } from './pages/sign-in.ts'
import { expect, rendererDir, test } from './station.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('the host cannot be reached for a while: a calm line says so, typing goes on and is kept, the save goes through by itself', async ({
  page,
}) => {
  const host = await openTestHost()
  const first = await serveHttp(host.host, { rendererDir })
  await page.goto(first.newAddress())
  await signIn(page, 'reception')
  await intakeOn(page).begin('钱晓犇', '爬坡无力')

  await first.close()
  await expect(page.getByText('与主机的连接中断')).toBeVisible()
  await page.keyboard.type('，水温高')
  await expect(page.getByLabel('故障现象')).toHaveValue('爬坡无力，水温高')

  const second = await serveHttp(host.host, { rendererDir, port: first.port })
  await expect(page.getByText('与主机的连接中断')).toBeHidden({ timeout: 15_000 })
  await expect(page.locator('.order-foot')).toContainText('草稿已保存')
  await expect(page.getByLabel('故障现象')).toHaveValue('爬坡无力，水温高')
  await expect
    .poll(async () =>
      JSON.stringify(
        await host
          .as('reception')
          .drafts.list({})
          .then(async ([draft]) => (draft ? (await host.as('reception').drafts.load({ key: draft.key }))?.content : null)),
      ),
    )
    .toContain('爬坡无力，水温高')
  await second.close()
  await host.close()
})

test('a page opened while the host is away comes when it is back', async ({ page }) => {
  const host = await openTestHost()
  const first = await serveHttp(host.host, { rendererDir })
  await page.goto(first.newAddress())
  await signIn(page, 'chief')
  await first.close()
  await page.keyboard.press('Alt+9')
  await expect(page.getByText('与主机的连接中断')).toBeVisible()
  await expect(page.getByRole('heading', { name: /此页出错了/ })).toBeHidden()
  const second = await serveHttp(host.host, { rendererDir, port: first.port })
  await expect(page.getByRole('button', { name: /新零件/ })).toBeVisible({ timeout: 15_000 })
  await second.close()
  await host.close()
})

test('a page that fails leaves the others working and gives the text for the maintainer', async ({ station }) => {
  const page = await station.seat()
  // one screen's file cannot be had, as when the program was updated under an open browser
  await page.route(/CatalogueScreen-.*\.js$/, (route) => route.abort())
  await signIn(page, 'chief')
  await page.keyboard.press('Alt+9')
  await expect(page.getByRole('heading', { name: /此页出错了/ })).toBeVisible()
  await expect(page.getByText('/catalogue', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: '回工作台' }).press('Enter')
  await expect(page.getByRole('heading', { name: '三步开始' })).toBeVisible()
})
