/** What a facilitator says of paper and tags, for the whole workshop. */
import type { Locator, Page } from '@playwright/test'
import type { NoteColour } from '../../src/model/note.ts'
import { expect } from './people.ts'
import type { Words } from './words.ts'

export async function openLegend(page: Page, { common, facilitator }: Words): Promise<Locator> {
  await page.getByRole('button', { name: common.more }).click()
  await page.getByRole('menuitem', { name: facilitator.legend.title }).click()
  return page.getByRole('dialog')
}

type Meanings = Partial<Record<NoteColour, string>>

/** Gives colours a meaning, and offers a tag where one is named. */
export async function nameColours(
  page: Page,
  words: Words,
  meanings: Meanings,
  tag?: string,
): Promise<void> {
  await openLegend(page, words)
  await saveLegend(page, words, meanings, tag)
}

/** The same in the dialog that is open. */
export async function saveLegend(
  page: Page,
  { common, facilitator }: Words,
  meanings: Meanings,
  tag?: string,
): Promise<void> {
  const dialog = page.getByRole('dialog')
  const fill = (name: string, text: string) => dialog.getByRole('textbox', { name }).fill(text)
  for (const colour of Object.keys(meanings) as NoteColour[])
    await fill(common.colours[colour], meanings[colour] ?? '')
  if (tag !== undefined) await fill(facilitator.legend.newTag, tag)
  await dialog.getByRole('button', { name: common.save, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}
