/** A canvas as a person finds it on screen: by role and name. */
import type { Locator, Page } from '@playwright/test'

/** One zone of a canvas on a wide screen, by its standard name. */
export const zoneOn = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true })

/** A note by its words, wherever it lies. */
export const noteOn = (page: Page, text: string): Locator =>
  page.getByRole('button', { name: text, exact: true })

export const noteIn = (page: Page, zone: string, text: string): Locator =>
  zoneOn(page, zone).getByRole('button', { name: text, exact: true })

/** Presses + in a zone, types and leaves the field. */
export async function writeNote(page: Page, zone: string, text: string): Promise<void> {
  await page.getByRole('button', { name: `Tulis catatan di ${zone}` }).click()
  await page.getByRole('textbox', { name: `Catatan baru di ${zone}` }).fill(text)
  await page.keyboard.press('Escape')
  await noteIn(page, zone, text).waitFor()
}

/** As Ctrl+V does, of what another program put on the clipboard. */
export const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)

/** Carries a note with the mouse to the middle of a zone, in steps as a hand does. */
export async function dragNote(page: Page, note: Locator, to: Locator): Promise<void> {
  const from = await boxOf(note)
  const target = await boxOf(to)
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2 + 12, from.y + from.height / 2 + 8, { steps: 3 })
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 10 })
  await page.mouse.up()
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is not on screen')
  return box
}
