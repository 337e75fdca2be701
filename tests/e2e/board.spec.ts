import type { Page } from '@playwright/test'
import { formatNumber } from '../../src/i18n/format.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { boxOf, middleOf } from '../support/boxes.ts'
import {
  copyElsewhere,
  dragNote,
  heldUndo,
  menuOf,
  noteIn,
  noteOn,
  notesIn,
  paste,
  tabOn,
  writeNote,
  zoneOn,
} from '../support/canvasPage.ts'
import { inHand, mouseOn } from '../support/hands.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { zoneName } from '../support/words.ts'

inBothLanguages(() => {
  test('a strategy names the pair it joins, lights both, and is the one of this week', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { note: names, strategy, zone: at } = words.board
    const cellName = zoneName(words, 'tows-so')
    const member = await ninik('laptop')
    await tabOn(member, 'swot').click()
    await writeNote(member, zoneName(words, 'strengths'), 'Renyah')
    await writeNote(member, zoneName(words, 'opportunities'), 'Bazar di Malang')
    await tabOn(member, 'tows').click()
    await member.getByRole('button', { name: at.add(words.zones['tows-so'].name) }).click()
    await member.getByRole('textbox').fill('Ikut bazar')
    await member.keyboard.press('Escape')

    const cell = zoneOn(member, cellName)
    await cell.getByRole('button', { name: strategy.pair, exact: true }).click()
    const choice = member.getByRole('dialog', { name: strategy.choose })
    await choice.getByRole('button', { name: /Renyah/ }).click()
    await choice.getByRole('button', { name: /Bazar di Malang/ }).click()
    await member.keyboard.press('Escape')
    const pair = cell.getByRole('button', { name: strategy.pairOf('S1, O1') })
    await expect(pair).toBeFocused()

    const source = member.getByRole('button', { name: strategy.coded('S1', 'Renyah') })
    const chance = member.getByRole('button', { name: strategy.coded('O1', 'Bazar di Malang') })
    const ringOf = () => source.evaluate((row) => getComputedStyle(row).boxShadow)
    const lit = await ringOf()
    await member.getByRole('button', { name: at.add(words.zones['tows-wt'].name) }).focus()
    await expect.poll(ringOf).not.toBe(lit)
    await noteIn(member, cellName, 'Ikut bazar').focus()
    await expect.poll(ringOf).toBe(lit)

    await menuOf(member, 'Ikut bazar').click()
    await expect(
      member.getByRole('dialog').getByText(names.writtenBy('Bu Ninik', null)),
    ).toBeVisible()
    await member.getByRole('button', { name: strategy.chooseThisWeek }).click()
    const facilitator = await sesilyaWithNinik()
    await tabOn(facilitator, 'tows').click()
    const seen = zoneOn(facilitator, cellName)
    await expect(seen.getByText(strategy.thisWeek)).toBeVisible()
    await expect(seen.getByRole('button', { name: strategy.pairOf('S1, O1') })).toBeVisible()

    // Of two that are pressed, the cell where they meet makes the next step's pair.
    await source.click()
    await chance.click()
    await expect(source).toHaveAttribute('aria-pressed', 'true')
    await cell.getByRole('button', { name: strategy.writeFor('S1 + O1') }).click()
    await member.getByRole('textbox').fill('Buat spanduk')
    await member.keyboard.press('Escape')
    await expect(cell.getByRole('button', { name: strategy.pairOf('S1, O1') })).toHaveCount(2)
    await expect(source).toHaveAttribute('aria-pressed', 'false')
  })

  test('several notes are chosen by a box and by Shift, then tagged, coloured, marked, moved and deleted, each one step of undo', async ({
    ninik,
    words,
  }) => {
    const { board, common, desk, zones } = words
    const [partners, channels] = [zones['key-partners'].name, zones.channels.name]
    const relations = zones['customer-relationships'].name
    const member = await ninik('laptop')
    for (const text of ['Satu', 'Dua', 'Tiga']) await writeNote(member, partners, text)
    await writeNote(member, channels, 'Empat')
    const bar = member.getByRole('region', { name: desk.selection.label })
    const chosen = (count: number) => bar.getByText(desk.selection.count(count))

    const zone = await boxOf(zoneOn(member, partners))
    await member.mouse.move(zone.right - 6, zone.bottom - 20)
    await member.mouse.down()
    await member.mouse.move(zone.x + 30, zone.y + 60, { steps: 8 })
    await member.mouse.up()
    await expect(chosen(3)).toBeVisible()
    await member.keyboard.press('Escape')
    await expect(bar).toBeHidden()

    await noteOn(member, 'Satu').click({ modifiers: ['Shift'] })
    await noteOn(member, 'Dua').click({ modifiers: ['Shift'] })
    await expect(chosen(2)).toBeVisible()
    await bar.getByRole('button', { name: board.note.tags }).click()
    await member.getByRole('textbox', { name: board.tagging.placeholder }).fill('penting')
    await member.keyboard.press('Enter')
    await member.keyboard.press('Escape')
    const tagged = zoneOn(member, partners).getByText('penting')
    await expect(tagged).toHaveCount(2)
    await bar.getByRole('button', { name: board.note.recolour }).click()
    await member.getByRole('button', { name: common.colours.ungu }).click()
    const purple = zoneOn(member, partners).locator('.paper-ungu')
    await expect(purple).toHaveCount(2)
    await bar.getByRole('button', { name: board.note.finding, exact: true }).click()
    const findings = zoneOn(member, partners).getByText(board.note.finding)
    await expect(findings).toHaveCount(2)
    await member.keyboard.press('Control+z')
    await expect(findings).toHaveCount(0)
    await expect(purple).toHaveCount(2)
    await member.keyboard.press('Control+z')
    await expect(purple).toHaveCount(0)
    await expect(tagged).toHaveCount(2)
    await member.keyboard.press('Control+z')
    await expect(tagged).toHaveCount(0)
    await expect(notesIn(member, partners)).toHaveText(['Satu', 'Dua', 'Tiga'])

    // One of them is carried, and the other goes with it; Escape puts back what is in the hand and no more.
    const hand = mouseOn(member)
    await hand.lift(noteOn(member, 'Dua'))
    await hand.moveTo(await middleOf(zoneOn(member, channels)))
    await expect(inHand(member).getByText('2', { exact: true })).toBeVisible()
    await member.keyboard.press('Escape')
    await expect(inHand(member)).toHaveCount(0)
    await hand.drop()
    await expect(chosen(2)).toBeVisible()
    await dragNote(member, noteOn(member, 'Dua'), zoneOn(member, relations))
    await expect(notesIn(member, relations)).toHaveText(['Satu', 'Dua'])
    await member.keyboard.press('Control+z')
    await expect(notesIn(member, partners)).toHaveText(['Satu', 'Dua', 'Tiga'])

    await noteOn(member, 'Empat').click({ modifiers: ['Shift'] })
    await bar.getByRole('button', { name: board.note.remove }).click()
    const undo = await heldUndo(member)
    await expect(member.getByText(board.removedSeveral(3))).toBeVisible()
    await expect(member.locator('[data-note]')).toHaveText(['Tiga'])
    await undo.click()
    await expect(noteIn(member, channels, 'Empat')).toBeVisible()
    await expect(notesIn(member, partners)).toHaveText(['Satu', 'Dua', 'Tiga'])
  })

  test('pasted lines become a note each where that is wanted, also out of a field; a press on N or a double-click writes', async ({
    ninik,
    words,
    language,
  }) => {
    const { board, zones } = words
    const [channels, segments] = [zones.channels.name, zones['customer-segments'].name]
    const member = await ninik('laptop')
    await zoneOn(member, channels).hover()
    await copyElsewhere(member, '1. Titip di warung\n\n2. Pesan lewat WA\n- Bazar')
    await member.keyboard.press('Control+v')
    const offer = member.getByRole('dialog', { name: board.paste.title(3) })
    await offer.getByRole('button', { name: board.paste.several(3) }).click()
    await expect(notesIn(member, channels)).toHaveText([
      'Titip di warung',
      'Pesan lewat WA',
      'Bazar',
    ])
    await member.keyboard.press('Control+z')
    await expect(notesIn(member, channels)).toHaveCount(0)

    await zoneOn(member, zones['key-partners'].name).hover()
    await member.keyboard.press('n')
    await member.getByRole('textbox').pressSequentially('Alamat: ')
    await copyElsewhere(member, 'Jalan Mawar\nMalang')
    await member.keyboard.press('Control+v')
    await member.getByRole('button', { name: board.paste.one }).click()
    await expect(member.getByRole('textbox')).toHaveValue('Alamat: Jalan Mawar\nMalang')
    await member.keyboard.press('Escape')

    const { x, y } = await middleOf(zoneOn(member, segments))
    await member.mouse.dblclick(x, y + 120)
    await member.getByRole('textbox', { name: board.note.fieldIn(segments) }).fill('Anak kos')
    await member.keyboard.press('Escape')
    await expect(notesIn(member, segments)).toHaveText(['Anak kos'])

    // More than one note holds.
    const tooLong = board.noteTooLong(formatNumber(LIMITS.noteTextLength, language))
    const halves = ['x', 'y'].map((sign) => sign.repeat(LIMITS.noteTextLength / 2))
    await zoneOn(member, channels).hover()
    await paste(member, halves.join('\n'))
    const halfOffer = member.getByRole('dialog', { name: board.paste.title(2) })
    await halfOffer.getByRole('button', { name: board.paste.one }).click()
    await expect(halfOffer.getByText(tooLong)).toBeVisible()
    await halfOffer.getByRole('button', { name: board.paste.several(2) }).click()
    await expect(notesIn(member, channels)).toHaveText(halves)
    await paste(member, halves.join(' '))
    await expect(member.getByRole('status').getByText(tooLong)).toBeVisible()
    await expect(notesIn(member, channels)).toHaveText(halves)
  })

  test('what a note offers lies over the news, never under it', async ({ ninik, words }) => {
    const { board, zones } = words
    const costs = zones['cost-structure'].name
    const member = await ninik('laptop')
    for (const text of ['Gas', 'Minyak', 'Gaji']) await writeNote(member, costs, text)
    await noteOn(member, 'Gas').focus()
    await member.keyboard.press('Delete')
    const bar = member.getByRole('status').getByText(board.removed)
    await expect(bar).toBeVisible()
    await menuOf(member, 'Gaji').click()
    const menu = member.getByRole('dialog')
    const underNews = () =>
      menu.getByRole('button').evaluateAll((rows) =>
        rows
          .filter((row) => {
            const { left, width, top, height } = row.getBoundingClientRect()
            return !row.contains(document.elementFromPoint(left + width / 2, top + height / 2))
          })
          .map((row) => row.textContent),
      )
    await expect(menu.getByRole('button').first()).toBeFocused()
    expect((await boxOf(menu)).bottom, 'they meet').toBeGreaterThan((await boxOf(bar)).y)
    expect(await underNews()).toEqual([])
  })

  test('the undo bar stays its time beside what others do, and longer under the hand', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { board } = words
    const channels = words.zones.channels.name
    const member = await ninik('laptop')
    for (const text of ['Bazar', 'Titip di warung']) await writeNote(member, channels, text)
    const facilitator = await sesilyaWithNinik()
    await noteIn(facilitator, channels, 'Bazar').waitFor()
    await member.clock.install()
    const news = member.getByRole('status')
    const bar = news.getByText(board.removed)
    const remove = async (page: Page, text: string) => {
      await noteOn(page, text).focus()
      await page.keyboard.press('Delete')
    }
    await remove(member, 'Bazar')
    await bar.hover()
    await member.clock.fastForward(60_000)
    await expect(bar).toBeVisible()

    await noteOn(member, 'Titip di warung').press('Enter')
    await expect(member.getByRole('textbox')).toBeFocused()
    await remove(facilitator, 'Titip di warung')
    await expect(news.getByText(board.removedByOther('Bu Sesilya', 1))).toBeVisible()
    await bar.hover()
    await news.getByRole('button', { name: board.undo }).click()
    await expect(noteIn(facilitator, channels, 'Bazar')).toBeVisible()
    await expect(bar).toHaveCount(0)

    // From here on, time passes only as told: its clock is a minute ahead of ours already.
    await member.mouse.move(0, 0)
    await member.clock.pauseAt(Date.now() + 90_000)
    await remove(member, 'Bazar')
    await expect(bar).toBeVisible()
    await member.clock.fastForward(7_900)
    await expect(bar, 'long enough to think better of it').toBeVisible()
    await member.clock.fastForward(100)
    await expect(bar, 'nobody is at it').toHaveCount(0)
  })
})
