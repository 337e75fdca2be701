import type { Locator, Page } from '@playwright/test'
import type { ZoneId } from '../../src/model/zones.ts'
import { announced, noteIn, noteOn, pasteNotes, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { zoneName } from '../support/words.ts'

/** Tab by Tab to a button, as somebody without a mouse goes. */
async function tabTo(wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let step = 0; step < 80; step++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await wanted.page().keyboard.press('Tab')
  }
  throw new Error(`no way to ${wanted} by Tab`)
}

const button = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name, exact: true })

// Rests on no word.
test('the arrows come to no note that a full zone has scrolled out of sight', async ({
  ninik,
  words,
}) => {
  const member = await ninik('laptop')
  const { keyboard } = member
  const texts = Array.from({ length: 16 }, (_, at) => `Lewat pedagang keliling nomor ${at + 1}`)
  await pasteNotes(member, words.zones.channels.name, texts)
  for (const text of ['Tunai', 'Kasbon'])
    await writeNote(member, words.zones['revenue-streams'].name, text)
  await noteOn(member, 'Tunai').focus()
  await keyboard.press('ArrowRight')
  await expect(noteOn(member, 'Kasbon')).toBeFocused()
  await keyboard.press('ArrowLeft')
  await expect(noteOn(member, 'Tunai')).toBeFocused()
})

// A laptop's page at 200 %, where a phone's board stands. It rests on no word.
test('on a board made twice as large keys walk, write, carry and undo', async ({ ninik }) => {
  const member = await ninik('laptop')
  await member.setViewportSize({ width: 683, height: 384 })
  const { keyboard } = member
  const note = (text: string) => member.locator('[data-note]', { hasText: text })
  const cell = (zone: ZoneId) => member.locator(`[data-cell="${zone}"]`)
  await cell('customer-relationships').focus()
  await keyboard.press('ArrowDown')
  await expect(cell('channels')).toBeFocused()
  await keyboard.press('n')
  const field = member.getByRole('textbox')
  for (const text of ['Bazar', 'Pasar']) {
    await expect(field).toBeFocused()
    await keyboard.type(text)
    await keyboard.press('Enter')
    await expect(note(text)).toBeVisible()
  }
  await keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await keyboard.press('ArrowDown')
  await expect(note('Bazar')).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(note('Pasar')).toBeFocused()
  await keyboard.press('Delete')
  await expect(note('Pasar')).toHaveCount(0)
  await expect(note('Bazar')).toBeFocused()
  await keyboard.press('Control+z')
  await expect(note('Pasar')).toBeVisible()

  const map = member.getByRole('dialog')
  const onMap = (zone: ZoneId) => map.locator(`[data-cell="${zone}"]`)
  await keyboard.press('Space')
  await expect(onMap('customer-segments')).toBeFocused()
  await keyboard.press('Escape')
  await expect(map).toHaveCount(0)
  await expect(note('Bazar')).toBeFocused()
  await keyboard.press('Space')
  await expect(onMap('customer-segments')).toBeFocused()
  await keyboard.press('ArrowLeft')
  await expect(onMap('customer-relationships')).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(onMap('revenue-streams'), 'past the one in which it lies').toBeFocused()
  await keyboard.press('Enter')
  await expect(note('Bazar')).toHaveCount(0)
  await expect(note('Pasar'), 'what lay beside it').toBeFocused()
  await keyboard.press('Control+z')
  await expect(note('Bazar')).toBeVisible()
  await keyboard.press('ArrowUp')
  await expect(note('Bazar')).toBeFocused()
  await keyboard.press('Enter')
  await expect(field).toHaveValue('Bazar')
})

