import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'

// Four times as fine as on a plain screen: sharp on any screen, and where a page is made larger.
test.use({ viewport: { width: 24, height: 264 }, deviceScaleFactor: 4 })

test('the picture of all signs shows what is drawn in noteSigns.svg', async ({ page }) => {
  const drawing = readFileSync(new URL('../../src/board/noteSigns.svg', import.meta.url), 'utf8')
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`)
  const picture = await page.screenshot({ omitBackground: true })
  // After a change of the drawing: npx playwright test noteSigns --update-snapshots
  expect(picture).toMatchSnapshot('noteSigns.png', { maxDiffPixelRatio: 0.002 })
})
