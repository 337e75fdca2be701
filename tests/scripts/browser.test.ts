import { chmodSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { ensureBrowser, findBrowser } from '../../scripts/browser.mjs'
import { tempFolder } from './tempFolder.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

it('takes the browser that CHROMIUM_PATH names, else the first on PATH that can be run', () => {
  const notes = tempFolder({ chromium: 'only a note' })
  const programs = tempFolder({ chromium: '#!/bin/sh', 'google-chrome': '#!/bin/sh' })
  chmodSync(join(programs, 'chromium'), 0o755)
  chmodSync(join(programs, 'google-chrome'), 0o755)
  const PATH = [notes, programs].join(delimiter)
  expect(findBrowser({ PATH })).toBe(join(programs, 'chromium'))
  expect(findBrowser({ PATH, CHROMIUM_PATH: '/opt/mine' })).toBe('/opt/mine')
})

it('refuses a CHROMIUM_PATH that is no browser, and does not look for another', async () => {
  const folder = tempFolder({ chromium: '#!/bin/sh\necho please install the snap\n' })
  chmodSync(join(folder, 'chromium'), 0o755)
  for (const wrong of [join(folder, 'chromium'), join(folder, 'gone')]) {
    vi.stubEnv('CHROMIUM_PATH', wrong)
    await expect(ensureBrowser(process.cwd(), process.execPath)).rejects.toThrow(
      /CHROMIUM_PATH points at/,
    )
  }
})
