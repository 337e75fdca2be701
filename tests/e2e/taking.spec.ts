import { middleOf } from '../support/boxes.ts'
import {
  heldUndo,
  menuOf,
  noteIn,
  noteOn,
  notesIn,
  writeNote,
  zoneOn,
} from '../support/canvasPage.ts'
import { mouseOn } from '../support/hands.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { backFrom, noteOnPhone, openZone, write } from '../support/phonePage.ts'
import { zoneName } from '../support/words.ts'

inBothLanguages(() => {
  test('canvas notes are taken into the SWOT by one press or one drag, remember their origin, and say when it is gone', async ({
    ninik,
    words,
  }) => {
    const { board, desk, zones } = words
    const [channels, opportunities] = [zones.channels.name, zones.opportunities.name]
    const strengths = zones.strengths.name
    const member = await ninik('laptop')
    const tab = (name: string) =>
      member.getByRole('navigation', { name: board.tabsLabel }).getByRole('button', { name })
    await writeNote(member, channels, 'Titip di warung')
    await writeNote(member, zones['value-propositions'].name, 'Renyah')

    // One drag: it waits over the tab, which opens, and lands in a quadrant as a copy.
    const hand = mouseOn(member)
    await hand.lift(noteOn(member, 'Titip di warung'))
    await hand.moveTo(await middleOf(tab(board.tabs.swot)))
    await zoneOn(member, opportunities).waitFor()
    await hand.moveTo(await middleOf(zoneOn(member, opportunities)))
    await hand.drop()
    await expect(noteIn(member, opportunities, 'Titip di warung')).toBeVisible()
    await expect(member.getByText(board.taken(opportunities))).toBeVisible()

    // Escape goes back to the tab where it was lifted, and takes nothing.
    await hand.lift(noteOn(member, 'Titip di warung'))
    await hand.moveTo(await middleOf(tab(board.tabs.tows)))
    await zoneOn(member, zoneName(words, 'tows-so')).waitFor()
    await member.keyboard.press('Escape')
    await expect(notesIn(member, opportunities)).toHaveText(['Titip di warung'])
    await hand.drop()

    // One press: the blocks that usually feed a quadrant are offered with their notes.
    await member.getByRole('button', { name: desk.take.open(zones.weaknesses.name) }).click()
    const rail = member.getByRole('complementary', { name: desk.take.title })
    await rail.getByRole('button', { name: strengths, exact: true }).click()
    await expect(rail.getByText(words.fedBy.strengths['value-propositions'])).toBeVisible()
    await rail.getByRole('button', { name: desk.take.takeNote('Renyah', strengths) }).click()
    const undo = await heldUndo(member)
    await expect(noteIn(member, strengths, 'Renyah')).toBeVisible()
    await expect(
      rail.getByRole('button', { name: desk.take.hereAlready('Renyah', strengths) }),
    ).toBeVisible()
    await undo.click()
    await expect(noteIn(member, strengths, 'Renyah')).toHaveCount(0)
    await hand.lift(rail.getByRole('button', { name: desk.take.takeNote('Renyah', strengths) }))
    await hand.moveTo(await middleOf(zoneOn(member, strengths)))
    await hand.drop()
    await expect(noteIn(member, strengths, 'Renyah')).toBeVisible()

    // Its origin is a press away, and both lie where they should.
    await menuOf(member, 'Titip di warung').click()
    const toOrigin = { name: board.note.toOrigin(channels) }
    await expect(member.getByRole('dialog').getByRole('button', toOrigin)).toBeVisible()
    await member.keyboard.press('Escape')
    await zoneOn(member, opportunities).getByRole('button', toOrigin).click()
    await expect(noteIn(member, channels, 'Titip di warung')).toBeFocused()
    await member.keyboard.press('Delete')
    await tab(board.tabs.swot).click()
    await expect(
      zoneOn(member, opportunities).getByText(board.note.originGone, { exact: true }),
    ).toBeVisible()
    await expect(zoneOn(member, opportunities).getByRole('button', toOrigin)).toHaveCount(0)
  })

  test('on a phone the focus stays on the note that was taken, and it is taken once', async ({
    ninik,
    words,
  }) => {
    const { board, phone: onPhone } = words
    const phone = await ninik('phone')
    await openZone(phone, 'value-propositions')
    await write(phone, ['Renyah', 'Tidak berminyak'])
    await backFrom(phone, 2)
    await backFrom(phone, 1)
    await phone.getByRole('button', { name: new RegExp(`^${board.tabs.swot}`) }).tap()
    await openZone(phone, 'strengths')
    await phone.getByRole('button', { name: onPhone.take.open }).tap()
    const sheet = phone.getByRole('dialog')
    await sheet.getByRole('button', { name: onPhone.take.takeNote('Renyah') }).press('Enter')
    const taken = sheet.getByRole('button', { name: /^Renyah/ })
    await expect(taken).toHaveText(new RegExp(onPhone.take.here))
    await expect(taken).toBeFocused()
    await expect(taken).toBeDisabled()
    await phone.keyboard.press('Enter')
    await phone.keyboard.press('Tab')
    const next = sheet.getByRole('button', { name: onPhone.take.takeNote('Tidak berminyak') })
    await expect(next).toBeFocused()
    await backFrom(phone, 2)
    await expect(noteOnPhone(phone, 'Renyah')).toHaveCount(1)
  })
})
