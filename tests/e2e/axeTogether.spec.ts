import { expectNothingInTheWay, still } from '../support/axe.ts'
import { noteIn, noteOn, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { menuOf, noteOnPhone, openZone } from '../support/phonePage.ts'
import { aViewerLink } from '../support/viewerLink.ts'

// Looking at each element of so many screens takes long where others use the machine too.
test.describe.configure({ mode: 'parallel', timeout: 360_000 })

inBothLanguages(() => {
  test('nothing is in the way of who is told that somebody else was at the same note, light or dark', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { board, common, save, zones } = words
    const phone = await still(await ninik('phone'))
    const facilitator = await still(await sesilyaWithNinik())
    const channels = zones.channels.name
    await writeNote(facilitator, channels, 'Bazar')
    await openZone(phone, 'channels')
    await noteOnPhone(phone, 'Bazar').waitFor()

    // Both write in it, until one of them deletes it.
    const { typing } = board.people
    await noteIn(facilitator, channels, 'Bazar').press('Enter')
    await expectNothingInTheWay(
      phone.getByText(typing('Bu Sesilya')),
      'under another pen, on a phone',
    )
    await noteOnPhone(phone, 'Bazar').locator('[data-note]').tap()
    await expectNothingInTheWay(
      facilitator.getByText(typing('Bu Ninik')).first(),
      "under another's pen",
    )
    await phone.getByRole('button', { name: board.note.done }).tap()
    await menuOf(phone, 'Bazar').tap()
    await phone.getByRole('dialog').getByRole('button', { name: board.note.remove }).tap()
    await expectNothingInTheWay(
      facilitator.getByText(board.note.gone),
      'a field whose note is gone',
    )
    await facilitator.getByRole('textbox').pressSequentially('.')
    await facilitator.keyboard.press('Backspace')
    await facilitator.keyboard.press('Escape')

    await phone.context().setOffline(true)
    await expect(phone.getByRole('button', { name: save.label.offline })).toBeVisible()
    await menuOf(phone, 'Bazar').tap()
    await phone.getByRole('dialog').getByRole('button', { name: common.colours.ungu }).tap()
    await expect(noteOnPhone(phone, 'Bazar').locator('.paper-ungu')).toHaveCount(1)
    await noteIn(facilitator, channels, 'Bazar').press('Delete')
    await expect(noteOn(facilitator, 'Bazar')).toHaveCount(0)
    await phone.context().setOffline(false)
    const back = phone.getByRole('status').getByRole('button', { name: board.restored })
    // With the focus it stays.
    await back.focus()
    const told = phone.getByText(board.overtaken.removed('Bu Sesilya', 'Bazar', 0))
    await expectNothingInTheWay(told, 'what somebody else deleted')
  })

  test('nothing is in the way of who only looks, light or dark', async ({
    hall,
    workshop,
    ninik,
    person,
    words,
  }) => {
    const { board, desk, save, zones } = words
    const channels = zones.channels.name
    const member = await ninik('laptop')
    await writeNote(member, channels, 'Bazar')
    const opportunities = zones.opportunities.name
    await member.getByRole('button', { name: board.tabs.swot }).click()
    await member.getByRole('button', { name: desk.take.open(opportunities) }).click()
    await member.getByRole('button', { name: desk.take.takeNote('Bazar', opportunities) }).click()
    await noteIn(member, opportunities, 'Bazar').waitFor()
    await expect(member.getByTitle(save.sentence.stored('laptop'))).toBeVisible()
    await member.close()
    const link = await aViewerLink(hall, workshop)
    const laptop = await still(await person('laptop', link))
    await expectNothingInTheWay(zoneOn(laptop, channels).getByText('Bazar'), 'a board to be read')
    await expect(laptop.getByRole('button', { name: board.zone.add(channels) })).toHaveCount(0)
    for (const tab of ['swot', 'tows'] as const) {
      await laptop.getByRole('button', { name: board.tabs[tab] }).click()
      await expectNothingInTheWay(
        laptop.getByRole('main', { name: board.tabLong[tab] }),
        `to be read: ${tab}`,
      )
    }
    await laptop.getByRole('button', { name: board.tabs.swot }).click()
    await laptop.getByRole('button', { name: board.note.toOrigin(channels) }).click()
    const origin = zoneOn(laptop, channels).locator('[data-note]')
    await expect(origin, 'a link leads to where it was taken from').toBeFocused()
    await laptop.getByRole('button', { name: desk.present, exact: true }).click()
    const wall = laptop.getByRole('main', { name: desk.presenting.label })
    await expectNothingInTheWay(wall, 'on the wall')
    const phone = await still(await person('phone', link))
    const map = phone.getByRole('navigation', { name: board.phone.map })
    await expectNothingInTheWay(map, 'a map to be read')
    await openZone(phone, 'channels')
    await expectNothingInTheWay(noteOnPhone(phone, 'Bazar'), 'a zone to be read')
    await phone.getByRole('button', { name: board.phone.backToMap }).tap()
    await phone.getByRole('button', { name: board.tabs.tows }).tap()
    await openZone(phone, 'tows-so')
    const source = phone.getByRole('button', { name: /^O1/ })
    await expectNothingInTheWay(source, 'a strategy to be read')
    await source.tap()
    await expect(phone.getByRole('heading', { name: zones.opportunities.nickname })).toBeVisible()
    const toOrigin = phone.getByRole('button', {
      name: board.note.toOrigin(zones.channels.nickname),
    })
    await expectNothingInTheWay(toOrigin, 'a linked note to be read')
    await toOrigin.tap()
    await expect(phone.getByRole('heading', { name: zones.channels.nickname })).toBeVisible()
    const taken = noteOnPhone(phone, 'Bazar').locator('[data-note]')
    await expect(taken, 'there too').toBeFocused()
  })
})
