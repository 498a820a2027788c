import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { resources } from '#host/resources'
import type { Role } from '#domain/words'

type Person = { readonly name: string; readonly role: Role; readonly pin: string }

const people: readonly Person[] = JSON.parse(readFileSync(join(resources().samples, 'users.json'), 'utf8'))

/** The n-th person of a role at the sample station. */
export function personOf(role: Role, nth = 0): Person {
  const person = people.filter((each) => each.role === role)[nth]
  if (person === undefined) throw new Error(`the sample station has no ${role} number ${nth}`)
  return person
}

/** Arrows to the tile, Enter, the PIN, Enter. */
export async function signIn(page: Page, role: Role, nth = 0): Promise<void> {
  const { name, pin } = personOf(role, nth)
  // the tile, not the person's own menu on the page that is just going away
  const tile = page.locator('.person-tile').filter({ hasText: name })
  await expect(page.locator('.person-tile:focus')).toBeVisible()
  for (let pressed = 0; pressed < people.length && !(await tile.evaluate((button) => button === document.activeElement)); pressed += 1)
    await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await enterPin(page, name, pin)
}

export async function enterPin(page: Page, name: string, pin: string): Promise<void> {
  await expect(page.getByLabel(`${name} 的口令`)).toBeFocused()
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: '主导航' }).or(page.locator('nav.frame-nav'))).toBeVisible()
}