inBothLanguages(() => {
  test('the keyboard alone fills, moves and deletes on all three tabs and in the tray', async ({
    ninik,
    words,
  }) => {
    const { board, desk } = words
    const { drag } = board
    const nameOf = (zone: ZoneId) => zoneName(words, zone)
    const [channels, segments] = [nameOf('channels'), nameOf('customer-segments')]
    const [relations, tray] = [nameOf('customer-relationships'), nameOf('tray')]
    const member = await ninik('laptop')
    const { keyboard } = member
    const told = (sentence: string) => expect(announced(member)).toHaveText(sentence)
    const addTo = (zone: ZoneId) => button(member, board.zone.add(words.zones[zone].name))
    await zoneOn(member, channels).waitFor()

    // BMC: writing one after the other, walking, lifting, and what is said of it.
    await tabTo(addTo('channels'))
    await keyboard.press('Enter')
    await keyboard.type('Bazar')
    await keyboard.press('Enter')
    await keyboard.type('Pesan WA')
    await keyboard.press('Escape')
    await expect(noteOn(member, 'Pesan WA')).toBeFocused()
    await keyboard.press('Space')
    await keyboard.press('n')
    await expect(member.getByRole('textbox'), 'the hand is full').toHaveCount(0)
    await told(drag.lifted('Pesan WA', channels))
    await keyboard.press('ArrowRight')
    await told(drag.at(segments, 1, 1))
    await keyboard.press('Escape')
    await told(drag.cancelled('Pesan WA', channels))
    await keyboard.press('Space')
    await keyboard.press('ArrowRight')
    await keyboard.press('Enter')
    await expect(noteIn(member, segments, 'Pesan WA')).toBeFocused()
    await told(drag.dropped('Pesan WA', segments, 1, 1))
    // Beside it lies an empty block, and under that the block with the other note.
    await keyboard.press('ArrowLeft')
    await expect(button(zoneOn(member, relations), board.zone.write)).toBeFocused()
    await keyboard.press('ArrowDown')
    await expect(noteOn(member, 'Bazar')).toBeFocused()
    await keyboard.press('Control+d')
    await expect(noteOn(member, 'Bazar')).toHaveCount(2)
    await keyboard.press('Control+a')
    await keyboard.press('Space')
    await told(drag.lifted(drag.several('Bazar', 1), channels))
    await keyboard.press('Escape')
    await told(drag.cancelled(drag.several('Bazar', 1), channels))
    await keyboard.press('Escape')
    await keyboard.press('Delete')
    await expect(noteOn(member, 'Bazar')).toHaveCount(1)
    await keyboard.press('Control+z')
    await expect(noteOn(member, 'Bazar')).toHaveCount(2)
    await keyboard.press('Control+Shift+Z')
    await expect(noteOn(member, 'Bazar')).toHaveCount(1)

    // Chosen and carried to the tray under the sheet and back out of it.
    await expect(noteOn(member, 'Bazar')).toBeFocused()
    await keyboard.press('Shift+Space')
    await keyboard.press('Space')
    for (let row = 0; row < 3; row++) await keyboard.press('ArrowDown')
    await told(drag.at(tray, 1, 1))
    await keyboard.press('Enter')
    await expect(noteIn(member, tray, 'Bazar')).toBeFocused()
    await keyboard.press('Space')
    await keyboard.press('ArrowUp')
    await keyboard.press('Space')
    await expect(noteOn(member, 'Bazar')).toBeFocused()
    await expect(noteIn(member, tray, 'Bazar')).toHaveCount(0)
    await keyboard.press('Escape')

    // SWOT and strategies.
    await keyboard.press('2')
    await tabTo(addTo('strengths'))
    await keyboard.press('Enter')
    await keyboard.type('Renyah')
    await keyboard.press('Escape')
    await expect(noteOn(member, 'Renyah')).toBeFocused()
    await keyboard.press('Space')
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await expect(noteIn(member, nameOf('opportunities'), 'Renyah')).toBeFocused()
    await keyboard.press('Shift+F10')
    await keyboard.press('Enter')
    await tabTo(button(member.getByRole('dialog'), nameOf('threats')))
    await keyboard.press('Enter')
    await expect(noteIn(member, nameOf('threats'), 'Renyah')).toBeFocused()

    await keyboard.press('3')
    await tabTo(addTo('tows-so'))
    await keyboard.press('Enter')
    await keyboard.type('Ikut bazar')
    await keyboard.press('Escape')
    await expect(noteOn(member, 'Ikut bazar')).toBeFocused()
    await keyboard.press('Space')
    await keyboard.press('ArrowRight')
    await keyboard.press('Enter')
    await expect(noteIn(member, nameOf('tows-wo'), 'Ikut bazar')).toBeFocused()
    await told(drag.dropped('Ikut bazar', words.zones['tows-wo'].name, 1, 1))
    await keyboard.press('Delete')
    await expect(noteOn(member, 'Ikut bazar')).toHaveCount(0)
    await keyboard.press('2')
    await tabTo(button(member, 'Renyah'))
    await keyboard.press('Delete')
    await expect(noteOn(member, 'Renyah')).toHaveCount(0)

    await keyboard.press('?')
    const list = member.getByRole('dialog', { name: desk.keys.title })
    await expect(list.getByText(desk.keys.rows.duplicate)).toBeVisible()
    await keyboard.press('Escape')
    await expect(list).toBeHidden()

    // Printing leads to our own pages, with Caps Lock too; the browser's menu prints the way there.
    await keyboard.press('Control+P')
    const pages = member.getByRole('dialog', { name: words.workshop.canvas.print })
    await expect(pages).toBeVisible()
    await keyboard.press('Escape')
    await expect(pages).toBeHidden()
    await member.emulateMedia({ media: 'print' })
    await expect(member.getByText(board.printHere)).toBeVisible()
    await expect(zoneOn(member, nameOf('strengths'))).toBeHidden()
  })

  test('Tab goes round in a panel with a field, in both directions', async ({ ninik, words }) => {
    const member = await ninik('laptop')
    await writeNote(member, words.zones.channels.name, 'Bazar')
    await noteOn(member, 'Bazar').press('Shift+F10')
    const panel = member.getByRole('dialog', { name: words.board.note.menu })
    await button(panel, words.board.note.tags).press('Enter')
    await expect(panel.getByRole('textbox')).toBeFocused()
    await member.keyboard.press('Tab')
    await expect(panel.locator('button:focus')).toBeVisible()
    await member.keyboard.press('Shift+Tab')
    await expect(panel.getByRole('textbox')).toBeFocused()
  })

  test('the arrows walk through every note of a full zone and out of it, down and up again', async ({
    ninik,
    words,
  }) => {
    const [full, below] = [words.zones.channels.name, words.zones['revenue-streams'].name]
    const above = words.zones['customer-relationships'].name
    const member = await ninik('laptop')
    const texts = Array.from({ length: 18 }, (_, at) => `Lewat pedagang keliling ${at + 1}`)
    await pasteNotes(member, full, texts)
    for (const [zone, text] of [
      [below, 'Tunai'],
      [above, 'Sapa pembeli'],
    ] as const) {
      await writeNote(member, zone, text)
    }
    const press = async (key: string, to: string) => {
      await member.keyboard.press(key)
      await expect(noteOn(member, to)).toBeFocused()
      await expect(noteOn(member, to), 'it comes into sight').toBeInViewport({ ratio: 1 })
    }
    const list = zoneOn(member, full).locator('[data-scrolls]')
    expect(await list.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeGreaterThan(100)
    await list.evaluate((box) => box.scrollTo(0, 0))
    await noteOn(member, 'Sapa pembeli').focus()
    // They lie in pairs.
    const left = texts.filter((_, at) => at % 2 === 0)
    for (const [row, text] of left.entries()) {
      await press('ArrowDown', text)
      await press('ArrowRight', texts[row * 2 + 1] ?? '')
      await press('ArrowLeft', text)
    }
    await press('ArrowDown', 'Tunai')
    for (const text of [...left].reverse()) await press('ArrowUp', text)
    await press('ArrowUp', 'Sapa pembeli')
  })

  test('what the keys carry is heard: lifted, over which zone and at which turn there, put down, and put back', async ({
    ninik,
    words,
  }) => {
    const { drag } = words.board
    const [from, to] = [words.zones.channels.name, words.zones['customer-segments'].name]
    const member = await ninik('laptop')
    const { keyboard } = member
    for (const text of ['Bazar', 'Pesan WA']) await writeNote(member, from, text)
    const told = (sentence: string) => expect(announced(member)).toHaveText(sentence)
    const note = noteIn(member, from, 'Bazar')
    await note.focus()
    await expect(note).toHaveAccessibleDescription(drag.instructions)

    await keyboard.press('Space')
    await told(drag.lifted('Bazar', from))
    await keyboard.press('ArrowDown')
    await told(drag.at(from, 2, 2))
    await keyboard.press('ArrowRight')
    await told(drag.at(to, 1, 1))
    await keyboard.press('Escape')
    await told(drag.cancelled('Bazar', from))
    await expect(note).toBeFocused()
    await keyboard.press('Space')
    await keyboard.press('ArrowRight')
    await keyboard.press('Space')
    await told(drag.dropped('Bazar', to, 1, 1))
    await expect(noteIn(member, to, 'Bazar')).toBeFocused()
  })
})
