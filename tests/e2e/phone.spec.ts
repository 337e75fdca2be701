import type { Page } from '@playwright/test'
import { noteIn } from '../support/canvasPage.ts'
import { expect, test } from '../support/people.ts'
import {
  backFrom,
  heldUndo,
  menuOf,
  noteOnPhone,
  openZone,
  write,
  writeOnPhone,
} from '../support/phonePage.ts'

test('on a phone notes are written, moved by menu, recoloured, marked, copied, deleted and brought back', async ({
  ninik,
  sesilyaWithNinik,
}) => {
  const phone = await ninik('phone')
  const facilitator = await sesilyaWithNinik()
  const sheet = phone.getByRole('dialog')

  await openZone(phone, 'customer-segments')
  await write(phone, ['Tetangga dan anak-anak', 'Anak kos dekat kampus'])
  await expect(noteIn(facilitator, 'Segmen Pelanggan', 'Anak kos dekat kampus')).toBeVisible()

  await menuOf(phone, 'Anak kos dekat kampus').tap()
  await sheet.getByRole('button', { name: 'Pindah' }).tap()
  await sheet.getByRole('button', { name: /Jalan/ }).tap()
  await expect(noteIn(facilitator, 'Saluran', 'Anak kos dekat kampus')).toBeVisible()
  await expect(noteOnPhone(phone, 'Anak kos dekat kampus')).toHaveCount(0)

  const note = noteOnPhone(phone, 'Tetangga dan anak-anak')
  await menuOf(phone, 'Tetangga dan anak-anak').tap()
  await expect(sheet.getByText('Ditulis oleh Bu Ninik')).toBeVisible()
  await sheet.getByRole('button', { name: 'Temuan' }).tap()
  await expect(sheet.getByRole('button', { name: 'Temuan', pressed: true })).toBeVisible()
  await sheet.getByRole('button', { name: 'Tanda' }).tap()
  await sheet.getByRole('textbox').fill('dekat rumah')
  await phone.keyboard.press('Enter')
  await phone.keyboard.press('Escape')
  await expect(note.getByText('dekat rumah')).toBeVisible()
  await expect(note.getByText('Temuan')).toBeVisible()
  await menuOf(phone, 'Tetangga dan anak-anak').tap()
  await sheet.getByRole('button', { name: 'toska' }).tap()
  await expect(note.locator('.paper-toska')).toBeVisible()

  await menuOf(phone, 'Tetangga dan anak-anak').tap()
  await sheet.getByRole('button', { name: 'Salin' }).tap()
  await expect(note).toHaveCount(2)
  await menuOf(phone, 'Tetangga dan anak-anak').last().tap()
  await sheet.getByRole('button', { name: 'Naikkan' }).tap()
  await phone.keyboard.press('Escape')
  await expect(note.first().getByText('Temuan'), 'the copy stands first now').toHaveCount(0)

  await menuOf(phone, 'Tetangga dan anak-anak').first().tap()
  await sheet.getByRole('button', { name: 'Hapus' }).tap()
  const undo = await heldUndo(phone)
  await expect(noteIn(facilitator, 'Segmen Pelanggan', 'Tetangga dan anak-anak')).toHaveCount(1)
  await undo.tap()
  await expect(noteIn(facilitator, 'Segmen Pelanggan', 'Tetangga dan anak-anak')).toHaveCount(2)
})

