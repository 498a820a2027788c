import { defineConfig } from '@playwright/test'
import { findChromium } from '../build/browser.mjs'

const chromium = findChromium()

// Plain Chromium against the real host (e2e), and the desktop shell where its runtime is installed (electron).
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/playwright',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  // a journey shares two cores with a browser and a host; one that needed the second walk is named at the end
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [
    {
      name: 'e2e',
      testMatch: 'e2e/**/*.spec.ts',
      use: {
        browserName: 'chromium',
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        viewport: { width: 1366, height: 768 },
        screenshot: 'only-on-failure',
        launchOptions: {
          ...(chromium === null ? {} : { executablePath: chromium }),
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
    { name: 'electron', testMatch: 'electron/**/*.spec.ts', workers: 1 },
  ],
})
