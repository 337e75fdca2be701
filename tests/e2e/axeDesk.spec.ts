import { expectNothingInTheWay, still } from '../support/axe.ts'
import { noteOn, paste, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, test } from '../support/people.ts'
import { aSample } from '../support/sample.ts'

// Both workers share these: one alone would be busy with them longer than with any other file.
// Looking at each element of so many screens takes long where others use the machine too.
test.describe.configure({ mode: 'parallel', timeout: 360_000 })

test('nothing is in the way of who begins on an empty canvas, light or dark', async ({
  hall,
  sesilya,
  ninik,
}) => {
  const facilitator = await sesilya()
  await facilitator.getByRole('button', { name: 'Lainnya' }).click()
  await facilitator.getByRole('menuitem', { name: 'Arti warna dan tanda' }).click()
  await facilitator.getByRole('textbox', { name: 'kunyit' }).fill('Ide')
  await facilitator.getByRole('textbox', { name: 'Tanda baru' }).fill('Sudah dicoba')
  await facilitator.getByRole('button', { name: 'Simpan' }).click()
  const page = await still(await ninik('laptop'))
  const dialog = page.getByRole('dialog')
  await expectNothingInTheWay(zoneOn(page, 'Saluran'), 'empty BMC')
  await page.getByRole('button', { name: 'Arti warna: Ide' }).click()
  await expectNothingInTheWay(dialog.getByText('Ide'), 'what colours mean')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /orang di sini$/ }).click()
  await expectNothingInTheWay(dialog.getByText('Bu Ninik (di layar ini)'), 'who is here')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Lainnya' }).click()
  await expectNothingInTheWay(page.getByRole('menuitem', { name: 'English' }), 'what ⋮ offers')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Tulis catatan di Laci ide' }).click()
  await page.getByRole('textbox').fill('Jual di kereta')
  await expectNothingInTheWay(page.getByRole('textbox'), 'writing into the open tray')
  await page.keyboard.press('Escape')
  for (const [tab, zone] of [
    [/SWOT/, 'Kekuatan'],
    [/Strategi/, 'Strategi SO'],
  ] as const) {
    await page.getByRole('button', { name: tab }).click()
    await expectNothingInTheWay(zoneOn(page, zone), `empty ${zone}`)
  }
  await hall.kill()
  await page.getByRole('button', { name: /Menunggu sinyal/ }).click()
  await expectNothingInTheWay(page.getByText('Sinyal hilang.'), 'without a server')
})

test('nothing is in the way of who works on a canvas on a laptop, light or dark', async ({
  hall,
  person,
}) => {
  const { ninik } = await aSample(hall.origin)
  const page = await still(await person('laptop', hall.link('member', ninik)))
  const dialog = page.getByRole('dialog')
  const note = 'Tetangga dan anak-anak'
  await expectNothingInTheWay(noteOn(page, note), 'BMC')
  await page.getByRole('button', { name: `Pilihan catatan: ${note}` }).click()
  await expectNothingInTheWay(dialog.getByText('Hapus'), 'options of a note')
  await dialog.getByRole('button', { name: 'Pindahkan ke…' }).click()
  await expectNothingInTheWay(
    dialog.getByRole('button', { name: 'Mitra Utama' }),
    'zones to move to',
  )
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: `Pilihan catatan: ${note}` }).click()
  await dialog.getByRole('button', { name: 'Tanda', exact: true }).click()
  await expectNothingInTheWay(dialog.getByRole('textbox', { name: 'Tanda baru' }), 'tags of a note')
  await page.keyboard.press('Escape')
  await noteOn(page, note).press('Enter')
  await expectNothingInTheWay(page.getByRole('textbox', { name: 'Isi catatan' }), 'writing')
  await page.keyboard.press('Escape')
  await noteOn(page, note).press('Space')
  await page.keyboard.press('ArrowDown')
  await expectNothingInTheWay(page.locator('[data-carried]'), 'a note carried by keys')
  await page.keyboard.press('Escape')
  await noteOn(page, note).focus()
  await page.keyboard.press('Shift+Space')
  await expectNothingInTheWay(page.getByText('1 catatan dipilih'), 'what is done with chosen notes')
  const bar = page.getByRole('region', { name: 'Catatan yang dipilih' })
  await bar.getByRole('button', { name: 'Warna' }).click()
  await expectNothingInTheWay(dialog.getByText('kunyit'), 'papers for chosen notes')
  await page.keyboard.press('Escape')
  await bar.getByRole('button', { name: 'Batal pilih' }).click()
  await page.getByRole('button', { name: 'Bantuan Saluran' }).click()
  await expectNothingInTheWay(page.getByRole('complementary', { name: 'Saluran' }), 'help')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expectNothingInTheWay(dialog.getByText('Salin catatan'), 'shortcuts')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await zoneOn(page, 'Saluran').hover()
  await paste(page, 'Bazar\nPasar pagi')
  await expectNothingInTheWay(dialog.getByText('Jadi 2 catatan'), 'pasting')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Cetak', exact: true }).click()
  await expectNothingInTheWay(page.getByRole('img', { name: /halaman 1 dari/ }), 'print')
})

test('nothing is in the way of SWOT, strategies and the wall, light or dark', async ({
  hall,
  person,
}) => {
  const { ninik } = await aSample(hall.origin)
  const page = await still(await person('laptop', hall.link('member', ninik)))
  await page.getByRole('button', { name: /SWOT/ }).click()
  await expectNothingInTheWay(zoneOn(page, 'Kekuatan'), 'SWOT')
  await page.getByRole('button', { name: 'Ambil dari kanvas ke Kelemahan' }).click()
  await expectNothingInTheWay(
    page.getByRole('complementary', { name: 'Ambil dari kanvas' }),
    'the canvas beside the SWOT',
  )
  await page.getByRole('button', { name: /Strategi/ }).click()
  await writeNote(page, 'Strategi SO', 'Titip di kantin kantor')
  await expectNothingInTheWay(noteOn(page, 'Titip di kantin kantor'), 'strategies')
  await page.getByRole('button', { name: 'Pasangkan' }).click()
  await expectNothingInTheWay(
    page.getByRole('dialog', { name: 'Pasangkan dengan catatan mana?' }),
    'the pair of a strategy',
  )
  await page.keyboard.press('Escape')

  const wall = page.getByRole('main', { name: 'Layar proyektor' })
  for (const tab of [/^Strategi/, /^SWOT/, /^BMC/]) {
    await page.getByRole('button', { name: tab }).click()
    await page.getByRole('button', { name: 'Tampilkan', exact: true }).click()
    await expectNothingInTheWay(wall, `on the wall: ${tab}`)
    await page.keyboard.press('Escape')
    await expect(wall).toBeHidden()
  }
})
