import { expect, test } from './station.ts'
import { personOf } from './pages/sign-in.ts'

test('a person signs in by arrows and PIN and sees the day', async ({ station }) => {
  const page = await station.person('reception')
  await expect(page.getByRole('button', { name: new RegExp(personOf('reception').name) })).toBeVisible()
})
