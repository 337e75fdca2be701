import { boxOf } from '../support/boxes.ts'
import { noteIn, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { noteOnPhone, openZone, write } from '../support/phonePage.ts'

inBothLanguages(() => {
  test('a lost signal is said beside the tray: no note moves, and the banner covers nothing that is written', async ({
    ninik,
    words,
  }) => {
    const { board, common, save, zones } = words
    const [costs, tray] = [zones['cost-structure'].name, board.tray.name]
    const page = await ninik('laptop')
    await writeNote(page, costs, 'Gas elpiji')
    const note = noteIn(page, costs, 'Gas elpiji')
    const places = async () => [await boxOf(note), await boxOf(zoneOn(page, costs))]
    const before = await places()

    await page.context().setOffline(true)
    const [lost] = save.banner.offline('laptop', true)
    const banner = page.getByRole('status').filter({ hasText: lost })
    await expect(banner).toBeVisible()
    await expect(banner.getByRole('button', { name: common.tryNow })).toBeVisible()
    expect(await places()).toEqual(before)

    await page.getByRole('button', { name: board.zone.add(tray) }).click()
    const field = await boxOf(page.getByRole('textbox', { name: board.note.fieldIn(tray) }))
    const said = await boxOf(banner)
    expect(field.y + field.height).toBeLessThanOrEqual(said.y)
    expect(said.y + said.height).toBeLessThanOrEqual(768)
    await page.keyboard.press('Escape')

    await page.context().setOffline(false)
    await expect(banner).toHaveCount(0)
    expect(await places()).toEqual(before)
  })

  test('on a phone a lost signal is said under the notes, and none of them moves', async ({
    ninik,
    words,
  }) => {
    const phone = await ninik('phone')
    await openZone(phone, 'channels')
    await write(phone, ['Titip di warung', 'Bazar'])
    await phone.goBack()
    await expect(phone.getByRole('textbox')).toHaveCount(0)
    const notes = [noteOnPhone(phone, 'Titip di warung'), noteOnPhone(phone, 'Bazar')]
    const places = () => Promise.all(notes.map(boxOf))
    const before = await places()

    await phone.context().setOffline(true)
    const [lost] = words.save.banner.offline('phone', true)
    const banner = phone.getByRole('status').filter({ hasText: lost })
    await expect(banner).toBeVisible()
    expect(await places()).toEqual(before)
    const under = before.map(({ y, height }) => y + height)
    expect(Math.max(...under)).toBeLessThanOrEqual((await boxOf(banner)).y)
  })

  test('the name of who types lies in the gap above a note, and over no part of the one before it', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { board, zones } = words
    const segments = zones['customer-segments'].name
    const member = await ninik('laptop')
    for (const text of ['Tetangga', 'Anak kos']) await writeNote(member, segments, text)
    const facilitator = await sesilyaWithNinik()
    await noteIn(facilitator, segments, 'Anak kos').click()
    const name = member.getByText(board.people.typing('Bu Sesilya'))
    await expect(name).toBeVisible()
    const [above, tag] = [await boxOf(noteIn(member, segments, 'Tetangga')), await boxOf(name)]
    expect(tag.y).toBeGreaterThanOrEqual(above.y + above.height)
  })
})