test('what is being typed on the phone stands on the laptop letter by letter, before it is stuck', async ({
  ninik,
  sesilyaWithNinik,
}) => {
  const phone = await ninik('phone')
  const facilitator = await sesilyaWithNinik()
  await writeOnPhone(phone).tap()
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
  await writeOnPhone(phone).tap()
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

test('the keyboard hides nothing that is typed, its Enter goes on to the next note, and a killed tab loses no letter', async ({
  ninik,
  sesilyaWithNinik,
}) => {
  const phone = await ninik('phone')
  const facilitator = await sesilyaWithNinik()
  await openZone(phone, 'customer-segments')
  await write(phone, ['Tetangga', 'Anak kos', 'Ibu-ibu arisan', 'Pegawai kantor', 'Warung sebelah'])
  const field = phone.getByRole('textbox')
  // As the keyboard leaves it: `interactive-widget=resizes-content` makes the page lower.
  await phone.setViewportSize({ width: 360, height: 420 })
  await expect(field).toBeInViewport({ ratio: 1 })
  await expect(noteOnPhone(phone, 'Warung sebelah')).toBeInViewport({ ratio: 1 })

  await field.pressSequentially('Panitia rapat')
  await phone.getByRole('button', { name: 'Contoh', exact: true }).tap()
  const help = phone.getByRole('complementary', { name: 'Segmen Pelanggan' })
  await expect(help.getByRole('heading', { name: 'Pertanyaan' })).toBeVisible()
  await expect(field, 'help covers nothing that is typed').toBeInViewport({ ratio: 1 })
  await help.getByRole('button', { name: 'Jasa' }).tap()
  await expect(help.getByRole('button', { name: 'Jasa', pressed: true })).toBeVisible()
  await expect(field, 'and the keyboard stays').toBeFocused()
  await field.pressSequentially(' desa')
  await phone.goBack()
  await expect(help, 'Back closes help alone').toHaveCount(0)
  await expect(field).toHaveValue('Panitia rapat desa')
  await field.press('Enter')
  await expect(field).toHaveValue('')
  await expect(noteOnPhone(phone, 'Panitia rapat desa')).toBeInViewport({ ratio: 1 })
  const keyboard = await phone.context().newCDPSession(phone)
  await keyboard.send('Input.imeSetComposition', {
    text: 'Bu RT',
    selectionStart: 5,
    selectionEnd: 5,
  })
  await expect(noteIn(facilitator, 'Segmen Pelanggan', 'Bu RT')).toBeVisible()
  const context = phone.context()
  const address = phone.url()
  await phone.close()
  const again = await context.newPage()
  await again.goto(address)
  await openZone(again, 'customer-segments')
  await expect(noteOnPhone(again, 'Bu RT')).toBeVisible()
})

test('several pasted lines become one note each, or one note', async ({ ninik }) => {
  const phone = await ninik('phone')
  await openZone(phone, 'channels')
  await writeOnPhone(phone).tap()
  const field = phone.getByRole('textbox')
  const paste = (text: string) =>
    field.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, text)
  await paste('1. Grup WA\n2. Titip warung')
  await phone.getByRole('dialog').getByRole('button', { name: 'Jadi 2 catatan' }).tap()
  await expect(noteOnPhone(phone, 'Grup WA')).toBeVisible()
  await expect(noteOnPhone(phone, 'Titip warung')).toBeVisible()
  await expect(field, 'the next note can be written').toBeFocused()
  await phone.goBack()

  await noteOnPhone(phone, 'Grup WA').getByRole('button').first().tap()
  await expect(field).toHaveValue('Grup WA')
  await paste('Spanduk\nBrosur')
  await phone.getByRole('dialog').getByRole('button', { name: 'Jadi 2 catatan' }).tap()
  await expect(
    phone.getByRole('listitem'),
    'they stand behind the note that they were pasted into',
  ).toHaveText([/Grup WA/, /Spanduk/, /Brosur/, /Titip warung/])
  await phone.goBack()
  await expect(field).toHaveCount(0)

  await writeOnPhone(phone).tap()
  await paste('Bazar\ntiap Minggu')
  await phone.getByRole('dialog').getByRole('button', { name: 'Jadi satu catatan' }).tap()
  await expect(field).toHaveValue('Bazar\ntiap Minggu')
})

test('the map stays whole above the buttons, however full a block is, also while the signal is lost', async ({
  ninik,
}) => {
  const phone = await ninik('phone')
  await openZone(phone, 'customer-segments')
  await writeOnPhone(phone).tap()
  const lines = Array.from({ length: 40 }, (_, index) => `Pembeli ${index}`).join('\n')
  await phone.getByRole('textbox').evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, lines)
  await phone.getByRole('dialog').getByRole('button', { name: 'Jadi 40 catatan' }).tap()
  await expect(noteOnPhone(phone, 'Pembeli 39')).toBeVisible()
  await backFrom(phone, 2)
  await phone.getByRole('button', { name: 'Kembali ke peta' }).tap()

  const map = phone.getByRole('navigation', { name: 'Peta kanvas' })
  /** How far the map reaches under the buttons at the foot. */
  const hidden = async () => {
    const [above, foot] = [await map.boundingBox(), await phone.locator('footer').boundingBox()]
    return above && foot ? above.y + above.height - foot.y : null
  }
  const isWhole = async () => {
    for (const height of [800, 640]) {
      await phone.setViewportSize({ width: 360, height })
      await expect.poll(hidden, `${height} px`).toBeLessThanOrEqual(0.5)
    }
  }
  await isWhole()
  await phone.context().setOffline(true)
  await expect(phone.getByRole('button', { name: 'Coba sekarang' })).toBeVisible()
  await isWhole()
})

