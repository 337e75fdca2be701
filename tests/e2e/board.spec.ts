import type { Page } from '@playwright/test'
import { dragNote, noteIn, noteOn, paste, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, test } from '../support/people.ts'

const tab = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Lembar' }).getByRole('button', { name })

/** In the middle of something, as a hand points. */
async function middleOf(page: Page, zone: string): Promise<[number, number]> {
  const box = await zoneOn(page, zone).boundingBox()
  if (!box) throw new Error('it is not on screen')
  return [box.x + box.width / 2, box.y + box.height - 24]
}

test('a strategy names the pair it joins, lights both, and is the one of this week', async ({
  ninik,
  sesilyaWithNinik,
}) => {
  const member = await ninik('laptop')
  await tab(member, /SWOT/).click()
  await writeNote(member, 'Kekuatan', 'Renyah')
  await writeNote(member, 'Peluang', 'Bazar di Malang')
  await tab(member, /Strategi/).click()
  await member.getByRole('button', { name: /Tulis catatan di Strategi SO/ }).click()
  await member.getByRole('textbox').fill('Ikut bazar')
  await member.keyboard.press('Escape')

  const cell = zoneOn(member, 'Strategi SO')
  await cell.getByRole('button', { name: 'Pasangkan' }).click()
  const choice = member.getByRole('dialog', { name: 'Pasangkan dengan catatan mana?' })
  await choice.getByRole('button', { name: /Renyah/ }).click()
  await choice.getByRole('button', { name: /Bazar di Malang/ }).click()
  await member.keyboard.press('Escape')
  const pair = cell.getByRole('button', { name: 'Pasangan: S1, O1. Tekan untuk mengganti.' })
  await expect(pair).toBeFocused()

  const source = member.getByRole('button', { name: 'S1: Renyah' })
  const ringOf = () => source.evaluate((row) => getComputedStyle(row).boxShadow)
  const lit = await ringOf()
  await member.getByRole('button', { name: /Tulis catatan di Strategi WT/ }).focus()
  await expect.poll(ringOf).not.toBe(lit)
  await noteIn(member, 'Strategi SO', 'Ikut bazar').focus()
  await expect.poll(ringOf).toBe(lit)

  await member.getByRole('button', { name: 'Pilihan catatan: Ikut bazar' }).click()
  await expect(member.getByRole('dialog').getByText('Ditulis oleh Bu Ninik')).toBeVisible()
  await member.getByRole('button', { name: 'Kerjakan minggu ini' }).click()
  const facilitator = await sesilyaWithNinik()
  await tab(facilitator, /Strategi/).click()
  const seen = zoneOn(facilitator, 'Strategi SO')
  await expect(seen.getByText('Minggu ini')).toBeVisible()
  await expect(seen.getByRole('button', { name: /Pasangan: S1, O1/ })).toBeVisible()
})

