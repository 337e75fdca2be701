import type { Page } from '@playwright/test'
import { expectNothingInTheWay } from '../support/axe.ts'
import { noteOn, paste, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, test } from '../support/people.ts'
import { menuOf, noteOnPhone, openZone, writeOnPhone } from '../support/phonePage.ts'
import { aSample } from '../support/sample.ts'
import { call, seatsOf } from '../support/server.ts'

// Both workers share these: one alone would be busy with them longer than with any other file.
test.describe.configure({ mode: 'parallel' })

/** Nothing half faded in is measured. */
const still = async (page: Page): Promise<Page> => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  return page
}

test('nothing is in the way of who makes a workshop and hands out links, light or dark', async ({
  hall,
  workshop,
  person,
}) => {
  const page = await still(await person('laptop'))
  const dialog = page.getByRole('dialog')
  await expectNothingInTheWay(page.getByRole('heading', { level: 1 }), 'start')
  await page.getByRole('button', { name: 'Tampilan dan huruf' }).click()
  await expectNothingInTheWay(dialog.getByText('Ukuran huruf'), 'theme and text size')
  await page.keyboard.press('Escape')

  await page.goto(`${hall.address}/#/new`)
  await page
    .getByRole('textbox', { name: /Tempel daftar nama/ })
    .fill('Nama\tUsaha\nBu Ninik\tTahu\nbu ninik\tSempol\n\tWarung soto')
  await expectNothingInTheWay(page.getByText('2 perlu dijawab'), 'create')

  await page.goto(hall.link('facilitator', workshop.capability))
  await page.getByRole('link', { name: /Bu Ninik.*Belum membuka/ }).waitFor()
  await page.getByRole('link', { name: 'Link anggota' }).click()
  await page.getByRole('heading', { name: 'Simpan kunci ini dulu' }).waitFor()
  await expectNothingInTheWay(
    page.getByRole('button', { name: 'QR', exact: true }).nth(1),
    'member links',
  )
  await page.getByRole('button', { name: 'QR', exact: true }).first().click()
  await expectNothingInTheWay(dialog.getByRole('link', { name: 'WhatsApp' }), 'one link')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Pilihan Bu Ninik' }).click()
  await page.getByRole('menuitem', { name: /Lihat link/ }).click()
  await expectNothingInTheWay(dialog.getByRole('listitem').first(), 'links that open')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Pilihan Bu Ninik' }).click()
  await page.getByRole('menuitem', { name: /Cabut link/ }).click()
  await expectNothingInTheWay(dialog.getByText('Cabut semua link Bu Ninik?'), 'revoking')
})

test('nothing is in the way of who watches all canvases, light or dark', async ({ sesilya }) => {
  const page = await still(await sesilya())
  const dialog = page.getByRole('dialog')
  const choose = async (item: string) => {
    await page.getByRole('button', { name: 'Lainnya' }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await expectNothingInTheWay(
    page.getByRole('link', { name: /Bu Ninik.*Belum membuka/ }),
    'dashboard',
  )
  await page.getByRole('button', { name: 'Lainnya' }).click()
  await expectNothingInTheWay(
    page.getByRole('menuitem', { name: 'Arti warna dan tanda' }),
    'dashboard, ⋮',
  )
  await page.keyboard.press('Escape')
  await choose('Arti warna dan tanda')
  await page.getByRole('textbox', { name: 'kunyit' }).fill('Ide')
  await expectNothingInTheWay(dialog.getByText('Tanda yang disarankan'), 'colours and tags')
  await page.keyboard.press('Escape')
  await choose('Ubah judul, tempat, tanggal')
  await expectNothingInTheWay(dialog.getByText('Tentang workshop ini'), 'details')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Tambah anggota' }).click()
  await expectNothingInTheWay(dialog.getByRole('textbox').first(), 'adding members')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Kode gabung/ }).click()
  await expectNothingInTheWay(dialog.getByText('Scan kode QR, atau buka'), 'join code on the wall')
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
  await page.keyboard.press('Escape')
  await noteOn(page, note).focus()
  await page.keyboard.press('Shift+Space')
  await expectNothingInTheWay(page.getByText('1 catatan dipilih'), 'what is done with chosen notes')
  await page.keyboard.press('Escape')
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
  for (const tab of [/^Strategi/, /^BMC/]) {
    await page.getByRole('button', { name: tab }).click()
    await page.getByRole('button', { name: 'Tampilkan', exact: true }).click()
    await expectNothingInTheWay(wall, `on the wall: ${tab}`)
    await page.keyboard.press('Escape')
    await expect(wall).toBeHidden()
  }
})

