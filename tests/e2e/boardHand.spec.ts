import { boxOf, middleOf } from '../support/boxes.ts'
import {
  menuOf,
  noteIn,
  noteOn,
  notesIn,
  pasteNotes,
  selectionOf,
  writeNote,
  zoneOn,
} from '../support/canvasPage.ts'
import { inHand, mouseOn } from '../support/hands.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'

// Rests on no word.
test('a box takes nothing that lies under the open tray, only what lies in it', async ({
  ninik,
  words,
}) => {
  const [channels, tray] = [words.zones.channels.name, words.zones.tray.name]
  const revenue = words.zones['revenue-streams'].name
  const member = await ninik('laptop')
  const ideas = Array.from({ length: 24 }, (_, at) => `Tanya Bu Rahma soal nomor ${at + 1}`)
  await writeNote(member, channels, 'Bazar')
  await writeNote(member, revenue, 'Tunai')
  await pasteNotes(member, tray, ideas)
  await member.getByRole('button', { name: new RegExp(`^${tray}`) }).click()
  const panel = await boxOf(member.locator('[data-covers]'))
  const under = await boxOf(noteOn(member, 'Tunai'))
  expect(under.y, 'it lies under the panel').toBeGreaterThan(panel.y)
  const { right } = await boxOf(zoneOn(member, channels))
  await member.mouse.move(right - 6, panel.y - 6)
  await member.mouse.down()
  await member.mouse.move(under.x + 4, under.bottom, { steps: 4 })
  await member.mouse.up()
  await expect(selectionOf(member).getByRole('status')).toBeVisible()
  await expect(noteOn(member, 'Tunai')).not.toHaveAttribute('aria-pressed')
})

