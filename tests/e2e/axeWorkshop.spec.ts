import { expectNothingInTheWay, still } from '../support/axe.ts'
import { test } from '../support/people.ts'
import { call, seatsOf } from '../support/server.ts'

// Both workers share these: one alone would be busy with them longer than with any other file.
// Looking at each element of so many screens takes long where others use the machine too.
test.describe.configure({ mode: 'parallel', timeout: 360_000 })

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
  await page.getByRole('textbox', { name: 'Punya kode atau link?' }).fill('BAKSO')
  await page.keyboard.press('Enter')
  await expectNothingInTheWay(page.getByText(/^Kode itu satu kata/), 'no code')

  await page.goto(`${hall.address}/#/new`)
  await page
    .getByRole('textbox', { name: /Tempel daftar nama/ })
    .fill('Nama\tUsaha\nBu Ninik\tTahu\nbu ninik\tSempol\n\tWarung soto')
  await expectNothingInTheWay(page.getByText('2 perlu dijawab'), 'create')

  await page.getByRole('button', { name: 'Buat workshop' }).click()
  await expectNothingInTheWay(page.getByText('Tulis dulu judulnya.'), 'create without a title')

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
  await page.getByRole('button', { name: 'Undang satu lagi' }).click()
  await expectNothingInTheWay(dialog.getByText('Undang fasilitator lain'), 'inviting')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Pilihan Bu Ninik' }).click()
  await expectNothingInTheWay(page.getByRole('menuitem').first(), 'options of a member')
  await page.getByRole('menuitem', { name: /Ubah nama/ }).click()
  await expectNothingInTheWay(dialog.getByRole('textbox').first(), 'another name')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Pilihan Bu Ninik' }).click()
  await page.getByRole('menuitem', { name: /Lihat link/ }).click()
  await expectNothingInTheWay(dialog.getByRole('listitem').first(), 'links that open')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Pilihan Bu Ninik' }).click()
  await page.getByRole('menuitem', { name: /Cabut link/ }).click()
  await expectNothingInTheWay(dialog.getByText('Cabut semua link Bu Ninik?'), 'revoking')
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 360, height: 800 })
  await expectNothingInTheWay(page.getByText('Link anggota').first(), 'member links on a phone')
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
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Tersambung/ }).click()
  await expectNothingInTheWay(page.getByText('Belum ada yang tersambung.'), 'nobody there')
  await page.setViewportSize({ width: 360, height: 800 })
  await page.getByRole('button', { name: /^Semua/ }).click()
  await expectNothingInTheWay(page.getByRole('link', { name: /Bu Ninik/ }), 'dashboard on a phone')
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
  await expectNothingInTheWay(phone.getByRole('button', { name: /Pak Wawan/ }), 'whose name')
  await phone.getByRole('button', { name: /Pak Wawan/ }).tap()
  await expectNothingInTheWay(phone.getByRole('button', { name: 'Ya, ini saya' }), 'is this you')

  await phone.goto(ninikLink)
  await phone.getByRole('button', { name: 'Tulis catatan' }).waitFor()
  await phone.goto(`${hall.address}/#/mine`)
  await expectNothingInTheWay(phone.getByRole('link', { name: 'Buka kanvas saya' }), 'my canvases')
  await phone.getByRole('button', { name: 'Pilihan kanvas Bu Ninik' }).tap()
  await phone.getByRole('menuitem', { name: /Lupakan/ }).tap()
  await expectNothingInTheWay(heading('Lupakan Bu Ninik dari HP ini?'), 'forgetting a canvas')
  await phone.getByRole('button', { name: 'Batal' }).tap()
  const { capability, members } = workshop
  await call(hall.origin, 'DELETE', `/api/seats/${members[0]?.seat}/capabilities`, { capability })
  await phone.goto(ninikLink)
  await expectNothingInTheWay(heading('Link ini sudah diganti'), 'a revoked link')
  await phone.getByRole('button', { name: 'Lihat kanvas di HP ini' }).tap()
  await expectNothingInTheWay(phone.getByRole('alert'), 'a canvas to be read')
})

test('nothing is in the way of who finds no server, or no more names, light or dark', async ({
  hall,
  workshop,
  ninikLink,
  person,
}) => {
  const phone = await still(await person('phone'))
  const heading = (name: string) => phone.getByRole('heading', { name })
  const { joinCode } = await seatsOf(hall.origin, workshop.capability)
  for (const name of [/Pak Wawan/, /Bu Ninik/]) {
    await phone.goto(`${hall.address}/#/j${joinCode.code}`)
    await phone.getByRole('button', { name }).tap()
    await phone.getByRole('button', { name: 'Ya, ini saya' }).tap()
    await phone.getByRole('button', { name: 'Tulis catatan' }).waitFor()
  }
  await phone.goto(`${hall.address}/#/j${joinCode.code}`)
  await expectNothingInTheWay(heading('Semua nama sudah di dalam'), 'nobody is missing')
  await phone.goto(`${hall.address}/#/mine`)
  await expectNothingInTheWay(phone.getByText('Ikut memakai HP ini'), 'two canvases')
  const another = await still(await person('phone'))
  await hall.kill()
  await another.goto(ninikLink)
  await expectNothingInTheWay(
    another.getByRole('heading', { name: 'Belum tersambung' }),
    'a link without a server',
  )
  await another.goto(`${hall.address}/#/j${joinCode.code}`)
  await expectNothingInTheWay(another.getByRole('button', { name: 'Coba lagi' }), 'no names')
  await phone.getByRole('link', { name: /Buka/ }).first().tap()
  await expectNothingInTheWay(phone.getByText('Sinyal hilang.'), 'writing without a server')
})
