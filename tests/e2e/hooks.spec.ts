import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import type { CanvasSession } from '../../src/sync/session.ts'
import { bundle, openModulePage, serveModule } from '../support/modulePage.ts'

declare const session: CanvasSession
declare const drawn: Record<string, number>

let script: string
test.beforeAll(async () => {
  script = await bundle('sync/hooksPage.tsx')
})

const addNote = (page: Page, text: string) =>
  page.evaluate((words) => session.edits()?.addNote({ zone: 'channels', text: words }), text)
const draws = (page: Page) => page.evaluate(() => ({ ...drawn }))

test('a letter in one note redraws that note, and neither its neighbours nor the zone nor what is made of other parts', async ({
  context,
}) => {
  await serveModule(context, script)
  const page = await openModulePage(context, 'session')
  await addNote(page, 'satu')
  await addNote(page, 'dua')
  const items = page.getByRole('listitem')
  await expect(items).toHaveText(['satu kept', 'dua kept'])
  const before = await draws(page)

  await page.evaluate(() => {
    const [first] = session.view().zones.channels
    const writing = first && session.edits()?.writeIn({ note: first })
    if (!writing || 'refused' in writing) throw new Error('not opened')
    for (let length = 1; length <= 20; length++) writing.input(`satu ${'x'.repeat(length)}`)
    writing.close()
  })
  await expect(items).toHaveText([`satu ${'x'.repeat(20)} kept`, 'dua kept'])
  const after = await draws(page)
  expect(after.satu).toBeGreaterThan(before.satu ?? 0)
  expect(after.dua).toBe(before.dua)
  expect(after.zone).toBe(before.zone)
  expect(after.papers).toBe(before.papers)
  await page.evaluate(() => {
    for (const note of session.view().zones.channels) session.edits()?.recolourNote(note, 'ungu')
  })
  await expect(page.getByText('ungu+ungu', { exact: true })).toBeVisible()
})

test('undo becomes possible and impossible with what is written', async ({ context }) => {
  await serveModule(context, script)
  const page = await openModulePage(context, 'session')
  await expect(page.getByText(/, 1, nothing/)).toBeVisible()
  await addNote(page, 'satu')
  await expect(page.getByText(/, 1, undo/)).toBeVisible()
  await page.evaluate(() => session.edits()?.undo())
  await expect(page.getByRole('listitem')).toHaveCount(0)
  await expect(page.getByText(/, 1, nothing/)).toBeVisible()
})
