import { expect, type Page } from '@playwright/test'

/** What a person does at the keyboard, and how often something is typed into a field. */
export function keysOf(page: Page) {
  let entries = 0
  let strokes = 0
  return {
    press: async (...combos: readonly string[]) => {
      for (const combo of combos) {
        strokes += 1
        await page.keyboard.press(combo.replace('Ctrl', 'Control'))
      }
    },
    type: (text: string) => page.keyboard.type(text),
    /** one entry: a text typed into the field that has the focus */
    enter: async (text: string) => {
      entries += 1
      await page.keyboard.type(text)
    },
    entries: () => entries,
    /** keys pressed so far, typed texts and scans aside */
    strokes: () => strokes,
  }
}

export type Keys = ReturnType<typeof keysOf>

/** The hits shown are those for all that was typed: an Enter before that waits for them. */
export async function answered(page: Page): Promise<void> {
  await expect(page.locator('.hit-list[aria-busy=false]')).toBeVisible()
}
