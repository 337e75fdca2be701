import { expectNothingInTheWay, still } from '../support/axe.ts'
import { middleOf } from '../support/finger.ts'
import { longPressOn } from '../support/hands.ts'
import { test } from '../support/people.ts'
import { menuOf, noteOnPhone, openZone, write, writeOnPhone } from '../support/phonePage.ts'
import { aSample } from '../support/sample.ts'

// Both workers share these: one alone would be busy with them longer than with any other file.
// Looking at each element of so many screens takes long where others use the machine too.
test.describe.configure({ mode: 'parallel', timeout: 360_000 })

test('nothing is in the way of who fills a canvas on a phone, light or dark', async ({
  hall,
  person,
}) => {
  const { ninik } = await aSample(hall.origin)
  const phone = await still(await person('phone', hall.link('member', ninik)))
  const sheet = phone.getByRole('dialog')
  const note = 'Tetangga dan anak-anak'
  await expectNothingInTheWay(writeOnPhone(phone), 'map')
  await openZone(phone, 'customer-segments')
  await expectNothingInTheWay(noteOnPhone(phone, note), 'zone')
  await writeOnPhone(phone).tap()
  await phone.getByRole('textbox').fill('Anak kos')
  await expectNothingInTheWay(phone.getByRole('button', { name: 'Tempel catatan' }), 'writing')
  await phone.goBack()
  await menuOf(phone, note).tap()
  await expectNothingInTheWay(sheet.getByRole('button', { name: 'Hapus' }), 'sheet of a note')
  await sheet.getByRole('button', { name: 'Tanda' }).tap()
  await expectNothingInTheWay(sheet.getByRole('textbox'), 'tags of a note')
  await phone.goBack()
  await menuOf(phone, note).tap()
  await sheet.getByRole('button', { name: 'Pindah' }).tap()
  await expectNothingInTheWay(sheet.getByText('Pindah ke mana?').last(), 'map to move to')
  await sheet.getByRole('button', { name: 'Batal' }).tap()
  await phone.getByRole('button', { name: 'Contoh', exact: true }).tap()
  await expectNothingInTheWay(phone.getByText('Contoh catatan'), 'help')
  await phone.goBack()
  await phone.getByRole('button', { name: 'Lainnya' }).tap()
  await expectNothingInTheWay(phone.getByRole('menuitem').first(), 'what ⋮ offers')
  await phone.getByRole('menuitem', { name: 'Pilih beberapa' }).tap()
  await phone.getByRole('button', { name: `Pilih: ${note}` }).tap()
  await expectNothingInTheWay(phone.getByRole('heading', { name: '1 dipilih' }), 'choosing')
  await phone.getByRole('toolbar').getByRole('button', { name: 'Warna' }).tap()
  await expectNothingInTheWay(sheet.getByText('kunyit'), 'papers for chosen notes')
})

test('nothing is in the way of who begins on a phone, carries a note or holds it sideways, light or dark', async ({
  ninik,
}) => {
  const phone = await still(await ninik('phone'))
  await expectNothingInTheWay(phone.getByText('Kotak 1 dari 9'), 'empty map')
  await openZone(phone, 'channels')
  await expectNothingInTheWay(writeOnPhone(phone), 'empty zone')
  await write(phone, ['Bazar'])
  await phone.goBack()
  await phone.getByRole('button', { name: /^Sudah terkirim/ }).tap()
  await expectNothingInTheWay(phone.getByText(/^Sudah terkirim/), 'what ticks mean')
  const hand = await longPressOn(phone)
  await hand.lift(noteOnPhone(phone, 'Bazar'))
  await hand.moveTo(await middleOf(phone.getByRole('heading', { level: 1 })))
  await hand.moveTo(await middleOf(phone.locator('[data-cell="revenue-streams"]')))
  await expectNothingInTheWay(phone.getByText('Taruh di sini'), 'the map under a carried note')
  await hand.drop()
  await expectNothingInTheWay(phone.getByText('Dipindah ke Uang masuk.'), 'moved away')
  await phone.getByRole('button', { name: 'Kembali ke peta' }).tap()
  await phone.getByRole('button', { name: /^Laci ide/ }).tap()
  await expectNothingInTheWay(phone.getByRole('heading', { name: /Laci ide/ }), 'tray')
  await phone.setViewportSize({ width: 800, height: 360 })
  await expectNothingInTheWay(phone.getByRole('heading', { name: /Laci ide/ }), 'held sideways')
})

test('nothing is in the way of SWOT, strategies and paper on a phone, light or dark', async ({
  hall,
  person,
}) => {
  const { ninik } = await aSample(hall.origin)
  const phone = await still(await person('phone', hall.link('member', ninik)))
  const sheet = phone.getByRole('dialog')
  const cell = (zone: string) => phone.getByRole('navigation').locator(`[data-cell="${zone}"]`)
  await phone.getByRole('button', { name: /^SWOT/ }).tap()
  await expectNothingInTheWay(cell('strengths'), 'map of the SWOT')
  await openZone(phone, 'strengths')
  await phone.getByRole('button', { name: 'Ambil dari kanvas' }).tap()
  await expectNothingInTheWay(sheet.getByRole('listitem').first(), 'taking from the canvas')
  await phone.goBack()
  await phone.goBack()
  await phone.getByRole('button', { name: /^Strategi/ }).tap()
  await expectNothingInTheWay(cell('tows-so'), 'map of the strategies')
  await openZone(phone, 'tows-so')
  await phone.getByRole('button', { name: /^S1/ }).tap()
  await expectNothingInTheWay(
    phone.getByRole('button', { name: 'Tulis langkah S1' }),
    'a pair for a strategy',
  )
  await phone.getByRole('button', { name: 'Tulis langkah S1' }).tap()
  await phone.getByRole('textbox').fill('Titip di kantin kantor')
  await phone.getByRole('textbox').press('Enter')
  await phone.goBack()
  await menuOf(phone, 'Titip di kantin kantor').tap()
  await expectNothingInTheWay(sheet.getByRole('button', { name: 'Pasangan' }), 'sheet of a step')
  await sheet.getByRole('button', { name: 'Minggu ini' }).tap()
  await sheet.getByRole('button', { name: 'Pasangan' }).tap()
  await expectNothingInTheWay(sheet.getByRole('group').first(), 'the pair of a step')
  await phone.goBack()
  await phone.goBack()
  await phone.getByRole('button', { name: 'Lainnya' }).tap()
  await phone.getByRole('menuitem', { name: 'Cetak' }).tap()
  await expectNothingInTheWay(phone.getByRole('img', { name: /halaman 1 dari/ }), 'print')
})
