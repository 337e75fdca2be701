import type { Page } from '@playwright/test'
import { noteIn } from '../support/canvasPage.ts'
import { expect, test } from '../support/people.ts'

const noteOnPhone = (page: Page, text: string) =>
  page.getByRole('listitem').filter({ hasText: text })

/** Opens a zone from the map by its nickname or short name, and writes notes one after another. */
async function write(page: Page, zone: RegExp, texts: readonly string[]): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Peta kanvas' })
    .getByRole('button', { name: zone })
    .click()
  await page.getByRole('button', { name: 'Tulis catatan' }).click()
  const field = page.getByRole('textbox')
  for (const text of texts) {
    await field.fill(text)
    await page.getByRole('button', { name: 'Tempel catatan' }).click()
    await expect(field).toHaveValue('')
    await expect(field).toBeFocused()
    await expect(noteOnPhone(page, text)).toBeVisible()
  }
}

test('on a phone notes are written, moved by menu, recoloured, deleted and brought back', async ({
  ninik,
  sesilyaWithNinik,
}) => {
  const phone = await ninik('phone')
  const facilitator = await sesilyaWithNinik()

  await write(phone, /Pembeli/, ['Tetangga dan anak-anak', 'Anak kos dekat kampus'])
  await expect(noteIn(facilitator, 'Segmen Pelanggan', 'Anak kos dekat kampus')).toBeVisible()

  await phone.getByRole('button', { name: 'Pilihan catatan: Anak kos dekat kampus' }).tap()
  await phone.getByRole('dialog').getByRole('button', { name: 'Pindah' }).tap()
  await phone.getByRole('dialog').getByRole('button', { name: /Jalan/ }).tap()
  await expect(noteIn(facilitator, 'Saluran', 'Anak kos dekat kampus')).toBeVisible()
  await expect(noteOnPhone(phone, 'Anak kos dekat kampus')).toHaveCount(0)

  await phone.getByRole('button', { name: 'Pilihan catatan: Tetangga dan anak-anak' }).tap()
  await phone.getByRole('dialog').getByRole('button', { name: 'toska' }).tap()
  await expect(noteOnPhone(phone, 'Tetangga dan anak-anak').locator('.paper-toska')).toBeVisible()
  await phone.keyboard.press('Escape')

  await phone.getByRole('button', { name: 'Pilihan catatan: Tetangga dan anak-anak' }).tap()
  await phone.getByRole('dialog').getByRole('button', { name: 'Hapus' }).tap()
  await expect(noteIn(facilitator, 'Segmen Pelanggan', 'Tetangga dan anak-anak')).toHaveCount(0)
  await phone.getByRole('status').getByRole('button', { name: 'Urungkan' }).tap()
  await expect(noteIn(facilitator, 'Segmen Pelanggan', 'Tetangga dan anak-anak')).toBeVisible()
})

test('what is being typed on the phone stands on the laptop letter by letter, before it is stuck', async ({
  ninik,
  sesilyaWithNinik,
}) => {
  const phone = await ninik('phone')
  const facilitator = await sesilyaWithNinik()
  await phone.getByRole('button', { name: 'Tulis catatan' }).tap()
  await phone.getByRole('textbox').pressSequentially('Ibu-ibu ar')
  await expect(noteIn(facilitator, 'Segmen Pelanggan', 'Ibu-ibu ar')).toBeVisible()
  await expect(facilitator.getByText('Bu Ninik sedang mengetik…')).toBeVisible()

  await noteIn(facilitator, 'Segmen Pelanggan', 'Ibu-ibu ar').click()
  await expect(phone.getByText('Bu Sesilya sedang mengetik…')).toBeVisible()
})

test('an input method that composes is not disturbed by what somebody else types meanwhile', async ({
  ninik,
  sesilyaWithNinik,
}) => {
  const phone = await ninik('phone')
  const facilitator = await sesilyaWithNinik()
  await phone.getByRole('button', { name: 'Tulis catatan' }).tap()
  const field = phone.getByRole('textbox')
  await field.pressSequentially('Apa ')
  const keyboard = await phone.context().newCDPSession(phone)
  await keyboard.send('Input.imeSetComposition', {
    text: 'kab',
    selectionStart: 3,
    selectionEnd: 3,
  })
  await noteIn(facilitator, 'Segmen Pelanggan', 'Apa kab').click()
  await facilitator.keyboard.press('Home')
  await facilitator.keyboard.type('Halo! ')
  await expect(field, 'the field keeps still while composing').toHaveValue('Apa kab')
  await keyboard.send('Input.imeSetComposition', {
    text: 'kabar',
    selectionStart: 5,
    selectionEnd: 5,
  })
  await keyboard.send('Input.insertText', { text: 'kabar' })
  await expect(field).toHaveValue('Halo! Apa kabar')
  await facilitator.keyboard.press('Escape')
  await expect(noteIn(facilitator, 'Segmen Pelanggan', 'Halo! Apa kabar')).toBeVisible()
  await expect
    .poll(() => field.evaluate((element) => (element as HTMLTextAreaElement).selectionStart))
    .toBe('Halo! Apa kabar'.length)
})

test('everything a finger presses on the phone is at least 48 px, and the page never scrolls sideways', async ({
  ninik,
}) => {
  const phone = await ninik('phone')
  const tooSmall = () =>
    phone.evaluate(() =>
      [...document.querySelectorAll('button, a[href], textarea')]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && (box.width < 47.5 || box.height < 47.5))
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    )
  await phone.getByRole('button', { name: 'Tulis catatan' }).waitFor()
  expect(await tooSmall()).toEqual([])
  await phone.getByRole('button', { name: 'Tulis catatan' }).tap()
  await phone.getByRole('textbox').waitFor()
  expect(await tooSmall()).toEqual([])
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})
