/** Takes a picture of a screen as it is. */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const ALL = '.cache/screenshots'
const SHOWN = 'docs/screenshots'
const IN_README = ['board-1366', 'dashboard-1366', 'zone-360', 'print-1366']

for (const folder of [ALL, SHOWN]) mkdirSync(folder, { recursive: true })

/** In the light and in the dark theme; left light. */
export async function shootBoth(page: Page, name: string): Promise<void> {
  const show = (theme: string) =>
    page.evaluate((wanted) => {
      document.documentElement.dataset.theme = wanted
    }, theme)
  await shoot(page, name)
  await show('dark')
  await shoot(page, `${name}-dark`)
  await show('light')
}

export async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const file = join(ALL, `${name}.png`)
  await page.screenshot({ path: file })
  if (IN_README.includes(name)) copyFileSync(file, join(SHOWN, `${name}.png`))
  console.log(name)
}
