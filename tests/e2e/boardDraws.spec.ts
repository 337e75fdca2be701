import type { Page } from '@playwright/test'
import { noteOn, writeNote } from '../support/canvasPage.ts'
import { installDrawnNotes } from '../support/drawnNotes.ts'
import { expect, test } from '../support/people.ts'
import { openZone } from '../support/phonePage.ts'
import { aSample } from '../support/sample.ts'

test('writing in one note draws no other, neither for its letters nor for their ticks', async ({
  ninik,
}) => {
  const member = await ninik('laptop')
  await writeNote(member, 'Saluran', 'Titip di warung')
  await writeNote(member, 'Saluran', 'Pesan lewat WA')
  await writeNote(member, 'Mitra Utama', 'Petani kedelai')
  await member.addInitScript(installDrawnNotes)
  await member.reload()
  const idOf = (text: string) => noteOn(member, text).getAttribute('data-note')
  const written = await idOf('Titip di warung')
  const other = await idOf('Pesan lewat WA')

  await noteOn(member, 'Titip di warung').click()
  const field = member.getByRole('textbox', { name: 'Isi catatan' })
  await expect(field).toBeFocused()
  await member.evaluate(() => drawnNotes.start())
  await field.pressSequentially(' dan pas')
  // The header says that something is to be sent by now: of these letters the list alone is laid out.
  expect(await laidOutAt(member, () => field.pressSequentially('ar'))).toContain('list')
  await member.keyboard.press('Escape')
  const note = member.locator(`[data-slot="${written}"]`)
  await expect(note.getByRole('img', { name: 'Sudah terkirim' })).toBeVisible()
  const drawn = await member.evaluate(() => drawnNotes.stop())
  expect(drawn).toEqual([written])

  // A positioned box is a layer that the browser goes through at every letter: five on each of hundreds of notes are felt.
  const layers = await member
    .locator(`[data-slot="${other}"] *`)
    .evaluateAll((parts) =>
      parts
        .filter((part) => getComputedStyle(part).position !== 'static')
        .map((part) => part.className),
    )
  expect(layers).toEqual([])

  // It sees what is drawn: both, where the pen goes from one to the other.
  await member.evaluate(() => drawnNotes.start())
  await noteOn(member, 'Pesan lewat WA').click()
  await expect(noteOn(member, 'Titip di warung dan pasar')).toBeVisible()
  const both = await member.evaluate(() => drawnNotes.stop())
  expect(both.sort()).toEqual([written, other].sort())
})

/** What the browser laid out meanwhile, each time: a list of notes alone, or the whole page. */
async function laidOutAt(page: Page, act: () => Promise<void>): Promise<string[]> {
  const browser = page.context().browser()
  await browser?.startTracing(page, { categories: ['devtools.timeline'] })
  await act()
  const trace = JSON.parse(String(await browser?.stopTracing())) as { traceEvents: LayoutEvent[] }
  return trace.traceEvents.flatMap(({ name, args }) =>
    name === 'Layout' && args?.beginData ? (args.beginData.partialLayout ? 'list' : 'page') : [],
  )
}

type LayoutEvent = { name: string; args?: { beginData?: { partialLayout: boolean } } }

test('writing a strategy on a phone draws none of the notes that it may join', async ({
  hall,
  person,
  words,
}) => {
  const { ninik } = await aSample(hall.origin)
  const phone = await person('phone')
  await phone.addInitScript(installDrawnNotes)
  await phone.goto(hall.link('member', ninik))
  await phone.reload()
  await phone.getByRole('button', { name: words.board.tabs.tows }).tap()
  await openZone(phone, 'tows-so')
  const strength = phone.getByRole('button', { name: /^S1/ })
  // It sees what is drawn.
  await phone.evaluate(() => drawnNotes.start())
  await strength.tap()
  await expect(strength).toHaveAttribute('aria-pressed', 'true')
  expect(await phone.evaluate(() => drawnNotes.stop())).toHaveLength(1)

  await phone.getByRole('button', { name: words.phone.strategy.write }).tap()
  const field = phone.getByRole('textbox')
  await expect(field).toBeFocused()
  await phone.evaluate(() => drawnNotes.start())
  await field.pressSequentially('Titip')
  expect(await phone.evaluate(() => drawnNotes.stop())).toEqual([])
})
