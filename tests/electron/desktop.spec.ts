import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { installedElectron, noDesktopBecause } from '../../build/electron-runtime.mjs'
import { root } from '../../build/setup.mjs'
// for the type of window.host
import type {} from '../../src-renderer/transport.ts'

const runtime = installedElectron()
const hindrance = noDesktopBecause()?.[1] ?? (runtime === null ? 'the Electron runtime is not installed here' : null)

const test = base.extend<{ desktop: { app: ElectronApplication; page: Page } }>({
  desktop: async ({}, use) => {
    const data = mkdtempSync(join(tmpdir(), 'sanbao-desktop-'))
    const app = await _electron.launch({ executablePath: runtime ?? '', args: [root, `--data=${data}`], cwd: root })
    await use({ app, page: await app.firstWindow() })
    await app.close()
    rmSync(data, { recursive: true, force: true })
  },
})

test.describe('the desktop shell', () => {
  test.skip(hindrance !== null, `Electron: ${hindrance ?? ''}`)

  test('the page is ours, sandboxed, and talks to the host over the bridge', async ({ desktop: { app, page } }) => {
    expect(page.url()).toMatch(/^app:\/\/sanbao\//)
    const seen = await page.evaluate(async () => ({
      node: 'require' in window || 'process' in window,
      bridge: Object.keys(window.host ?? {}).sort(),
      state: await window.host?.call({ callId: 'test-1', name: 'session.state', input: {} }),
    }))
    expect(seen).toMatchObject({ node: false, bridge: ['call', 'onChanged', 'platform', 'print', 'printers'], state: { ok: true } })
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('a page cannot leave the program nor open a window', async ({ desktop: { app, page } }) => {
    const before = page.url()
    await page.evaluate(() => {
      window.open('https://example.com')
      window.location.href = 'https://example.com/'
    })
    await page.waitForTimeout(500)
    expect(page.url()).toBe(before)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('an empty folder leads to the first run', async ({ desktop: { page } }) => {
    await expect(page.getByText('演示站').first()).toBeVisible()
  })
})
