import type { Page } from '@playwright/test'

/** By tile and PIN, in whichever language the page is. */
export async function signInAt(page: Page, { name, pin }: { readonly name: string; readonly pin: string }): Promise<void> {
  await page.getByRole('button', { name }).click()
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
  await page.locator('.person-tile, .pin-pad').first().waitFor({ state: 'detached' })
}
