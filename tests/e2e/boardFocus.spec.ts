import type { Locator, Page } from '@playwright/test'
import type { ZoneId } from '../../src/model/zones.ts'
import { boxOf } from '../support/boxes.ts'
import { noteIn, noteOn, paste, selectionOf, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { either, zoneName } from '../support/words.ts'

/** What an empty zone is entered by. */
const writeIn = (page: Page, zone: string): Locator =>
  zoneOn(page, zone).getByRole('button', { name: WRITE })

const WRITE = new RegExp(`${either(({ board }) => board.zone.write).source}$`)

/** The mouse at rest over the foot of a zone, a little further to the right each time. */
async function pointAt(page: Page, zone: string, by = 0): Promise<void> {
  const { x, width, bottom } = await boxOf(zoneOn(page, zone))
  await page.mouse.move(x + width / 2 + by, bottom - 12)
}

inBothLanguages(() => {
  test('the arrows go on at once: on a fresh page, on every sheet, and where one was there before', async ({
    ninik,
    words,
  }) => {
    const { board } = words
    const member = await ninik('laptop')
    const { keyboard } = member
    const into = (zone: ZoneId) => writeIn(member, zoneName(words, zone))
    const press = async (key: string, to: Locator) => {
      await keyboard.press(key)
      await expect(to).toBeFocused()
    }
    const fill = member.getByRole('button', {
      name: board.strategy.fillFirst(zoneName(words, 'opportunities')),
    })
    const addToTray = member.getByRole('button', {
      name: board.zone.add(zoneName(words, 'tray')),
    })
    await into('key-partners').waitFor()
    await press('ArrowDown', into('key-partners'))
    await press('ArrowDown', into('cost-structure'))

    await press('2', into('strengths'))
    await press('ArrowRight', into('weaknesses'))

    await press('3', into('tows-so'))
    await press('ArrowLeft', fill)
    await press('Enter', into('opportunities'))

    await press('1', into('cost-structure'))
    await press('ArrowDown', addToTray)
    await press('2', into('opportunities'))
  })

  test('N writes where the keys have walked to or where the mouse points, whichever was last', async ({
    ninik,
    words,
  }) => {
    const [channels, segments] = [words.zones.channels.name, words.zones['customer-segments'].name]
    const member = await ninik('laptop')
    const { keyboard } = member
    const fieldIn = (zone: string) =>
      member.getByRole('textbox', { name: words.board.note.fieldIn(zone) })
    await writeIn(member, channels).waitFor()
    await keyboard.press('n')
    const first = fieldIn(words.zones['key-partners'].name)
    await expect(first, 'nobody has pointed yet').toBeFocused()
    await keyboard.press('Escape')

    await pointAt(member, channels)
    await keyboard.press('n')
    await expect(fieldIn(channels)).toBeFocused()
    await keyboard.press('Escape')
    await expect(writeIn(member, channels)).toBeFocused()
    await keyboard.press('ArrowRight')
    await expect(writeIn(member, segments)).toBeFocused()
    await keyboard.press('n')
    await expect(fieldIn(segments), 'though the mouse rests').toBeFocused()
    await keyboard.press('Escape')
    await pointAt(member, channels, 5)
    await keyboard.press('n')
    await expect(fieldIn(channels)).toBeFocused()
    await keyboard.press('Escape')
  })

  test('the focus stays beside what goes, and follows what moves', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { board, desk, zones } = words
    const [channels, partners] = [zones.channels.name, zones['key-partners'].name]
    const member = await ninik('laptop')
    const { keyboard } = member
    for (const text of ['Satu', 'Dua', 'Tiga', 'Empat']) await writeNote(member, channels, text)

    await noteOn(member, 'Dua').focus()
    await keyboard.press('Delete')
    await expect(noteOn(member, 'Tiga')).toBeFocused()
    await keyboard.press('Control+z')
    await expect(noteOn(member, 'Dua')).toBeVisible()
    await keyboard.press('Shift+Space')
    await keyboard.press('ArrowRight')
    await expect(noteOn(member, 'Empat')).toBeFocused()
    await keyboard.press('Shift+Space')
    await expect(selectionOf(member).getByText(desk.selection.count(2))).toBeVisible()
    await keyboard.press('Delete')
    await expect(noteOn(member, 'Tiga')).toHaveCount(0)
    await expect(noteIn(member, channels, 'Dua')).toBeFocused()

    // Somebody else removes what has the focus; it lies alone at last.
    const facilitator = await sesilyaWithNinik()
    await noteOn(facilitator, 'Dua').focus()
    await facilitator.keyboard.press('Delete')
    await expect(noteOn(member, 'Satu')).toBeFocused()
    await keyboard.press('Shift+F10')
    await expect(member.getByRole('button', { name: board.note.moveTo })).toBeFocused()
    await keyboard.press('Escape')
    await expect(noteOn(member, 'Satu')).toBeFocused()
    await keyboard.press('Shift+F10')
    await member.getByRole('button', { name: board.note.remove, exact: true }).press('Enter')
    await expect(writeIn(member, channels)).toBeFocused()

    await paste(member, 'Lima\nEnam')
    await member.getByRole('button', { name: board.paste.several(2) }).press('Enter')
    await expect(noteOn(member, 'Lima')).toBeFocused()
    await keyboard.press('Control+a')
    await selectionOf(member).getByRole('button', { name: board.note.move }).press('Enter')
    const places = member.getByRole('dialog', { name: desk.selection.label })
    await places.getByRole('button', { name: partners }).press('Enter')
    await expect(noteIn(member, partners, 'Lima')).toBeFocused()
    await keyboard.press('Control+a')
    await selectionOf(member).getByRole('button', { name: board.note.remove }).press('Enter')
    await expect(writeIn(member, partners)).toBeFocused()

    await keyboard.press('?')
    await expect(member.getByRole('dialog', { name: desk.keys.title })).toBeVisible()
    await keyboard.press('Escape')
    await expect(writeIn(member, partners)).toBeFocused()
    await member.getByRole('button', { name: desk.present }).press('Enter')
    await expect(member.getByRole('main', { name: desk.presenting.label })).toBeVisible()
    await keyboard.press('Escape')
    await expect(writeIn(member, partners)).toBeFocused()
  })

  test('the keys stay in a panel whatever goes from it, and Escape leads back to its note', async ({
    ninik,
    words,
  }) => {
    const { note: names, tagging } = words.board
    const member = await ninik('laptop')
    const { keyboard } = member
    await writeNote(member, words.zones.channels.name, 'Bazar')
    await noteOn(member, 'Bazar').focus()
    await keyboard.press('Shift+F10')
    const panel = member.getByRole('dialog', { name: names.menu })
    await panel.getByRole('button', { name: names.tags }).press('Enter')
    const field = panel.getByRole('textbox', { name: tagging.placeholder })
    await expect(field).toBeFocused()
    await keyboard.type('laris')
    await keyboard.press('Enter')
    const taken = panel.getByRole('button', { name: tagging.take('laris') })
    await taken.press('Enter')
    await expect(taken).toHaveCount(0)
    await expect(field).toBeFocused()
    await keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
    await expect(noteOn(member, 'Bazar')).toBeFocused()
  })
})
