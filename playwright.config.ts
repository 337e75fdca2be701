import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser.mjs'

/**
 * Several people at once in a real Chromium. No `webServer` here: each worker starts a real
 * server of its own through a fixture in tests/support.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  // One picture of the product is drawn by a test (noteSigns.spec.ts).
  snapshotPathTemplate: 'src/board/{arg}{ext}',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Room for a machine three times as slow as a busy two-core one; no test asserts how long a thing takes.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // What hangs in spite of that ends as a failure all the same.
  globalTimeout: 45 * 60_000,
  reporter: [['line'], ['json', { outputFile: '.cache/tests/e2e.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1366, height: 768 },
    // Recording a trace costs as much as the test itself: TRACE=1 does, to look into a failure.
    trace: process.env.TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      // Without an installed one, Playwright takes the browser it downloaded itself.
      executablePath: findBrowser() ?? undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // A name that is no secure context, as a LAN address is none.
        '--host-resolver-rules=MAP guyub.test 127.0.0.1',
      ],
    },
  },
})
