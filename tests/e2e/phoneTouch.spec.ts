import { id } from '../../src/i18n/id.ts'
import { BLOCKS } from '../../src/model/zones.ts'
import { noteIn } from '../support/canvasPage.ts'
import { fingerOn, middleOf } from '../support/finger.ts'
import { expect, test } from '../support/people.ts'
import { backFrom, heldUndo, menuOf, noteOnPhone, openZone, write } from '../support/phonePage.ts'

test('swipes lead through the nine zones in the order in which they are asked, and no further', async ({
  ninik,
  words,
}) => {
  const phone = await ninik('phone')
  const finger = await fingerOn(phone)
  const title = phone.getByRole('heading', { level: 1 })
  const [first, ...others] = BLOCKS.map(({ id }) => words.zones[id].nickname)
  await openZone(phone, 'customer-segments')
  await expect(title).toContainText(first ?? '')
  const on = () => finger.flick({ x: 300, y: 320 }, { x: 80, y: 326 })
  const back = () => finger.flick({ x: 80, y: 320 }, { x: 300, y: 326 })
  await back()
  for (const [index, name] of others.entries()) {
    await on()
    await expect(title).toContainText(name)
    await expect(phone.getByText(`${index + 2}/9`)).toBeVisible()
  }
  await on()
  await back()
  await expect(title, 'there was nothing behind the last').toContainText(others.at(-2) ?? '')
  // Straight down is no swipe, nor is what begins at the edge: Android goes back by that.
  await finger.flick({ x: 180, y: 300 }, { x: 250, y: 500 })
  await finger.flick({ x: 10, y: 320 }, { x: 300, y: 326 })
  await on()
  await expect(title).toContainText(others.at(-1) ?? '')
})

test('a long press that stays chooses, then presses choose more, and one command is one step of undo', async ({
  ninik,
  sesilyaWithNinik,
}) => {
  const phone = await ninik('phone')
  const facilitator = await sesilyaWithNinik()
  await openZone(phone, 'customer-segments')
  await write(phone, ['Tetangga', 'Anak kos', 'Pegawai kantor'])
  await phone.goBack()
  await expect(phone.getByRole('textbox')).toHaveCount(0)
  // As on a slow phone: the click of a touch comes after the drag library has stopped holding clicks back (50 ms).
  await phone.evaluate(() => {
    const later = window.setTimeout
    window.setTimeout = ((run: () => void, ms: number) =>
      later(run, ms === 50 ? 0 : ms)) as typeof window.setTimeout
  })
  const finger = await fingerOn(phone)
  const sheet = phone.getByRole('dialog')
  const bar = phone.getByRole('toolbar')

  const chooseTwo = async () => {
    await finger.down(await middleOf(noteOnPhone(phone, 'Tetangga')))
    await expect(
      phone.getByRole('status').getByText('Tetangga: diangkat dari Segmen Pelanggan.'),
    ).toBeAttached()
    await finger.up()
    await expect(phone.getByRole('heading', { name: '1 dipilih' })).toBeVisible()
    await phone.getByRole('button', { name: 'Pilih: Anak kos' }).tap()
    await expect(phone.getByRole('heading', { name: '2 dipilih' })).toBeVisible()
  }
  await chooseTwo()
  await bar.getByRole('button', { name: 'Warna' }).tap()
  await sheet.getByRole('button', { name: 'ungu muda' }).tap()
  await expect(phone.getByRole('list').locator('.paper-ungu')).toHaveCount(2)

  await chooseTwo()
  await bar.getByRole('button', { name: 'Tanda' }).tap()
  await sheet.getByRole('textbox').fill('langganan')
  await phone.keyboard.press('Enter')
  await expect(sheet.getByRole('button', { name: 'Lepas tanda: langganan' })).toBeVisible()
  await phone.goBack()
  await expect(phone.getByText('langganan')).toHaveCount(2)

  await bar.getByRole('button', { name: 'Hapus' }).tap()
  const undo = await heldUndo(phone)
  await expect(noteIn(facilitator, 'Segmen Pelanggan', 'Anak kos')).toHaveCount(0)
  await expect(noteIn(facilitator, 'Segmen Pelanggan', 'Pegawai kantor')).toBeVisible()
  await undo.tap()
  await expect(noteIn(facilitator, 'Segmen Pelanggan', 'Tetangga')).toBeVisible()
  await expect(noteIn(facilitator, 'Segmen Pelanggan', 'Anak kos')).toBeVisible()

  await chooseTwo()
  await bar.getByRole('button', { name: 'Pindah' }).tap()
  await sheet.getByRole('button', { name: /Laci ide/ }).tap()
  await expect(noteOnPhone(phone, 'Tetangga')).toHaveCount(0)
  await expect(noteOnPhone(phone, 'Pegawai kantor')).toBeVisible()
  await backFrom(phone, 1)
  await phone.getByRole('button', { name: 'Laci ide, 2 catatan' }).tap()
  await expect(noteOnPhone(phone, 'Anak kos')).toBeVisible()
})