inBothLanguages(() => {
  test('a note that another removes leaves the hand that carries it at once, and can be brought back', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { board, zones } = words
    const [channels, partners] = [zones.channels.name, zones['key-partners'].name]
    const member = await ninik('laptop')
    await writeNote(member, channels, 'Bazar')
    const facilitator = await sesilyaWithNinik()
    const theirs = noteIn(facilitator, channels, 'Bazar')
    const told = member.getByRole('status').getByText(board.removedByOther('Bu Sesilya', 1))
    const bringBack = async () => {
      await member.getByRole('status').getByRole('button', { name: board.restored }).click()
      await expect(noteIn(member, channels, 'Bazar')).toBeVisible()
      await expect(told).toHaveCount(0)
    }
    const hand = mouseOn(member)
    await hand.lift(noteOn(member, 'Bazar'))
    await hand.moveTo(await middleOf(zoneOn(member, partners)))
    await theirs.focus()
    await facilitator.keyboard.press('Delete')
    await expect(told).toBeVisible()
    await expect(inHand(member)).toHaveCount(0)
    await hand.drop()
    await bringBack()
    await expect(noteIn(member, partners, 'Bazar')).toHaveCount(0)

    // Carried by keys it is the same, and the arrows go on from beside it.
    await noteOn(member, 'Bazar').focus()
    await member.keyboard.press('Space')
    await member.keyboard.press('ArrowRight')
    await expect(inHand(member)).toBeVisible()
    await theirs.focus()
    await facilitator.keyboard.press('Delete')
    await expect(told).toBeVisible()
    await expect(inHand(member)).toHaveCount(0)
    await expect(
      zoneOn(member, channels).getByRole('button', { name: board.zone.write, exact: true }),
    ).toBeFocused()
    await bringBack()
  })

  test('a press in a note puts the caret there, twice in a row too, and twice on bare paper writes a new one', async ({
    ninik,
    words,
  }) => {
    const { note: names, tray } = words.board
    const partners = words.zones['key-partners'].name
    const member = await ninik('laptop')
    await writeNote(member, partners, 'Petani singkong langganan')
    const face = await boxOf(noteOn(member, 'Petani singkong langganan').locator('span').first())
    // In the middle of the first word.
    await member.mouse.dblclick(face.x + 20, face.y + 8)
    const field = member.getByRole('textbox', { name: names.field })
    await expect(field).toBeFocused()
    const selected = () =>
      field.evaluate((area: HTMLTextAreaElement) => [area.selectionStart, area.selectionEnd])
    const [start, end] = await selected()
    expect(start).toBe(end)
    expect(start).toBeGreaterThan(0)
    expect(start).toBeLessThan('Petani'.length)
    // In the open field a double click is the browser's own.
    await member.mouse.click(face.x + 60, face.y + 8)
    await member.mouse.dblclick(face.x + 20, face.y + 8)
    expect(await selected()).toEqual([0, expect.any(Number)])
    await member.keyboard.press('Escape')

    const strip = member.getByText(tray.hint)
    await strip.dblclick()
    await expect(member.getByRole('textbox', { name: names.fieldIn(tray.name) })).toBeFocused()
    await member.keyboard.press('Escape')
  })

  test('a note stays in sight beside the menu that is opened on it, wherever it lies', async ({
    ninik,
    words,
  }) => {
    const { common, board } = words
    const member = await ninik('laptop')
    const zones = (
      ['key-partners', 'customer-segments', 'cost-structure', 'revenue-streams'] as const
    ).map((zone) => words.zones[zone].name)
    for (const zone of zones) await writeNote(member, zone, `Di ${zone}`)
    const menu = member.getByRole('dialog', { name: board.note.menu })
    for (const zone of zones) {
      await menuOf(member, `Di ${zone}`).click()
      for (const page of [board.note.moveTo, board.note.tags]) {
        await menu.getByRole('button', { name: page, exact: true }).click()
        await expect(menu.getByRole('button', { name: common.back })).toBeVisible()
        const [panel, note] = [await boxOf(menu), await boxOf(noteOn(member, `Di ${zone}`))]
        expect(panel.right <= note.x || panel.x >= note.right, `${page} in ${zone}`).toBe(true)
        expect(panel.x).toBeGreaterThanOrEqual(0)
        expect(panel.right).toBeLessThanOrEqual(1366)
        expect(panel.y).toBeGreaterThanOrEqual(0)
        expect(panel.bottom).toBeLessThanOrEqual(768)
        await menu.getByRole('button', { name: common.back }).click()
      }
      await member.keyboard.press('Escape')
    }
  })

  test('a box takes what is seen in it, and nothing that a full zone has scrolled out of sight', async ({
    ninik,
    words,
  }) => {
    const [channels, revenue] = [words.zones.channels.name, words.zones['revenue-streams'].name]
    const member = await ninik('laptop')
    const texts = Array.from({ length: 16 }, (_, at) => `Lewat pedagang keliling nomor ${at + 1}`)
    await pasteNotes(member, channels, texts)
    await writeNote(member, revenue, 'Tunai')
    const zone = await boxOf(zoneOn(member, revenue))
    await member.mouse.move(zone.right - 6, zone.bottom - 6)
    await member.mouse.down()
    await member.mouse.move(zone.x + 4, zone.y + 4, { steps: 4 })
    await member.mouse.up()
    await expect(selectionOf(member).getByRole('status')).toHaveText(words.desk.selection.count(1))
    await expect(noteOn(member, 'Tunai')).toHaveAttribute('aria-pressed', 'true')

    // Keys are meant for them at once.
    await member.keyboard.press('Control+d')
    await expect(notesIn(member, revenue)).toHaveText(['Tunai', 'Tunai'])
    await expect(selectionOf(member).getByRole('status')).toHaveText(words.desk.selection.count(1))
    await member.keyboard.press('Delete')
    await expect(notesIn(member, revenue)).toHaveText(['Tunai'])
    await member.keyboard.press('Delete')
    await expect(notesIn(member, revenue), 'none is selected any more').toHaveText(['Tunai'])
  })

  test('notes in the closed tray are selected like any others, and with those of a block a copy goes to other tabs', async ({
    ninik,
    words,
  }) => {
    const { board, desk, zones } = words
    const [channels, tray] = [zones.channels.name, zones.tray.name]
    const member = await ninik('laptop')
    await writeNote(member, channels, 'Bazar')
    for (const text of ['Tanya Bu Rahma', 'Sewa gerobak']) await writeNote(member, tray, text)
    const count = selectionOf(member).getByRole('status')
    const first = noteIn(member, tray, 'Tanya Bu Rahma')
    const second = noteIn(member, tray, 'Sewa gerobak')
    await first.click({ modifiers: ['Shift'] })
    await second.click({ modifiers: ['Control'] })
    await expect(count).toHaveText(desk.selection.count(2))
    await expect(first).toHaveAttribute('aria-pressed', 'true')
    await expect(second).toHaveAttribute('aria-pressed', 'true')
    await second.click({ modifiers: ['Shift'] })
    await expect(second).not.toHaveAttribute('aria-pressed')
    await expect(count).toHaveText(desk.selection.count(1))

    const places = member.getByRole('dialog', { name: desk.selection.label })
    const copyGoes = places.getByText(desk.note.fromOtherTab)
    await selectionOf(member).getByRole('button', { name: board.note.move }).click()
    await expect(places.getByRole('button', { name: zones['key-partners'].name })).toBeVisible()
    await expect(copyGoes, 'from the tray a note itself moves').toHaveCount(0)
    await member.keyboard.press('Escape')
    await noteOn(member, 'Bazar').click({ modifiers: ['Shift'] })
    await selectionOf(member).getByRole('button', { name: board.note.move }).click()
    await expect(copyGoes).toHaveCount(2)
  })

  test('the panel in which a tag is typed stays open, and all of it in sight, in a window that becomes low', async ({
    ninik,
    words,
  }) => {
    const { note: names } = words.board
    const revenue = words.zones['revenue-streams'].name
    const member = await ninik('laptop')
    await writeNote(member, revenue, 'Tunai')
    await menuOf(member, 'Tunai').click()
    const panel = member.getByRole('dialog', { name: names.menu })
    await panel.getByRole('button', { name: names.tags, exact: true }).click()
    await expect(panel.getByRole('textbox')).toBeFocused()
    await member.keyboard.type('mu')
    await member.setViewportSize({ width: 1366, height: 480 })
    await expect.poll(async () => (await boxOf(panel)).bottom).toBeLessThanOrEqual(480)
    await member.keyboard.type('rah')
    await expect(panel.getByRole('textbox')).toHaveValue('murah')
  })
})
