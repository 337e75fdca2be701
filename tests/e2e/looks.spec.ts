import type { Page } from '@playwright/test'
import { expectNothingInTheWay } from '../support/axe.ts'
import { writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, test } from '../support/people.ts'
import { seatsOf } from '../support/server.ts'

/** Nothing half faded in is measured. */
const still = async (page: Page): Promise<Page> => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  return page
}

test('facilitators find nothing in the way on any screen of theirs, light or dark', async ({
  hall,
  workshop,
  person,
}) => {
  // Thirteen screens, each measured twice: a minute on a machine with ten times more to do than it can.
  test.slow()
  const page = await still(await person('laptop'))
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expectNothingInTheWay(page, 'start')
  await page.getByRole('button', { name: 'Tampilan dan huruf' }).click()
  await expectNothingInTheWay(page, 'theme and text size')
  await page.keyboard.press('Escape')

  await page.goto(`${hall.address}/#/new`)
  await page
    .getByRole('textbox', { name: /Tempel daftar nama/ })
    .fill('Nama\tUsaha\nBu Ninik\tTahu\nbu ninik\tSempol\n\tWarung soto')
  await page.getByText('2 perlu dijawab').waitFor()
  await expectNothingInTheWay(page, 'create')

  await page.goto(hall.link('facilitator', workshop.capability))
  await page.getByRole('link', { name: /Bu Ninik.*Belum membuka/ }).waitFor()
  await expectNothingInTheWay(page, 'dashboard')
  await page.getByRole('button', { name: 'Lainnya' }).click()
  await expectNothingInTheWay(page, 'dashboard, ⋮')
  await page.getByRole('menuitem', { name: 'Arti warna dan tanda' }).click()
  await page.getByRole('textbox', { name: 'kunyit' }).fill('Ide')
  await expectNothingInTheWay(page, 'colours and tags')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Kode gabung/ }).click()
  await expectNothingInTheWay(page, 'join code on the wall')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Link anggota' }).click()
  await page.getByRole('heading', { name: 'Simpan kunci ini dulu' }).waitFor()
  await page.getByRole('button', { name: 'QR', exact: true }).nth(1).waitFor()
  await expectNothingInTheWay(page, 'links')
  await page.getByRole('button', { name: 'QR', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('link', { name: 'WhatsApp' }).waitFor()
  await expectNothingInTheWay(page, 'one link')
  await page.keyboard.press('Escape')

  await page.goto(`${hall.address}/#/w/${workshop.workshop}`)
  await page.getByRole('link', { name: /Bu Ninik/ }).click()
  await writeNote(page, 'Saluran', 'Titip di warung')
  await expectNothingInTheWay(page, 'canvas')
  await page.getByRole('button', { name: 'Pilihan catatan: Titip di warung' }).click()
  await expectNothingInTheWay(page, 'options of a note')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /SWOT/ }).click()
  await zoneOn(page, 'Kekuatan').waitFor()
  await expectNothingInTheWay(page, 'SWOT')
  await page.getByRole('button', { name: 'Cetak', exact: true }).click()
  await page.getByRole('img', { name: /halaman 1 dari/ }).waitFor()
  await expectNothingInTheWay(page, 'print')
})

test('members find nothing in the way on any screen of theirs, light or dark', async ({
  hall,
  workshop,
  ninikLink,
  person,
}) => {
  const phone = await still(await person('phone'))
  await phone.getByRole('heading', { level: 1 }).waitFor()
  await expectNothingInTheWay(phone, 'start')

  await phone.goto(ninikLink)
  await phone.getByRole('button', { name: 'Tulis catatan' }).waitFor()
  await expectNothingInTheWay(phone, 'map')
  await phone.getByRole('button', { name: /^Pembeli kita, / }).tap()
  await expectNothingInTheWay(phone, 'empty zone')
  await phone.getByRole('button', { name: 'Tulis catatan' }).tap()
  await phone.getByRole('textbox').fill('Tetangga')
  await expectNothingInTheWay(phone, 'writing')
  await phone.getByRole('button', { name: 'Tempel catatan' }).tap()
  await expect(phone.getByRole('textbox')).toHaveValue('')
  await phone.getByRole('button', { name: 'Pilihan catatan: Tetangga' }).tap()
  await expectNothingInTheWay(phone, 'sheet of a note')

  await phone.goto(`${hall.address}/#/mine`)
  await phone.getByRole('link', { name: 'Buka kanvas saya' }).waitFor()
  await expectNothingInTheWay(phone, 'my canvases')

  for (const [link, title] of [
    [ninikLink.slice(0, -6), 'Link ini belum lengkap'],
    [hall.link('member', 'A'.repeat(22)), 'Link ini belum dikenal'],
    [`${hall.address}/#/jKOSONG99`, 'Kode ini belum cocok'],
    [`${hall.address}/#/w/${'A'.repeat(22)}`, 'Workshop ini belum dibuka di sini'],
  ] as const) {
    await phone.goto(link)
    await phone.getByRole('heading', { name: title }).waitFor()
    await expectNothingInTheWay(phone, title)
  }

  await phone.goto(
    `${hall.address}/#/j${(await seatsOf(hall.origin, workshop.capability)).joinCode.code}`,
  )
  await phone.getByRole('button', { name: /Pak Wawan/ }).tap()
  await expectNothingInTheWay(phone, 'is this you')
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