test('notes of the BMC are taken into the SWOT as linked copies, which lead back to their origin', async ({
  ninik,
}) => {
  const phone = await ninik('phone')
  const sheet = phone.getByRole('dialog')
  await openZone(phone, 'value-propositions')
  await write(phone, ['Renyah', 'Tidak berminyak'])
  await phone.goBack()
  await menuOf(phone, 'Tidak berminyak').tap()
  await sheet.getByRole('button', { name: 'Pindah' }).tap()
  await expect(sheet.getByText('Aslinya tetap di BMC.')).toBeVisible()
  await sheet.getByRole('button', { name: /Hebatnya kita/ }).tap()
  await expect(phone.getByText('Diambil ke Hebatnya kita.')).toBeVisible()
  await expect(noteOnPhone(phone, 'Tidak berminyak'), 'the original stays').toBeVisible()
  await backFrom(phone, 1)

  await phone.getByRole('button', { name: /^SWOT/ }).tap()
  await openZone(phone, 'strengths')
  await expect(
    noteOnPhone(phone, 'Tidak berminyak').getByText('Keunggulan kita', { exact: true }),
  ).toBeVisible()
  await phone.getByRole('button', { name: 'Ambil dari kanvas' }).tap()
  await expect(sheet.getByRole('listitem').filter({ hasText: 'Sudah di sini' })).toHaveText(
    /Tidak berminyak/,
  )
  await expect(sheet.getByText(id.fedBy.strengths['value-propositions'])).toBeVisible()
  await sheet.getByRole('button', { name: 'Ambil: Renyah' }).tap()
  await expect(sheet.getByText('Sudah di sini')).toHaveCount(2)
  await expect(sheet.getByRole('button', { name: 'Urungkan' })).toHaveCount(0)
  await phone.goBack()
  await expect(noteOnPhone(phone, 'Renyah')).toBeVisible()

  await menuOf(phone, 'Tidak berminyak').tap()
  await sheet.getByRole('button', { name: 'Lihat aslinya di Keunggulan kita' }).tap()
  await expect(phone.getByRole('heading', { name: /Keunggulan kita/ })).toBeVisible()
  await menuOf(phone, 'Tidak berminyak').tap()
  await sheet.getByRole('button', { name: 'Hapus' }).tap()
  await backFrom(phone, 1)
  await phone.getByRole('button', { name: /^SWOT/ }).tap()
  await openZone(phone, 'strengths')
  await expect(
    noteOnPhone(phone, 'Tidak berminyak').getByText('Aslinya sudah dihapus'),
  ).toBeVisible()
})

test('in English a strategy is written for a pair of notes and chosen for this week', async ({
  person,
  ninikLink,
  hall,
}) => {
  const phone = await person('phone', hall.address)
  await phone.getByRole('button', { name: 'English' }).tap()
  await expect(phone.locator('html')).toHaveAttribute('lang', 'en')
  await phone.goto(ninikLink)
  const add = phone.getByRole('button', { name: /^Add a / })
  const field = phone.getByRole('textbox')
  await phone.getByRole('button', { name: /^SWOT/ }).tap()
  for (const [zone, text] of [
    ['strengths', 'Crisp, not oily'],
    ['opportunities', 'Souvenir shops want new snacks'],
  ] as const) {
    await openZone(phone, zone)
    await add.tap()
    await field.fill(text)
    await field.press('Enter')
    await expect(noteOnPhone(phone, text)).toBeVisible()
    await phone.goBack()
    await phone.goBack()
  }
  await phone.getByRole('button', { name: /^Strateg/ }).tap()
  await openZone(phone, 'tows-so')
  await phone.getByRole('button', { name: /^S1/ }).tap()
  await phone.getByRole('button', { name: /^O1/ }).tap()
  await phone.getByRole('button', { name: 'Add a step S1 + O1' }).tap()
  await field.fill('Leave samples at three souvenir shops')
  await field.press('Enter')
  const step = noteOnPhone(phone, 'Leave samples').last()
  await expect(step.getByText('S1', { exact: true })).toBeVisible()
  await expect(step.getByText('O1', { exact: true })).toBeVisible()
  await phone.goBack()
  await menuOf(phone, 'Leave samples').tap()
  await phone.getByRole('dialog').getByRole('button', { name: 'This week' }).tap()
  await phone.goBack()
  await expect(step.getByText('This week')).toBeVisible()
  await phone.goBack()
  await expect(
    phone.getByRole('button', { name: 'This week Leave samples at three souvenir shops' }),
  ).toBeVisible()
})