test('nothing is in the way of members who join, come back or hold an old link, light or dark', async ({
  hall,
  workshop,
  ninikLink,
  person,
}) => {
  const phone = await still(await person('phone'))
  const heading = (name: string) => phone.getByRole('heading', { name })
  await expectNothingInTheWay(phone.getByRole('heading', { level: 1 }), 'start')
  for (const [link, title] of [
    [ninikLink.slice(0, -6), 'Link ini belum lengkap'],
    [hall.link('member', 'A'.repeat(22)), 'Link ini belum dikenal'],
    [`${hall.address}/#/jKOSONG99`, 'Kode ini belum cocok'],
    [`${hall.address}/#/w/${'A'.repeat(22)}`, 'Workshop ini belum dibuka di sini'],
  ] as const) {
    await phone.goto(link)
    await expectNothingInTheWay(heading(title), title)
  }
  const { joinCode } = await seatsOf(hall.origin, workshop.capability)
  await phone.goto(`${hall.address}/#/j${joinCode.code}`)
  await phone.getByRole('button', { name: /Pak Wawan/ }).tap()
  await expectNothingInTheWay(phone.getByRole('button', { name: 'Ya, ini saya' }), 'is this you')

  await phone.goto(ninikLink)
  await phone.getByRole('button', { name: 'Tulis catatan' }).waitFor()
  await phone.goto(`${hall.address}/#/mine`)
  await expectNothingInTheWay(phone.getByRole('link', { name: 'Buka kanvas saya' }), 'my canvases')
  const { capability, members } = workshop
  await call(hall.origin, 'DELETE', `/api/seats/${members[0]?.seat}/capabilities`, { capability })
  await phone.goto(ninikLink)
  await expectNothingInTheWay(heading('Link ini sudah diganti'), 'a revoked link')
})

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
  await sheet.getByRole('button', { name: 'Pindah' }).tap()
  await expectNothingInTheWay(sheet.getByText('Pindah ke mana?').last(), 'map to move to')
  await sheet.getByRole('button', { name: 'Batal' }).tap()
  await phone.getByRole('button', { name: 'Contoh', exact: true }).tap()
  await expectNothingInTheWay(phone.getByText('Contoh catatan'), 'help')
  await phone.goBack()
  await phone.getByRole('button', { name: 'Lainnya' }).tap()
  await phone.getByRole('menuitem', { name: 'Pilih beberapa' }).tap()
  await phone.getByRole('button', { name: `Pilih: ${note}` }).tap()
  await expectNothingInTheWay(phone.getByRole('heading', { name: '1 dipilih' }), 'choosing')
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
  await phone.goBack()
  await phone.getByRole('button', { name: 'Lainnya' }).tap()
  await phone.getByRole('menuitem', { name: 'Cetak' }).tap()
  await expectNothingInTheWay(phone.getByRole('img', { name: /halaman 1 dari/ }), 'print')
})

test('theme and text size are of this device: there before the program, and before the first paint', async ({
  person,
}) => {
  const page = await person('phone')
  const html = page.locator('html')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.reload()
  await expect(html, 'a dark phone shows light paper all the same').toHaveAttribute(
    'data-theme',
    'light',
  )

  await page.getByRole('button', { name: 'Tampilan dan huruf' }).tap()
  await page.getByText('Ikut HP').tap()
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(html).toHaveAttribute('data-theme', 'light')
  await page.getByText('Gelap', { exact: true }).tap()
  await page.getByText('Paling besar').tap()
  await page.getByRole('button', { name: 'Tutup' }).tap()
  // A closed dialog gives its entry of the history back a moment later, and a step in the history ends a reload.
  await expect.poll(() => page.evaluate(() => history.state?.layers ?? 0)).toBe(0)

  await page.route('**/assets/*.js', (route) =>
    /looks-/.test(route.request().url()) ? route.continue() : route.abort(),
  )
  await page.reload()
  await expect(page.getByText('Guyub sedang dibuka')).toBeVisible()
  await expect(html).toHaveAttribute('data-theme', 'dark')
  expect(await html.evaluate((element) => getComputedStyle(element).fontSize)).toBe('20.8px')
})

test('a facilitator says what colours mean and which tags are offered, and another one adds to it', async ({
  hall,
  workshop,
  sesilya,
  person,
}) => {
  const facilitator = await sesilya()
  const colleague = await person('laptop', hall.link('facilitator', workshop.capability))
  const open = async (page: Page) => {
    await page.getByRole('button', { name: 'Lainnya' }).click()
    await page.getByRole('menuitem', { name: 'Arti warna dan tanda' }).click()
    return page.getByRole('dialog')
  }
  const [mine, theirs] = [await open(facilitator), await open(colleague)]
  await mine.getByRole('textbox', { name: 'kunyit' }).fill('Ide baru')
  await mine.getByRole('textbox', { name: 'Tanda baru' }).fill('Sudah dicoba')
  await facilitator.keyboard.press('Enter')
  await mine.getByRole('textbox', { name: 'Tanda baru' }).fill('Minggu depan')
  await mine.getByRole('button', { name: 'Simpan' }).click()
  await theirs.getByRole('textbox', { name: 'toska' }).fill('Sudah jalan')
  await theirs.getByRole('button', { name: 'Simpan' }).click()

  const again = await open(facilitator)
  await expect(again.getByRole('textbox', { name: 'kunyit' })).toHaveValue('Ide baru')
  await expect(again.getByRole('textbox', { name: 'toska' })).toHaveValue('Sudah jalan')
  await expect(again.getByRole('listitem').filter({ hasText: 'Sudah dicoba' })).toBeVisible()
  await expect(again.getByRole('listitem').filter({ hasText: 'Minggu depan' })).toBeVisible()
})
