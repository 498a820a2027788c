import { expect, type Page } from '@playwright/test'

/** The home screen: its lists by name, a row of a list by what stands on it. */
export function homeOn(page: Page) {
  const group = (name: string) => page.getByRole('region', { name, exact: true })
  return {
    group,
    row: (name: string, text: string | RegExp) => group(name).getByRole('listitem').filter({ hasText: text }),
    groups: () => page.locator('#section-desk section[aria-label]').evaluateAll((found) => found.map((each) => each.getAttribute('aria-label'))),
    cards: () => page.locator('.home-cards > section').evaluateAll((found) => found.map((each) => each.id.replace('section-', ''))),
    duty: (name: string) => page.getByRole('navigation', { name: '今日职责' }).getByRole('link', { name }),
    isThere: () => expect(page.getByRole('heading', { name: '今日工作' })).toBeVisible(),
  }
}
