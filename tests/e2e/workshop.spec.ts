import * as v from 'valibot'
import { mintedSchema } from '../../src/protocol/api.ts'
import { capabilityLink } from '../../src/protocol/capability.ts'
import { noteIn, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, test } from '../support/people.ts'
import { call } from '../support/server.ts'

test('a pasted list becomes a workshop: doubtful lines are asked about, and none is lost', async ({
  person,
}) => {
  const facilitator = await person('laptop')
  await facilitator.getByRole('button', { name: 'Buat workshop' }).click()
  await facilitator.getByLabel('Judul').fill('Guyub Rukun Malang')
  await facilitator.getByLabel('Tempat').fill('Balai RW 03, Malang')
  await facilitator.getByLabel('Nama Anda').fill('Bu Sesilya')
  await facilitator
    .getByRole('textbox', { name: /Tempel daftar nama/ })
    .fill(
      [
        'Pak Wawan, Keripik Singkong',
        'Bu Ninik\tTahu Walik Kasih',
        'bu ninik, Sempol',
        ', Warung soto',
        'Mbah ꦱꦫꦶ 🌶️, Jamu',
        'عائشة, كعك',
      ].join('\n'),
    )
  await expect(facilitator.getByText('Nama ini juga ada di baris 2.')).toBeVisible()
  await expect(facilitator.getByText('2 perlu dijawab')).toBeVisible()
  await facilitator.getByRole('button', { name: 'Dua orang' }).click()
  await expect(facilitator.getByText('1 perlu dijawab')).toBeVisible()
  await facilitator.getByRole('button', { name: 'Buat workshop' }).click()

  await expect(facilitator.getByRole('heading', { name: 'Simpan kunci ini dulu' })).toBeVisible()
  await expect(facilitator.getByText('0 dari 6 sudah di dalam')).toBeVisible()
  for (const words of ['Pak Wawan', 'Mbah ꦱꦫꦶ 🌶️', 'عائشة', 'Warung soto', 'Sempol']) {
    await expect(facilitator.getByText(words, { exact: true })).toBeVisible()
  }
  expect(facilitator.url(), 'the key has left the address bar').not.toContain('#/f')
})

test('what was typed into the form is there again after the page was closed', async ({
  hall,
  person,
}) => {
  const facilitator = await person('laptop', `${hall.address}/#/new`)
  await facilitator.getByLabel('Judul').fill('Pendampingan Susukan')
  await facilitator.getByRole('textbox', { name: /Tempel daftar nama/ }).fill('Bu Ani, Soto')
  await expect(facilitator.getByText('Tersimpan di laptop ini')).toBeVisible()
  const context = facilitator.context()
  await facilitator.close()
  const again = await context.newPage()
  await again.goto(`${hall.address}/#/new`)
  await expect(again.getByLabel('Judul')).toHaveValue('Pendampingan Susukan')
  await expect(again.getByRole('textbox', { name: /Tempel daftar nama/ })).toHaveValue(
    'Bu Ani, Soto',
  )
})

test('a form that the disk refuses is not called kept', async ({ hall, person }) => {
  const facilitator = await person('laptop', `${hall.address}/#/new`)
  await facilitator.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await facilitator.getByLabel('Judul').fill('Pendampingan Susukan')
  await expect(facilitator.getByText('Belum tersimpan. Jangan ditutup dulu.')).toBeVisible()

  await facilitator.getByRole('link', { name: 'Kembali' }).click()
  await facilitator.getByRole('button', { name: 'Buat workshop' }).click()
  await expect(facilitator.getByLabel('Judul')).toHaveValue('Pendampingan Susukan')
  await expect(facilitator.getByText('Belum tersimpan. Jangan ditutup dulu.')).toBeVisible()
})

test('the join code offers the names nobody has taken, and the dashboard sees who comes in', async ({
  hall,
  person,
  sesilya,
}) => {
  const facilitator = await sesilya()
  await expect(facilitator.getByRole('link', { name: /Bu Ninik/ })).toBeVisible()
  const pill = facilitator.getByRole('button', { name: /Kode gabung/ })
  const code = /[A-Z]+ \d\d/.exec((await pill.textContent()) ?? '')?.[0]
  if (!code) throw new Error('no join code on the dashboard')

  const phone = await person('phone')
  await phone.getByRole('textbox').fill(code.toLowerCase())
  await phone.getByRole('button', { name: 'Gabung' }).click()
  await phone.getByRole('button', { name: /Pak Wawan/ }).click()
  await phone.getByRole('button', { name: 'Ya, ini saya' }).click()
  await expect(phone.getByRole('button', { name: 'Tulis catatan' })).toBeVisible()
  await expect(facilitator.getByText('1 tersambung')).toBeVisible()

  const neighbour = await person('phone', `${hall.address}/#/j${code.replace(' ', '')}`)
  await expect(neighbour.getByRole('button', { name: /Bu Ninik/ })).toBeVisible()
  await expect(neighbour.getByRole('button', { name: /Pak Wawan/ })).toHaveCount(0)

  const stranger = await person('phone', `${hall.address}/#/jKOSONG99`)
  await expect(stranger.getByText('Kode ini belum cocok')).toBeVisible()
})

