import type { Locator, Page } from '@playwright/test'
import type { TabId } from '../../src/model/zones.ts'
import { boxOf } from '../support/boxes.ts'
import { heldUndo, menuOf, noteIn, notesIn, writeNote, zoneOn } from '../support/canvasPage.ts'
import { nameColours } from '../support/legendDialog.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import * as phoneOf from '../support/phonePage.ts'
import { escaped, zoneName } from '../support/words.ts'

const TEN_AND_MORE = 'Satu tanda yang panjang sekali'

/** Opens a note's menu on a laptop and presses something in it. */
async function command(page: Page, note: string, name: string): Promise<void> {
  await menuOf(page, note).first().click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

inBothLanguages(() => {
  test('a note grows with its lines, says who wrote it and when, is a finding, is copied, recoloured, moved and deleted', async ({
    ninik,
    words,
  }) => {
    const { note: names, zone: at, ...board } = words.board
    const [channels, partners] = [words.zones.channels.name, words.zones['key-partners'].name]
    const member = await ninik('laptop')
    await member.getByRole('button', { name: at.add(channels) }).click()
    const field = member.getByRole('textbox', { name: names.fieldIn(channels) })
    await field.pressSequentially('Bazar')
    const low = (await field.boundingBox())?.height ?? Number.NaN
    for (const line of ['tiap Minggu', 'di alun-alun', 'dekat masjid']) {
      await member.keyboard.press('Shift+Enter')
      await field.pressSequentially(line)
    }
    expect((await field.boundingBox())?.height).toBeGreaterThan(low)
    const cut = await field.evaluate((box) => box.scrollHeight - box.clientHeight)
    expect(cut, 'all that is typed is seen').toBeLessThanOrEqual(1)
    await member.keyboard.press('Escape')
    const note = zoneOn(member, channels).locator('[data-slot]')
    const first = zoneOn(member, channels).locator('[data-note]').first()
    await expect(first).toHaveText('Bazar\ntiap Minggu\ndi alun-alun\ndekat masjid')
    await expect(note.locator('.paper-toska'), 'its block’s paper').toHaveCount(1)

    await menuOf(member, 'Bazar').click()
    const menu = member.getByRole('dialog')
    const written = new RegExp(`${escaped(names.writtenBy('Bu Ninik', ''))}.*\\d\\d[.:]\\d\\d`)
    await expect(menu.getByText(written)).toBeVisible()
    await menu.getByRole('button', { name: names.markFinding }).click()
    await expect(note.getByText(names.finding)).toBeVisible()
    await first.click()
    await expect(member.getByRole('textbox', { name: names.field })).toBeFocused()
    const bottomOf = (part: Locator) => part.evaluate((box) => box.getBoundingClientRect().bottom)
    const edge = await bottomOf(note.locator('.paper-toska'))
    expect(await bottomOf(note.getByText(names.finding)), 'on its paper').toBeLessThan(edge)
    await member.keyboard.press('Escape')
    await command(member, 'Bazar', names.duplicate)
    await expect(notesIn(member, channels)).toHaveCount(2)
    await expect(note.getByText(names.finding), 'a copy is no finding of its own').toHaveCount(1)
    await command(member, 'Bazar', names.down)
    await expect(note.last().getByText(names.finding)).toBeVisible()
    await expect(notesIn(member, channels).last()).toBeFocused()
    await member.keyboard.press('Control+z')
    await expect(note.first().getByText(names.finding)).toBeVisible()
    await command(member, 'Bazar', names.unmarkFinding)
    await expect(note.getByText(names.finding)).toHaveCount(0)

    await command(member, 'Bazar', words.common.colours.ungu)
    await expect(note.first().locator('.paper-ungu')).toHaveCount(1)
    await command(member, 'Bazar', names.moveTo)
    await member.getByRole('dialog').getByRole('button', { name: partners, exact: true }).click()
    await expect(zoneOn(member, partners).locator('.paper-ungu')).toHaveCount(1)
    await expect(member.getByText(board.moved(partners, 1))).toBeVisible()
    await command(member, 'Bazar', names.remove)
    const undo = await heldUndo(member)
    await expect(member.getByText(board.removed)).toBeVisible()
    await undo.click()
    await expect(notesIn(member, channels).or(notesIn(member, partners))).toHaveCount(2)
  })

  test('the workshop’s names for colours and its tags stand on every board; a note takes five tags', async ({
    sesilya,
    ninik,
    words,
  }) => {
    const { tagging, note: names } = words.board
    const zone = words.zones.channels.name
    const facilitator = await sesilya()
    await nameColours(facilitator, words, { kunyit: 'Ide baru' }, 'Sudah dicoba')
    const member = await ninik('laptop')
    await member.getByRole('button', { name: words.board.legend.colours }).click()
    await expect(member.getByRole('dialog').getByText('Ide baru')).toBeVisible()
    await member.keyboard.press('Escape')

    await writeNote(member, zone, 'Bazar')
    await writeNote(member, zone, 'Titip di warung')
    await command(member, 'Bazar', 'Ide baru')
    await expect(zoneOn(member, zone).locator('.paper-kunyit')).toHaveCount(1)
    await command(member, 'Bazar', names.tags)
    const menu = member.getByRole('dialog')
    const field = menu.getByRole('textbox', { name: tagging.placeholder })
    await menu.getByRole('button', { name: tagging.put('Sudah dicoba') }).click()
    await expect(menu.getByRole('button', { name: tagging.take('Sudah dicoba') })).toBeVisible()
    await field.pressSequentially(TEN_AND_MORE)
    await expect(field).toHaveValue(TEN_AND_MORE.slice(0, 24))
    await expect(menu.getByText(tagging.long(24))).toBeVisible()
    await field.fill('laris')
    await menu.getByRole('button', { name: tagging.add }).click()
    for (const tag of ['LARIS ', 'murah', 'dekat']) {
      await field.fill(tag)
      await field.press('Enter')
    }
    await expect(menu.getByRole('button', { pressed: true }), 'none twice').toHaveCount(4)
    await field.fill('pagi')
    await field.press('Enter')
    await expect(menu.getByText(tagging.full(5))).toBeVisible()
    await expect(field).toHaveCount(0)
    await menu.getByRole('button', { name: tagging.take('murah') }).click()
    await expect(field).toBeVisible()
    await expect(menu.getByText(tagging.full(5))).toHaveCount(0)
    await field.fill('batal')
    await member.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
    const shown = zoneOn(member, zone).locator('[data-slot]').first()
    for (const tag of ['Sudah dicoba', 'laris', 'dekat', 'pagi']) {
      await expect(shown.getByText(tag, { exact: true })).toBeVisible()
    }
    await expect(shown.getByText('batal', { exact: true }), 'Escape takes none').toHaveCount(0)

    // What stands on one note is offered for the next, also on the phone.
    await command(member, 'Titip di warung', names.tags)
    await menu.getByRole('button', { name: tagging.put('laris') }).click()
    await field.fill('baru')
    // Typed and not added: it is meant.
    await zoneOn(member, zoneName(words, 'key-partners')).locator('[data-bare]').first().click()
    await expect(zoneOn(member, zone).getByText('laris', { exact: true })).toHaveCount(2)
    await expect(zoneOn(member, zone).getByText('baru', { exact: true })).toHaveCount(1)
    const phone = await ninik('phone')
    const sheet = phone.getByRole('dialog')
    await phone.getByRole('button', { name: words.common.more }).tap()
    await phone.getByRole('menuitem', { name: words.board.legend.colours }).tap()
    await expect(sheet.getByText('Ide baru')).toBeVisible()
    await phone.goBack()
    await expect(sheet).toHaveCount(0)
    await phoneOf.openZone(phone, 'channels')
    await phoneOf.menuOf(phone, 'Titip di warung').tap()
    await expect(sheet.getByRole('button', { name: 'Ide baru' })).toBeVisible()
    await sheet.getByRole('button', { name: names.tags }).tap()
    for (const tag of ['Sudah dicoba', 'dekat', 'pagi']) {
      await sheet.getByRole('button', { name: tagging.put(tag) }).tap()
    }
    await expect(noteIn(member, zone, 'Titip di warung')).toBeVisible()
    await expect(zoneOn(member, zone).getByText('pagi', { exact: true })).toHaveCount(2)
  })

  test('the tabs count their notes, the tray not among them, and a strategy has its two quadrants beside it', async ({
    ninik,
    words,
  }) => {
    const { board } = words
    const member = await ninik('laptop')
    const tab = (id: TabId, count = 0) =>
      member.getByRole('navigation', { name: board.tabsLabel }).getByRole('button', {
        name: count === 0 ? board.tabs[id] : `${board.tabs[id]} ${board.notes(count)}`,
        exact: true,
      })
    await expect(tab('bmc')).toBeVisible()
    await writeNote(member, zoneName(words, 'channels'), 'Bazar')
    await writeNote(member, zoneName(words, 'tray'), 'Jual di kereta')
    await expect(tab('bmc', 1)).toBeVisible()
    await tab('swot').click()
    for (const [quadrant, text] of [
      ['strengths', 'Renyah'],
      ['weaknesses', 'Modal sedikit'],
      ['opportunities', 'Bazar di Malang'],
      ['threats', 'Harga kedelai'],
    ] as const) {
      await writeNote(member, zoneName(words, quadrant), text)
    }
    await expect(tab('swot', 4)).toBeVisible()
    await tab('tows').click()
    const coded = (code: string, text: string) =>
      member.getByRole('button', { name: board.strategy.coded(code, text) })
    const [strength, weakness] = [coded('S1', 'Renyah'), coded('W1', 'Modal sedikit')]
    const [chance, threat] = [coded('O1', 'Bazar di Malang'), coded('T1', 'Harga kedelai')]
    for (const [cell, above, left] of [
      ['tows-so', strength, chance],
      ['tows-wo', weakness, chance],
      ['tows-st', strength, threat],
      ['tows-wt', weakness, threat],
    ] as const) {
      const place = await boxOf(zoneOn(member, zoneName(words, cell)))
      const [over, beside] = [await boxOf(above), await boxOf(left)]
      const middle = over.x + over.width / 2
      expect(middle, `above ${cell}`).toBeGreaterThan(place.x)
      expect(middle).toBeLessThan(place.x + place.width)
      expect(over.y + over.height).toBeLessThanOrEqual(place.y)
      expect(beside.y, `beside ${cell}`).toBeGreaterThanOrEqual(place.y)
      expect(beside.y).toBeLessThan(place.y + place.height)
      expect(beside.x + beside.width).toBeLessThanOrEqual(place.x)
    }
  })
})
