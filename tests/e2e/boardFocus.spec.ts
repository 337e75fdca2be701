import type { Locator, Page } from '@playwright/test'
import { noteIn, noteOn, paste, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { either } from '../support/words.ts'

/** What an empty zone is entered by. */
const writeIn = (page: Page, zone: string): Locator =>
  zoneOn(page, zone).getByRole('button', { name: WRITE })

const WRITE = new RegExp(`${either(({ board }) => board.zone.write).source}$`)

const fieldIn = (page: Page, zone: string): Locator =>
  page.getByRole('textbox', { name: `Catatan baru di ${zone}` })

const selectionOf = (page: Page): Locator =>
  page.getByRole('region', { name: either(({ desk }) => desk.selection.label) })

/** The mouse at rest over the foot of a zone, a little further to the right each time. */
async function pointAt(page: Page, zone: string, by = 0): Promise<void> {
  const box = await zoneOn(page, zone).boundingBox()
  if (!box) throw new Error('it is not on screen')
  await page.mouse.move(box.x + box.width / 2 + by, box.y + box.height - 12)
}

test('the arrows go on at once: on a fresh page, on every sheet, and where one was there before', async ({
  ninik,
}) => {
  const member = await ninik('laptop')
  const { keyboard } = member
  await writeIn(member, 'Mitra Utama').waitFor()
  await keyboard.press('ArrowDown')
  await expect(writeIn(member, 'Mitra Utama')).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(writeIn(member, 'Struktur Biaya')).toBeFocused()

  await keyboard.press('2')
  await expect(writeIn(member, 'Kekuatan')).toBeFocused()
  await keyboard.press('ArrowRight')
  await expect(writeIn(member, 'Kelemahan')).toBeFocused()

  await keyboard.press('3')
  await expect(writeIn(member, 'Strategi SO')).toBeFocused()
  await keyboard.press('ArrowLeft')
  await expect(member.getByRole('button', { name: 'Isi dulu Peluang' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(writeIn(member, 'Peluang')).toBeFocused()

  await keyboard.press('1')
  await expect(writeIn(member, 'Struktur Biaya')).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(member.getByRole('button', { name: 'Tulis catatan di Laci ide' })).toBeFocused()
  await keyboard.press('2')
  await expect(writeIn(member, 'Peluang')).toBeFocused()
})

test('N writes where the keys have walked to or where the mouse points, whichever was last', async ({
  ninik,
}) => {
  const member = await ninik('laptop')
  const { keyboard } = member
  await writeIn(member, 'Saluran').waitFor()
  await keyboard.press('n')
  await expect(fieldIn(member, 'Mitra Utama'), 'nobody has pointed yet').toBeFocused()
  await keyboard.press('Escape')

  await pointAt(member, 'Saluran')
  await keyboard.press('n')
  await expect(fieldIn(member, 'Saluran')).toBeFocused()
  await keyboard.press('Escape')
  await expect(writeIn(member, 'Saluran')).toBeFocused()
  await keyboard.press('ArrowRight')
  await expect(writeIn(member, 'Segmen Pelanggan')).toBeFocused()
  await keyboard.press('n')
  await expect(fieldIn(member, 'Segmen Pelanggan'), 'though the mouse rests').toBeFocused()
  await keyboard.press('Escape')
  await pointAt(member, 'Saluran', 5)
  await keyboard.press('n')
  await expect(fieldIn(member, 'Saluran')).toBeFocused()
  await keyboard.press('Escape')
})

inBothLanguages(() => {
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
})

test('the keys stay in a panel whatever goes from it, and Escape leads back to its note', async ({
  ninik,
}) => {
  const member = await ninik('laptop')
  const { keyboard } = member
  await writeNote(member, 'Saluran', 'Bazar')
  await noteOn(member, 'Bazar').focus()
  await keyboard.press('Shift+F10')
  const panel = member.getByRole('dialog', { name: 'Pilihan catatan' })
  await panel.getByRole('button', { name: 'Tanda' }).press('Enter')
  const field = panel.getByRole('textbox', { name: 'Tanda baru' })
  await expect(field).toBeFocused()
  await keyboard.type('laris')
  await keyboard.press('Enter')
  await panel.getByRole('button', { name: 'Lepas tanda: laris' }).press('Enter')
  await expect(panel.getByRole('button', { name: 'Lepas tanda: laris' })).toHaveCount(0)
  await expect(field).toBeFocused()
  await keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(noteOn(member, 'Bazar')).toBeFocused()
})