test('facilitators see which of them are here', async ({ hall, workshop, person, sesilya }) => {
  const facilitator = await sesilya()
  const here = facilitator.getByRole('list', { name: 'Fasilitator yang tersambung' })
  await expect(here.getByRole('listitem')).toHaveText([/Bu Sesilya \(Anda\)/])

  const invited = await call(hall.origin, 'POST', '/api/facilitators', {
    capability: workshop.capability,
    body: { name: 'Pak Yonathan' },
  })
  const { capability } = v.parse(mintedSchema, invited.body)
  const colleague = await person('laptop', hall.link('facilitator', capability))
  await expect(here.getByRole('listitem')).toHaveText([/Pak Yonathan/, /Bu Sesilya \(Anda\)/])
  await colleague.close()
  await expect(here.getByRole('listitem')).toHaveText([/Bu Sesilya \(Anda\)/])
})

test('a link shown later is a further one, and a revoked link says so and keeps what was written', async ({
  ninikLink,
  ninik,
  sesilya,
}) => {
  const member = await ninik('laptop')
  await writeNote(member, 'Saluran', 'Titip di warung')

  const facilitator = await sesilya()
  await facilitator.getByRole('link', { name: 'Link anggota' }).click()
  await facilitator.getByRole('button', { name: 'QR' }).nth(1).waitFor()
  const row = facilitator.getByRole('listitem').filter({ hasText: 'Bu Ninik' })
  await row.getByRole('button', { name: 'QR' }).click()
  await expect(
    facilitator.getByRole('dialog').getByRole('img', { name: 'QR untuk Bu Ninik' }),
  ).toBeVisible()
  await facilitator.keyboard.press('Escape')

  await row.getByRole('button', { name: 'Pilihan Bu Ninik' }).click()
  await facilitator.getByRole('menuitem', { name: /Cabut link/ }).click()
  await facilitator.getByRole('dialog').getByRole('button', { name: 'Cabut link' }).click()
  await expect(member.getByText('Link ini sudah diganti').first()).toBeVisible()

  const again = await member.context().newPage()
  await again.goto(ninikLink)
  await expect(again.getByRole('heading', { name: 'Link ini sudah diganti' })).toBeVisible()
  await again.getByRole('button', { name: /Lihat kanvas/ }).click()
  await expect(zoneOn(again, 'Saluran').getByText('Titip di warung')).toBeVisible()
})

test('a link that was revoked alone is not handed on again', async ({ sesilya }) => {
  const facilitator = await sesilya()
  await facilitator.getByRole('link', { name: 'Link anggota' }).click()
  const row = facilitator.getByRole('listitem').filter({ hasText: 'Pak Wawan' })
  const dialog = facilitator.getByRole('dialog')
  const shownLink = async () => {
    await row.getByRole('button', { name: 'QR' }).click()
    const href = await dialog.getByRole('link', { name: 'WhatsApp' }).getAttribute('href')
    await facilitator.keyboard.press('Escape')
    return href
  }
  const first = await shownLink()
  expect(await shownLink(), 'shown twice, made once').toBe(first)

  await row.getByRole('button', { name: 'Pilihan Pak Wawan' }).click()
  await facilitator.getByRole('menuitem', { name: /Lihat link/ }).click()
  await dialog.getByRole('button', { name: 'Cabut' }).last().click()
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await facilitator.keyboard.press('Escape')
  expect(await shownLink()).not.toBe(first)
})

