import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import { millisOf } from '#domain/dates'
import type { Role } from '#domain/words'
import { serveHttp } from '#host/http'
import { builders, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'
import { signIn } from './pages/sign-in.ts'

export { expect }

export const rendererDir = join(import.meta.dirname, '..', '..', 'out', 'renderer')

/** The sample station on a file of its own, served to real browsers. Its clock stands still until `advance`, on every seat. */
export type Station = Omit<TestHost, 'advance'> & {
  readonly given: Builders
  /** another browser seat, paired by its one-time address and standing before the sign-in */
  readonly seat: () => Promise<Page>
  /** another browser seat where this person has signed in by PIN */
  readonly person: (role: Role, nth?: number) => Promise<Page>
  readonly advance: (by: { days?: number; hours?: number }) => Promise<void>
}

/** The print dialog belongs to the system; a browser without a screen crashes when it is to show it. */
export async function withoutPrintDialog(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => undefined
  })
}

export const test = base.extend<{ station: Station }>({
  station: async ({ browser }, use) => {
    if (!existsSync(join(rendererDir, 'index.html'))) throw new Error('the interface is not built: npm run build')
    const host = await openTestHost()
    const http = await serveHttp(host.host, { rendererDir })
    const pages: Page[] = []
    const seat = async () => {
      const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
      await withoutPrintDialog(page)
      await page.clock.setFixedTime(millisOf(host.now()))
      await page.goto(http.newAddress())
      pages.push(page)
      return page
    }
    const person = async (role: Role, nth = 0) => {
      const page = await seat()
      await signIn(page, role, nth)
      return page
    }
    const advance = async (by: { days?: number; hours?: number }) => {
      host.advance(by)
      await Promise.all(pages.filter((page) => !page.isClosed()).map((page) => page.clock.setFixedTime(millisOf(host.now()))))
    }
    await use({ ...host, given: builders(host), seat, person, advance })
    await Promise.all(pages.map((page) => page.context().close()))
    await http.close()
    await host.close()
  },
})
