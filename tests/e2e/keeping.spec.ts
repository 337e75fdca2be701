import type { Page } from '@playwright/test'
import { noteIn, noteOn, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, test } from '../support/people.ts'
import { aWorkshop } from '../support/server.ts'

const saved = (page: Page) => page.getByRole('button', { name: /Tersimpan$/ })
const waiting = (page: Page) => page.getByRole('button', { name: /Menunggu sinyal/ })

test('what is written without the server is kept, survives closing the page and merges', async ({
  hall,
  person,
  ninikLink,
  sesilyaWithNinik,
}) => {
  const link = ninikLink
  const member = await person('laptop', link)
  await writeNote(member, 'Saluran', 'Sebelum mati')
  await expect(saved(member)).toBeVisible()

  await hall.kill()
  await expect(waiting(member)).toBeVisible()
  await writeNote(member, 'Saluran', 'Waktu server mati')
  await expect(
    zoneOn(member, 'Saluran').getByRole('img', { name: 'Tersimpan di laptop ini' }),
  ).toHaveCount(1)
  await expect(waiting(member)).toContainText('1 catatan')
  const context = member.context()
  await member.close()

  await hall.start()
  const again = await context.newPage()
  await again.goto(link)
  await expect(noteIn(again, 'Saluran', 'Waktu server mati')).toBeVisible()
  await expect(noteIn(again, 'Saluran', 'Sebelum mati')).toBeVisible()
  await expect(saved(again)).toBeVisible()

  const facilitator = await sesilyaWithNinik()
  await expect(noteIn(facilitator, 'Saluran', 'Waktu server mati')).toBeVisible()
  await expect(noteOn(facilitator, 'Sebelum mati')).toHaveCount(1)
})

test('two people who wrote apart, one of them offline, end with the same canvas', async ({
  ninik,
  sesilyaWithNinik,
}) => {
  const member = await ninik('laptop')
  await writeNote(member, 'Mitra Utama', 'Koperasi')
  const facilitator = await sesilyaWithNinik()
  await expect(noteOn(facilitator, 'Koperasi')).toBeVisible()

  await member.context().setOffline(true)
  await expect(waiting(member)).toBeVisible()
  await writeNote(member, 'Saluran', 'Dari anggota')
  await noteOn(member, 'Koperasi').click()
  await member.keyboard.press('End')
  await member.keyboard.type(' desa')
  await member.keyboard.press('Escape')

  await writeNote(facilitator, 'Saluran', 'Dari fasilitator')
  await noteOn(facilitator, 'Koperasi').click()
  await facilitator.keyboard.press('Home')
  await facilitator.keyboard.type('Lewat ')
  await facilitator.keyboard.press('Escape')

  await member.context().setOffline(false)
  for (const page of [member, facilitator]) {
    await expect(noteIn(page, 'Mitra Utama', 'Lewat Koperasi desa')).toBeVisible()
    await expect(noteIn(page, 'Saluran', 'Dari anggota')).toBeVisible()
    await expect(noteIn(page, 'Saluran', 'Dari fasilitator')).toBeVisible()
  }
  await expect(saved(member)).toBeVisible()
})

test('a killed server comes back with everything that had two ticks', async ({ hall, ninik }) => {
  const member = await ninik('laptop')
  await writeNote(member, 'Saluran', 'Di disk server')
  await writeNote(member, 'Arus Pendapatan', 'Jual eceran')
  await expect(saved(member)).toBeVisible()
  await hall.kill()
  await hall.start()

  const elsewhere = await ninik('laptop')
  await expect(noteIn(elsewhere, 'Saluran', 'Di disk server')).toBeVisible()
  await expect(noteIn(elsewhere, 'Arus Pendapatan', 'Jual eceran')).toBeVisible()
  await expect(saved(member)).toBeVisible()
})

test('a page closed in the middle of a word loses no letter, and another tab brings the note home', async ({
  hall,
  person,
}) => {
  const workshop = await aWorkshop(hall.origin, { facilitatorName: '' })
  const [ninik] = workshop.members
  if (!ninik) throw new Error('there are members')
  const link = hall.link('member', ninik.capability)
  const first = await person('laptop', link)
  await expect(zoneOn(first, 'Saluran')).toBeVisible()
  const second = await first.context().newPage()
  await second.goto(link)
  await expect(saved(second)).toBeVisible()

  await first.getByRole('button', { name: 'Tulis catatan di Saluran' }).click()
  await hall.kill()
  await expect(waiting(first)).toBeVisible()
  const field = first.getByRole('textbox', { name: 'Catatan baru di Saluran' })
  await field.pressSequentially('Titip di warung dekat')
  await first.close()
  await expect(noteIn(second, 'Saluran', 'Titip di warung dekat')).toBeVisible()
  await expect(
    zoneOn(second, 'Saluran').getByRole('img', { name: 'Tersimpan di laptop ini' }),
  ).toHaveCount(1)
  await expect(waiting(second)).toContainText('1 catatan')

  await hall.start()
  await expect(saved(second)).toBeVisible()
  const facilitator = await person('laptop', hall.link('facilitator', workshop.capability))
  await facilitator.getByRole('link', { name: /Bu Ninik/ }).click()
  await noteIn(facilitator, 'Saluran', 'Titip di warung dekat').click()
  // One who gave no name is called by what they are.
  await expect(second.getByText('Fasilitator sedang mengetik…')).toBeVisible()
})

test('a form closed in the middle of a word loses no letter', async ({ hall, person }) => {
  const page = await person('laptop', `${hall.address}/#/new`)
  await page.getByLabel('Judul').pressSequentially('Guyub Rukun Malang')
  const context = page.context()
  await page.close()
  const again = await context.newPage()
  await again.goto(`${hall.address}/#/new`)
  await expect(again.getByLabel('Judul')).toHaveValue('Guyub Rukun Malang')
})
