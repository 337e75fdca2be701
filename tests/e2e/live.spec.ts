import { dragNote, noteIn, noteOn, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { menuOf, noteOnPhone, openZone, write } from '../support/phonePage.ts'

inBothLanguages(() => {
  test('facilitator and member see each other write, letter by letter, in the same note', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { board, zones } = words
    const channels = zones.channels.name
    const member = await ninik('laptop')
    await expect(zoneOn(member, channels)).toBeVisible()

    const facilitator = await sesilyaWithNinik()
    await expect(zoneOn(facilitator, channels)).toBeVisible()

    await member.getByRole('button', { name: board.zone.add(channels) }).click()
    const field = member.getByRole('textbox', { name: board.note.fieldIn(channels) })
    await field.pressSequentially('Titip di')
    await expect(noteIn(facilitator, channels, 'Titip di')).toBeVisible()
    await expect(facilitator.getByText(board.people.typing('Bu Ninik'))).toBeVisible()

    await field.pressSequentially(' warung')
    await expect(noteIn(facilitator, channels, 'Titip di warung')).toBeVisible()

    await noteIn(facilitator, channels, 'Titip di warung').click()
    await facilitator.keyboard.press('Home')
    await facilitator.keyboard.type('Juga: ')
    await expect(field).toHaveValue('Juga: Titip di warung')
    await expect(member.getByText(board.people.typing('Bu Sesilya'))).toBeVisible()

    await field.pressSequentially(' dekat rumah')
    const together = 'Juga: Titip di warung dekat rumah'
    await expect(facilitator.getByRole('textbox', { name: board.note.field })).toHaveValue(together)
    await member.keyboard.press('Escape')
    await facilitator.keyboard.press('Escape')
    await expect(noteIn(member, channels, together)).toBeVisible()
    await expect(noteIn(facilitator, channels, together)).toBeVisible()
  })

  test('a note dragged between blocks moves for the other person too, and undo takes it back', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { board, zones } = words
    const [channels, relations] = [zones.channels.name, zones['customer-relationships'].name]
    const member = await ninik('laptop')
    await writeNote(member, channels, 'Pesan lewat WA')
    await writeNote(member, zones['key-partners'].name, 'Petani kedelai')
    const facilitator = await sesilyaWithNinik()
    await expect(noteIn(facilitator, channels, 'Pesan lewat WA')).toBeVisible()

    await dragNote(member, noteOn(member, 'Pesan lewat WA'), zoneOn(member, relations))
    await expect(noteIn(member, relations, 'Pesan lewat WA')).toBeVisible()
    await expect(noteIn(facilitator, relations, 'Pesan lewat WA')).toBeVisible()
    await expect(noteOn(facilitator, 'Pesan lewat WA')).toHaveCount(1)

    // What the facilitator does meanwhile is not the member's to take back.
    await noteOn(facilitator, 'Petani kedelai').press('Delete')
    await expect(noteOn(member, 'Petani kedelai')).toHaveCount(0)
    await member.getByRole('button', { name: board.undo }).first().click()
    await expect(noteIn(facilitator, channels, 'Pesan lewat WA')).toBeVisible()
    await expect(noteOn(member, 'Petani kedelai')).toHaveCount(0)

    await member.getByRole('button', { name: board.redo }).click()
    await expect(noteIn(facilitator, relations, 'Pesan lewat WA')).toBeVisible()
  })

  test('whoever writes on in a note that the other deletes brings it back with every letter', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { board, zones } = words
    const { gone } = board.note
    const channels = zones.channels.name
    const phone = await ninik('phone')
    await openZone(phone, 'channels')
    await write(phone, ['Titip'])
    await phone.getByRole('button', { name: board.phone.backToMap }).tap()
    await openZone(phone, 'channels')
    const laptop = await sesilyaWithNinik()

    // Letters that would be shortcuts of the board.
    await noteIn(laptop, channels, 'Titip').click()
    await laptop.keyboard.type(' di')
    await expect(noteOnPhone(phone, 'Titip di')).toBeVisible()
    await menuOf(phone, 'Titip').tap()
    await phone.getByRole('dialog').getByRole('button', { name: board.note.remove }).tap()
    await expect(laptop.getByText(gone)).toBeVisible()
    await expect(noteOnPhone(phone, 'Titip di')).toHaveCount(0)
    await expect(laptop.getByRole('textbox', { name: board.note.field })).toBeFocused()
    await laptop.keyboard.type(' kantin 1')
    await expect(noteOnPhone(phone, 'Titip di kantin 1')).toBeVisible()
    await expect(laptop.getByText(gone)).toHaveCount(0)
    await laptop.keyboard.press('Escape')

    await noteOnPhone(phone, 'Titip di kantin 1').getByText('Titip').tap()
    const field = phone.getByRole('textbox')
    await expect(field).toHaveValue('Titip di kantin 1')
    await noteOn(laptop, 'Titip di kantin 1').press('Delete')
    await expect(phone.getByText(gone)).toBeVisible()
    await expect(field).toBeFocused()
    await phone.keyboard.type(' juga')
    await expect(noteIn(laptop, channels, 'Titip di kantin 1 juga')).toBeVisible()

    // Left without another word, it is gone.
    await noteOn(laptop, 'Titip di kantin 1 juga').press('Delete')
    await expect(phone.getByText(gone)).toBeVisible()
    await phone.getByRole('button', { name: board.note.done }).tap()
    await expect(field).toHaveCount(0)
    await expect(noteOn(laptop, 'Titip')).toHaveCount(0)
  })
})

test('a note is lifted, walked and dropped with the keyboard alone, also into the idea tray', async ({
  ninik,
}) => {
  const member = await ninik('laptop')
  await writeNote(member, 'Saluran', 'Bazar')
  await noteOn(member, 'Bazar').focus()
  await member.keyboard.press('Space')
  await member.keyboard.press('ArrowRight')
  await member.keyboard.press('Enter')
  await expect(noteIn(member, 'Segmen Pelanggan', 'Bazar')).toBeVisible()
  await expect(noteOn(member, 'Bazar')).toBeFocused()

  await member.keyboard.press('Space')
  await member.keyboard.press('ArrowLeft')
  await member.keyboard.press('Escape')
  await expect(noteIn(member, 'Segmen Pelanggan', 'Bazar')).toBeVisible()

  await dragNote(member, noteOn(member, 'Bazar'), zoneOn(member, 'Laci ide'))
  await expect(noteIn(member, 'Laci ide', 'Bazar')).toBeVisible()

  // Opened, the tray lies over the lowest blocks: it folds as a note is carried out of it.
  await zoneOn(member, 'Laci ide')
    .getByRole('button', { name: /^Laci ide/ })
    .click()
  await dragNote(member, noteIn(member, 'Laci ide', 'Bazar'), zoneOn(member, 'Segmen Pelanggan'))
  await expect(noteIn(member, 'Segmen Pelanggan', 'Bazar')).toBeVisible()
  await expect(zoneOn(member, 'Laci ide').locator('[aria-expanded="true"]')).toHaveCount(0)
})