test('several notes are chosen by a box and by Shift, then moved, coloured, tagged and deleted, each one step of undo', async ({
  ninik,
}) => {
  const member = await ninik('laptop')
  for (const text of ['Satu', 'Dua', 'Tiga']) await writeNote(member, 'Mitra Utama', text)
  await writeNote(member, 'Saluran', 'Empat')
  const bar = member.getByRole('region', { name: 'Catatan yang dipilih' })

  const zone = await zoneOn(member, 'Mitra Utama').boundingBox()
  if (!zone) throw new Error('it is not on screen')
  await member.mouse.move(zone.x + zone.width - 6, zone.y + zone.height - 20)
  await member.mouse.down()
  await member.mouse.move(zone.x + 30, zone.y + 60, { steps: 8 })
  await member.mouse.up()
  await expect(bar.getByText('3 catatan dipilih')).toBeVisible()
  await member.keyboard.press('Escape')
  await expect(bar).toBeHidden()

  await noteOn(member, 'Satu').click({ modifiers: ['Shift'] })
  await noteOn(member, 'Dua').click({ modifiers: ['Shift'] })
  await expect(bar.getByText('2 catatan dipilih')).toBeVisible()
  await bar.getByRole('button', { name: 'Tanda' }).click()
  await member.getByRole('textbox', { name: 'Tanda baru' }).fill('penting')
  await member.keyboard.press('Enter')
  await member.keyboard.press('Escape')
  await expect(zoneOn(member, 'Mitra Utama').getByText('penting')).toHaveCount(2)
  await bar.getByRole('button', { name: 'Warna' }).click()
  await member.getByRole('button', { name: 'ungu muda' }).click()

  // One of them is carried, and the other goes with it; Escape puts back what is in the hand and no more.
  const [x, y] = await middleOf(member, 'Saluran')
  await noteOn(member, 'Dua').hover()
  await member.mouse.down()
  await member.mouse.move(x, y, { steps: 8 })
  const hand = member.locator('[data-carried]')
  await expect(hand).toBeVisible()
  await member.keyboard.press('Escape')
  await expect(hand).toHaveCount(0)
  await member.mouse.up()
  await expect(bar.getByText('2 catatan dipilih')).toBeVisible()
  await dragNote(member, noteOn(member, 'Dua'), zoneOn(member, 'Hubungan Pelanggan'))
  await expect(noteIn(member, 'Hubungan Pelanggan', 'Satu')).toBeVisible()
  await expect(noteIn(member, 'Hubungan Pelanggan', 'Dua')).toBeVisible()
  await member.keyboard.press('Control+z')
  await expect(noteIn(member, 'Mitra Utama', 'Satu')).toBeVisible()
  await expect(noteIn(member, 'Mitra Utama', 'Dua')).toBeVisible()

  await noteOn(member, 'Empat').click({ modifiers: ['Shift'] })
  await bar.getByRole('button', { name: 'Hapus' }).click()
  await expect(member.getByText('3 catatan dihapus.')).toBeVisible()
  await expect(noteOn(member, 'Tiga')).toBeVisible()
  await expect(noteOn(member, 'Empat')).toHaveCount(0)
  await member.getByRole('status').getByRole('button', { name: 'Urungkan' }).click()
  await expect(noteIn(member, 'Saluran', 'Empat')).toBeVisible()
  await expect(noteIn(member, 'Mitra Utama', 'Satu')).toBeVisible()
})

test('pasted lines become a note each where that is wanted, also out of a field; a press on N or a double-click writes', async ({
  ninik,
}) => {
  const member = await ninik('laptop')
  await zoneOn(member, 'Saluran').waitFor()
  await member.mouse.move(...(await middleOf(member, 'Saluran')))
  await paste(member, '1. Titip di warung\n\n2. Pesan lewat WA\r\n- Bazar')
  const offer = member.getByRole('dialog', { name: '3 baris mau ditempel' })
  await offer.getByRole('button', { name: 'Jadi 3 catatan' }).click()
  for (const text of ['Titip di warung', 'Pesan lewat WA', 'Bazar']) {
    await expect(noteIn(member, 'Saluran', text)).toBeVisible()
  }
  await member.keyboard.press('Control+z')
  await expect(noteOn(member, 'Bazar')).toHaveCount(0)

  await member.mouse.move(...(await middleOf(member, 'Mitra Utama')))
  await member.keyboard.press('n')
  await member.getByRole('textbox').pressSequentially('Alamat: ')
  await paste(member, 'Jalan Mawar\nMalang')
  await member.getByRole('button', { name: 'Jadi satu catatan' }).click()
  await expect(member.getByRole('textbox')).toHaveValue('Alamat: Jalan Mawar\nMalang')
  await member.keyboard.press('Escape')

  await member.mouse.dblclick(...(await middleOf(member, 'Segmen Pelanggan')))
  await member.getByRole('textbox', { name: 'Catatan baru di Segmen Pelanggan' }).fill('Anak kos')
  await member.keyboard.press('Escape')
  await expect(noteIn(member, 'Segmen Pelanggan', 'Anak kos')).toBeVisible()
})

test('the undo bar stays its time beside what others do, and longer under the hand', async ({
  ninik,
  sesilyaWithNinik,
}) => {
  const member = await ninik('laptop')
  for (const text of ['Bazar', 'Titip di warung']) await writeNote(member, 'Saluran', text)
  const facilitator = await sesilyaWithNinik()
  await noteIn(facilitator, 'Saluran', 'Bazar').waitFor()
  await member.clock.install()
  const news = member.getByRole('status')
  const bar = news.getByText('Catatan dihapus.')
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
  await expect(news.getByText('Bu Sesilya menghapus catatan ini.')).toBeVisible()
  await bar.hover()
  await news.getByRole('button', { name: 'Urungkan' }).click()
  await expect(noteIn(facilitator, 'Saluran', 'Bazar')).toBeVisible()
  await expect(bar).toHaveCount(0)

  await remove(member, 'Bazar')
  await member.mouse.move(0, 0)
  await expect(bar).toBeVisible()
  await member.clock.fastForward(8_000)
  await expect(bar, 'nobody is at it').toHaveCount(0)
})
