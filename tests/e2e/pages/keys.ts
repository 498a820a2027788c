import type { Page } from '@playwright/test'

/** What a person does at the keyboard, and how often something is typed into a field. */
export function keysOf(page: Page) {
  let entries = 0
  return {
    press: (...combos: readonly string[]) => combos.reduce((before, combo) => before.then(() => page.keyboard.press(combo.replace('Ctrl', 'Control'))), Promise.resolve()),
    type: (text: string) => page.keyboard.type(text),
    /** one entry: a text typed into the field that has the focus */
    enter: async (text: string) => {
      entries += 1
      await page.keyboard.type(text)
    },
    entries: () => entries,
  }
}

export type Keys = ReturnType<typeof keysOf>
