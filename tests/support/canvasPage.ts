/** A canvas as a person finds it on screen: by role and name. */
import type { Locator, Page } from '@playwright/test'
import type { TabId } from '../../src/model/zones.ts'
import { middleOf } from './boxes.ts'
import { mouseOn } from './hands.ts'
import { either } from './words.ts'

/** One zone of a canvas on a wide screen, by its standard name. */
export const zoneOn = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true })

/** A note by its words, wherever it lies. */
export const noteOn = (page: Page, text: string): Locator =>
  page.getByRole('button', { name: text, exact: true })

export const noteIn = (page: Page, zone: string, text: string): Locator =>
  zoneOn(page, zone).getByRole('button', { name: text, exact: true })

/** The words of a zone's notes, in order. */
export const notesIn = (page: Page, zone: string): Locator =>
  zoneOn(page, zone).locator('[data-note]')

/** What opens a sheet, however many notes it counts. */
export const tabOn = (page: Page, tab: TabId): Locator =>
  page
    .getByRole('navigation', { name: either(({ board }) => board.tabsLabel) })
    .getByRole('button', { name: either(({ board }) => board.tabs[tab]) })

/** The button that opens everything a note can do. */
export const menuOf = (page: Page, text: string): Locator =>
  page.getByRole('button', { name: either(({ board }) => board.note.menuOf(text)) })

/** What takes back the latest step. With the focus it stays, however long it takes to look elsewhere first. */
export async function heldUndo(page: Page): Promise<Locator> {
  const undo = page
    .getByRole('status')
    .getByRole('button', { name: either(({ board }) => board.undo) })
    .last()
  await undo.focus()
  return undo
}

/** What is done with chosen notes, and how many they are. */
export const selectionOf = (page: Page): Locator =>
  page.getByRole('region', { name: either(({ desk }) => desk.selection.label) })

/** What is said aloud. The drag library keeps a region of its own, which says nothing. */
export const announced = (page: Page): Locator => page.locator('[aria-live="assertive"]:not([id])')

/** Presses + in a zone, types and leaves the field. */
export async function writeNote(page: Page, zone: string, text: string): Promise<void> {
  await page.getByRole('button', { name: either(({ board }) => board.zone.add(zone)) }).click()
  const field = either(({ board }) => board.note.fieldIn(zone))
  await page.getByRole('textbox', { name: field }).fill(text)
  await page.keyboard.press('Escape')
  await noteIn(page, zone, text).waitFor()
  // The note that was left has the focus in the next frame: nobody's hand is quicker, but a test's is.
  await page.evaluate(() => new Promise(requestAnimationFrame))
}

/** As Ctrl+V does, of what another program put on the clipboard: into the field, or wherever the focus is. */
export const paste = (into: Page | Locator, text: string): Promise<void> =>
  ('page' in into ? into : into.locator('body')).evaluate((element, words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    const target = element === document.body ? document.activeElement : element
    target?.dispatchEvent(event)
  }, text)

/** Copied with the keys in a window of another program. */
export async function copyElsewhere(page: Page, text: string): Promise<void> {
  const other = await page.context().newPage()
  await other.setContent('<textarea></textarea>')
  await other.locator('textarea').fill(text)
  await other.keyboard.press('Control+a')
  await other.keyboard.press('Control+c')
  await other.close()
  await page.bringToFront()
}

/** Pastes lines into a zone, a note each. */
export async function pasteNotes(
  page: Page,
  zone: string,
  texts: readonly string[],
): Promise<void> {
  await zoneOn(page, zone).hover()
  await paste(page, texts.join('\n'))
  const each = either(({ board }) => board.paste.several(texts.length))
  await page.getByRole('button', { name: each }).click()
  await noteIn(page, zone, texts.at(-1) ?? '').waitFor()
}

/** Carries a note with the mouse to the middle of a zone, in steps as a hand does. */
export async function dragNote(page: Page, note: Locator, to: Locator): Promise<void> {
  const hand = mouseOn(page)
  const target = await middleOf(to)
  await hand.lift(note)
  await hand.moveTo(target)
  await hand.drop()
}
