import { dragNote, noteIn, noteOn, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, test } from '../support/people.ts'
import { menuOf, noteOnPhone, openZone, write } from '../support/phonePage.ts'

test('facilitator and member see each other write, letter by letter, in the same note', async ({
  ninik,
  sesilyaWithNinik,
}) => {
  const member = await ninik('laptop')
  await expect(zoneOn(member, 'Saluran')).toBeVisible()

  const facilitator = await sesilyaWithNinik()
  await expect(zoneOn(facilitator, 'Saluran')).toBeVisible()

  await member.getByRole('button', { name: 'Tulis catatan di Saluran' }).click()
  const field = member.getByRole('textbox', { name: 'Catatan baru di Saluran' })
  await field.pressSequentially('Titip di')
  await expect(noteIn(facilitator, 'Saluran', 'Titip di')).toBeVisible()
  await expect(facilitator.getByText('Bu Ninik sedang mengetik…')).toBeVisible()

  await field.pressSequentially(' warung')
  await expect(noteIn(facilitator, 'Saluran', 'Titip di warung')).toBeVisible()

  await noteIn(facilitator, 'Saluran', 'Titip di warung').click()
  await facilitator.keyboard.press('Home')
  await facilitator.keyboard.type('Juga: ')
  await expect(field).toHaveValue('Juga: Titip di warung')
  await expect(member.getByText('Bu Sesilya sedang mengetik…')).toBeVisible()

  await field.pressSequentially(' dekat rumah')
  const together = 'Juga: Titip di warung dekat rumah'
  await expect(facilitator.getByRole('textbox', { name: 'Isi catatan' })).toHaveValue(together)
  await member.keyboard.press('Escape')
  await facilitator.keyboard.press('Escape')
  await expect(noteIn(member, 'Saluran', together)).toBeVisible()
  await expect(noteIn(facilitator, 'Saluran', together)).toBeVisible()
})

test('a note dragged between blocks moves for the other person too, and undo takes it back', async ({
  ninik,
  sesilyaWithNinik,
}) => {
  const member = await ninik('laptop')
  await writeNote(member, 'Saluran', 'Pesan lewat WA')
  await writeNote(member, 'Mitra Utama', 'Petani kedelai')
  const facilitator = await sesilyaWithNinik()
  await expect(noteIn(facilitator, 'Saluran', 'Pesan lewat WA')).toBeVisible()

  await dragNote(member, noteOn(member, 'Pesan lewat WA'), zoneOn(member, 'Hubungan Pelanggan'))
  await expect(noteIn(member, 'Hubungan Pelanggan', 'Pesan lewat WA')).toBeVisible()
  await expect(noteIn(facilitator, 'Hubungan Pelanggan', 'Pesan lewat WA')).toBeVisible()
  await expect(noteOn(facilitator, 'Pesan lewat WA')).toHaveCount(1)

  // What the facilitator does meanwhile is not the member's to take back.
  await noteOn(facilitator, 'Petani kedelai').press('Delete')
  await expect(noteOn(member, 'Petani kedelai')).toHaveCount(0)
  await member.getByRole('button', { name: 'Urungkan' }).first().click()
  await expect(noteIn(facilitator, 'Saluran', 'Pesan lewat WA')).toBeVisible()
  await expect(noteOn(member, 'Petani kedelai')).toHaveCount(0)

  await member.getByRole('button', { name: 'Ulangi' }).click()
  await expect(noteIn(facilitator, 'Hubungan Pelanggan', 'Pesan lewat WA')).toBeVisible()
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

test('whoever writes on in a note that the other deletes brings it back with every letter', async ({
  ninik,
  sesilyaWithNinik,
}) => {
  const gone = 'Sudah dihapus. Ketik lagi, dan catatan ini kembali.'
  const phone = await ninik('phone')
  await openZone(phone, 'channels')
  await write(phone, ['Titip'])
  await phone.getByRole('button', { name: 'Kembali ke peta' }).tap()
  await openZone(phone, 'channels')
  const laptop = await sesilyaWithNinik()

  // Letters that would be shortcuts of the board.
  await noteIn(laptop, 'Saluran', 'Titip').click()
  await laptop.keyboard.type(' di')
  await expect(noteOnPhone(phone, 'Titip di')).toBeVisible()
  await menuOf(phone, 'Titip').tap()
  await phone.getByRole('dialog').getByRole('button', { name: 'Hapus' }).tap()
  await expect(laptop.getByText(gone)).toBeVisible()
  await expect(noteOnPhone(phone, 'Titip di')).toHaveCount(0)
  await expect(laptop.getByRole('textbox', { name: 'Isi catatan' })).toBeFocused()
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
  await expect(noteIn(laptop, 'Saluran', 'Titip di kantin 1 juga')).toBeVisible()

  // Left without another word, it is gone.
  await noteOn(laptop, 'Titip di kantin 1 juga').press('Delete')
  await expect(phone.getByText(gone)).toBeVisible()
  await phone.getByRole('button', { name: 'Selesai' }).tap()
  await expect(field).toHaveCount(0)
  await expect(noteOn(laptop, 'Titip')).toHaveCount(0)
})
