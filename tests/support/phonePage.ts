/** A canvas on a phone, as a person finds it on screen. */
import type { Locator, Page } from '@playwright/test'
import type { ZoneId } from '../../src/model/zones.ts'
import { expect } from './people.ts'
import { either } from './words.ts'

// These are alike on every screen.
export { heldUndo, menuOf, paste } from './canvasPage.ts'

export const noteOnPhone = (page: Page, text: string): Locator =>
  page.getByRole('listitem').filter({ hasText: text })

export const writeOnPhone = (page: Page): Locator =>
  page.getByRole('button', { name: either(({ board }) => board.zone.write) })

/**
 * The history is as deep as the layers on screen. What was closed by a choice takes its entry back by a step of its own, a
 * moment later: whoever goes elsewhere meanwhile is taken back by it.
 */
export async function layersOpen(page: Page, layers: number): Promise<void> {
  await expect.poll(() => page.evaluate(() => history.state?.layers ?? 0)).toBe(layers)
}

/** The phone's back step, from that many layers. */
export async function backFrom(page: Page, layers: number): Promise<void> {
  await layersOpen(page, layers)
  await page.goBack()
}

/** Presses a zone on the map. */
export const openZone = (page: Page, zone: ZoneId): Promise<void> =>
  page.getByRole('navigation').locator(`[data-cell="${zone}"]`).tap()

/** Writes notes one after another in the open zone; the field stays open. */
export async function write(page: Page, texts: readonly string[]): Promise<void> {
  await writeOnPhone(page).tap()
  const field = page.getByRole('textbox')
  for (const text of texts) {
    await field.fill(text)
    await page.getByRole('button', { name: either(({ board }) => board.note.stick) }).tap()
    await expect(field).toHaveValue('')
    await expect(field).toBeFocused()
    await expect(noteOnPhone(page, text)).toBeVisible()
  }
}
