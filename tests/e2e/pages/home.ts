import { expect, type Page } from '@playwright/test'

/** The home screen: its lists by name, a row of a list by what stands on it. */
export function homeOn(page: Page) {
  const group = (name: string) => page.getByRole('region', { name, exact: true })
  const row = (name: string, text: string | RegExp) => group(name).getByRole('listitem').filter({ hasText: text })
  const walkTo = async (name: string, text: string | RegExp, place: 'act' | 'record') => {
    const line = row(name, text)
    const wanted = place === 'act' ? line.getByRole('button') : line.locator('.desk-no')
    await expect(wanted).toBeVisible()
    for (let pressed = 0; pressed < 30 && !(await line.evaluate((found) => found.contains(document.activeElement))); pressed += 1)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press(place === 'act' ? 'ArrowRight' : 'ArrowLeft')
    await expect(wanted).toBeFocused()
  }
  return {
    group,
    row,
    groups: () =>
      page.locator('#section-desk section[aria-label]').evaluateAll((found) => found.map((each) => each.getAttribute('aria-label'))),
    cards: () => page.locator('.home-cards > section').evaluateAll((found) => found.map((each) => each.id.replace('section-', ''))),
    duty: (name: string) => page.getByRole('navigation', { name: '今日职责' }).getByRole('link', { name }),
    isThere: () => expect(page.getByRole('heading', { name: '今日工作' })).toBeVisible(),
    /** by the arrows to what waits, and Enter on its act */
    act: async (name: string, text: string | RegExp) => {
      await walkTo(name, text, 'act')
      await page.keyboard.press('Enter')
    },
    /** by the arrows to what waits, and Enter on its number */
    open: async (name: string, text: string | RegExp) => {
      await walkTo(name, text, 'record')
      await page.keyboard.press('Enter')
    },
    /** from wherever one is */
    go: async () => {
      await page.keyboard.press('Alt+1')
      await expect(page.getByRole('heading', { name: '今日工作' })).toBeVisible()
    },
  }
}