test('Back closes only what lies on top, also after a reload', async ({ ninik }) => {
  const phone = await ninik('phone')
  const map = phone.getByRole('button', { name: /^Pembeli kita/ }).last()
  const sheet = phone.getByRole('dialog')
  const field = phone.getByRole('textbox')
  await openZone(phone, 'customer-segments')
  await write(phone, ['Tetangga', 'Anak kos'])

  await phone.goBack()
  await expect(field, 'the field goes').toHaveCount(0)
  await menuOf(phone, 'Anak kos').tap()
  await phone.goBack()
  await expect(sheet, 'the sheet goes').toHaveCount(0)
  await menuOf(phone, 'Anak kos').tap()
  await sheet.getByRole('button', { name: 'Pindah' }).tap()
  await expect(sheet.getByRole('heading', { name: 'Pindah ke mana?' })).toBeVisible()
  await phone.goBack()
  await expect(sheet, 'the map to move to goes').toHaveCount(0)
  await phone.getByRole('button', { name: 'Contoh', exact: true }).tap()
  await expect(sheet).toBeVisible()
  await phone.goBack()
  await expect(sheet, 'the examples go').toHaveCount(0)

  await noteOnPhone(phone, 'Tetangga').getByRole('button').first().tap()
  await expect(field).toHaveValue('Tetangga')
  await phone.reload()
  await expect(noteOnPhone(phone, 'Tetangga'), 'the same zone, after a reload').toBeVisible()
  await phone.goBack()
  await expect(map, 'the zone goes').toBeVisible()
  await openZone(phone, 'channels')
  await phone.getByRole('button', { name: 'Kembali ke peta' }).tap()
  await expect(map).toBeVisible()
  await phone.goBack()
  await expect(map, 'and Back from the map leaves the canvas').toHaveCount(0)
})

const tooSmall = (page: Page) =>
  page.evaluate(() => {
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
    return [...top.querySelectorAll('button, a[href], textarea, input')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.width < 47.5 || box.height < 47.5))
      .map(({ name, box }) => `${name} ${box.width}×${box.height}`)
  })

/** Words whose box is smaller than they are: nobody can read them. A list that scrolls can be scrolled. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
    return [...top.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.checkVisibility() && element.clientWidth > 1)
      .filter((element) => element.childElementCount === 0 && element.textContent?.trim())
      .filter((element) => !element.closest('[class*="visually-hidden"], textarea'))
      .filter((element) => {
        const box = element.getBoundingClientRect()
        return (
          box.right > window.innerWidth + 1 ||
          box.left < -1 ||
          element.scrollWidth > element.clientWidth + 2
        )
      })
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .map((element) => element.textContent)
  })

const SCREENS = [
  { width: 320, height: 640, type: 16 },
  { width: 640, height: 360, type: 16 },
  { width: 360, height: 640, type: 32 },
  { width: 320, height: 640, type: 32 },
] as const

test('on every phone, with every size of type, all can be pressed and read, and the page never scrolls sideways', async ({
  ninik,
}) => {
  const phone = await ninik('phone')
  await openZone(phone, 'customer-segments')
  await write(phone, ['Tetangga dan anak-anak kos dekat kampus'])
  await phone.goBack()
  await expect(phone.getByRole('textbox')).toHaveCount(0)
  const look = async (where: string) => {
    expect.soft(await tooSmall(phone), where).toEqual([])
    expect.soft(await cutOff(phone), where).toEqual([])
    const wide = await phone.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect.soft(wide, where).toBeLessThanOrEqual(0)
  }
  for (const { width, height, type } of SCREENS) {
    await phone.setViewportSize({ width, height })
    await phone.evaluate((px) => {
      document.documentElement.style.fontSize = `${px}px`
    }, type)
    const where = `${width}×${height} at ${type} px`
    await look(`${where}: a zone`)
    await menuOf(phone, 'Tetangga').tap()
    const sheet = phone.getByRole('dialog')
    await expect(sheet.getByRole('button', { name: 'Pindah' })).toBeVisible()
    await look(`${where}: a note's sheet`)
    await sheet.getByRole('button', { name: 'Pindah' }).tap()
    await expect(sheet.getByRole('heading', { name: 'Pindah ke mana?' })).toBeVisible()
    await look(`${where}: the map to move to`)
    await sheet.getByRole('button', { name: 'Batal' }).tap()
    await expect(sheet).toHaveCount(0)
    await writeOnPhone(phone).tap()
    await expect(phone.getByRole('textbox')).toBeInViewport({ ratio: 1 })
    await look(`${where}: writing`)
    await phone.goBack()
    await phone.getByRole('button', { name: 'Kembali ke peta' }).tap()
    for (const tab of [/^Strategi/, /^SWOT/, /^BMC/]) {
      const shown = phone.getByRole('button', { name: tab })
      await shown.tap()
      await expect(shown).toHaveAttribute('aria-current', 'page')
      await look(`${where}: the map ${tab}`)
    }
    await openZone(phone, 'customer-segments')
  }
})
