import type { Page } from '@playwright/test'

/** The answers of one endpoint stay on their way until they are let go; `once` another was called, else from now on. */
export async function heldBack(page: Page, name: string, once?: string): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let isHeld = once === undefined
  await page.route('**/api/call', async (route) => {
    const called = route.request().postDataJSON()?.name
    isHeld ||= called === once
    if (isHeld && called === name) await held
    await route.continue()
  })
  return letGo
}
