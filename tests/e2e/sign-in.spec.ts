import { expect, test } from './station.ts'
import { personOf } from './pages/sign-in.ts'

test('a person signs in by arrows and PIN and sees the day', async ({ station }) => {
  const page = await station.person('reception')
  await expect(page.getByRole('button', { name: new RegExp(personOf('reception').name) })).toBeVisible()
})

test('the PIN may be typed on the tile itself', async ({ station }) => {
  const page = await station.seat()
  const { name, pin } = personOf('technician')
  await page.getByRole('button', { name: new RegExp(name) }).focus()
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
})