test('no link that means this machine alone is handed on', async ({ hall, workshop, person }) => {
  const atHome = capabilityLink(hall.origin, 'facilitator', workshop.capability)
  const facilitator = await person('laptop', atHome)
  await facilitator.getByRole('link', { name: 'Link anggota' }).click()
  const main = facilitator.getByRole('main')
  await expect(main.getByRole('alert').first()).toContainText('Belum ada alamat untuk HP lain')
  const row = main.getByRole('listitem').filter({ hasText: 'Bu Ninik' })
  for (const name of ['Salin', 'WhatsApp', 'QR']) {
    await expect(row.getByRole('button', { name, exact: true })).toBeDisabled()
  }
  for (const name of ['Salin semua', 'Kirim ke WhatsApp sendiri', 'Salin link', 'Lihat QR']) {
    await expect(main.getByRole('button', { name })).toBeDisabled()
  }
  await expect(main.getByRole('button', { name: 'Undang satu lagi' })).toBeDisabled()

  // By an address that is not this machine's own name for itself, the same server hands its links on.
  const elsewhere = await person('laptop', hall.link('facilitator', workshop.capability))
  await elsewhere.getByRole('link', { name: 'Link anggota' }).click()
  const send = elsewhere.getByRole('link', { name: 'Kirim ke WhatsApp sendiri' })
  await expect(send).toHaveAttribute('href', new RegExp(encodeURIComponent(hall.address)))
})

test('a cut link says that its end is missing, and an unknown one what to do', async ({
  hall,
  person,
  ninikLink,
}) => {
  const cut = await person('phone', ninikLink.slice(0, -6))
  await expect(cut.getByRole('heading', { name: 'Link ini belum lengkap' })).toBeVisible()
  const unknown = await person('phone', hall.link('member', 'A'.repeat(22)))
  await expect(unknown.getByRole('heading', { name: 'Link ini belum dikenal' })).toBeVisible()
})

test('the sample is a private copy with eleven canvases, marked as example everywhere', async ({
  person,
}) => {
  const facilitator = await person('laptop')
  await facilitator.getByRole('button', { name: 'Coba contoh' }).click()
  await expect(facilitator.getByText('Contoh, bukan data')).toBeVisible()
  const cards = facilitator.getByRole('listitem').filter({ hasText: /\d+ catatan/ })
  await expect(cards).toHaveCount(11)
  const wearers = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((colour) => cards.locator(`header .person-${colour}`).count()),
  )
  expect(wearers.sort(), 'six colours for eleven people').toEqual([1, 2, 2, 2, 2, 2])
  await facilitator.getByRole('link', { name: /Pak Wawan/ }).click()
  await expect(noteIn(facilitator, 'Mitra Utama', 'Petani singkong langganan')).toBeVisible()
  await expect(facilitator.getByText('Contoh, bukan data')).toBeVisible()
  await facilitator.getByRole('button', { name: /SWOT/ }).click()
  await expect(zoneOn(facilitator, 'Kekuatan')).toBeVisible()

  const copy = facilitator.url()
  const other = await person('laptop', copy)
  await expect(
    other.getByRole('heading', { name: 'Workshop ini belum dibuka di sini' }),
  ).toBeVisible()
})

test('a page that the server has outgrown offers the new version, and blames no network', async ({
  person,
}) => {
  const facilitator = await person('laptop')
  const context = facilitator.context()
  await context.route('**/assets/*.js', (route) => route.fulfill({ status: 404 }))
  await context.route('**/healthz', (route) => route.abort())
  await facilitator.getByRole('button', { name: 'Coba contoh' }).click()
  await expect(facilitator.getByRole('heading', { name: 'Belum tersambung' })).toBeVisible()

  await context.unroute('**/healthz')
  await facilitator.getByRole('button', { name: 'Coba lagi' }).click()
  await expect(facilitator.getByRole('heading', { name: 'Ada versi baru' })).toBeVisible()

  await context.unroute('**/assets/*.js')
  await facilitator.getByRole('button', { name: 'Perbarui' }).click()
  await facilitator.getByRole('link', { name: /Pak Wawan/ }).click()
  await expect(noteIn(facilitator, 'Mitra Utama', 'Petani singkong langganan')).toBeVisible()

  await context.route('**/assets/*.js', (route) => route.fulfill({ status: 404 }))
  await facilitator.getByRole('button', { name: 'Cetak', exact: true }).click()
  const dialog = facilitator.getByRole('dialog')
  await expect(dialog.getByText('Ada versi baru. Perbarui dulu, lalu cetak.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Perbarui' })).toBeVisible()
})

test('a device that is slow to open its storage shows no blank page', async ({ hall, browser }) => {
  const context = await browser.newContext()
  // It never answers, as when another tab holds it.
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest
  })
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(hall.address)
  await page.clock.runFor(2_000)
  await expect(page.getByText('Tunggu sebentar')).toBeVisible()
  await page.clock.runFor(20_000)
  await expect(page.getByRole('button', { name: 'Buat workshop' })).toBeVisible()
  await context.close()
})

test('the interface is Indonesian first, English on request, and remembers', async ({ person }) => {
  const page = await person('laptop')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Kanvas usaha/)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: 'Create a workshop' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Create a workshop' })).toBeVisible()
})
