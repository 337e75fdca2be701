import { extractText, getDocumentProxy } from 'unpdf'
import { menuOf, noteIn, noteOn, writeNote, zoneOn } from '../support/canvasPage.ts'
import { downloaded, expect, inBothLanguages, test } from '../support/people.ts'

test('the printed canvas is a PDF with every word, the names and the attribution', async ({
  ninik,
}) => {
  const member = await ninik('laptop')
  await writeNote(member, 'Saluran', 'Titip di warung dekat rumah')
  await writeNote(member, 'Arus Pendapatan', 'Jual per porsi 🌶️')
  await member.getByRole('button', { name: /SWOT/ }).click()
  await writeNote(member, 'Kekuatan', 'Langganan sudah cocok rasanya')

  await member.getByRole('button', { name: 'Cetak', exact: true }).click()
  const dialog = member.getByRole('dialog', { name: 'Cetak kanvas' })
  await expect(dialog.getByText('Satu tanda belum ada di huruf cetak')).toBeVisible()
  await expect(dialog.getByText('🌶️', { exact: true })).toBeVisible()
  const file = await downloaded(member, () =>
    dialog.getByRole('button', { name: 'Unduh PDF' }).click(),
  )

  const pdf = await getDocumentProxy(new Uint8Array(file))
  const { totalPages, text } = await extractText(pdf, { mergePages: false })
  expect(totalPages).toBe(2)
  const [bmc = '', swot = ''] = text.map((page) => page.replace(/\s+/g, ' '))
  for (const words of [
    'Bu Ninik',
    'Tahu Walik',
    'Guyub Rukun',
    '15 Juli 2026',
    'Titip di warung dekat rumah',
    'Jual per porsi □',
    'Strategyzer AG, CC BY-SA 3.0',
  ]) {
    expect(bmc).toContain(words)
  }
  expect(bmc).not.toContain('Contoh, bukan data')
  expect(swot).toContain('Langganan sudah cocok rasanya')
  const page = await pdf.getPage(1)
  const [, , width = 0, height = 0] = page.view
  expect([width, height].map((points) => Math.round((points / 72) * 25.4))).toEqual([297, 210])
})

test('the sample says on paper that it is an example', async ({ person }) => {
  const facilitator = await person('laptop')
  await facilitator.getByRole('button', { name: 'Coba contoh' }).click()
  await facilitator.getByRole('link', { name: /Pak Wawan/ }).click()
  await facilitator.getByRole('button', { name: 'Cetak', exact: true }).click()
  const file = await downloaded(facilitator, () =>
    facilitator.getByRole('dialog').getByRole('button', { name: 'Unduh PDF' }).click(),
  )
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)))
  for (const page of text) expect(page).toContain('Contoh, bukan data')
  expect(text.join(' ')).toContain('Petani singkong')
})

test('a note whose sign is missing on paper is one press away, on the other tab too', async ({
  ninik,
}) => {
  const member = await ninik('laptop')
  await writeNote(member, 'Saluran', 'Titip di warung 🛵')
  await member.getByRole('button', { name: /SWOT/ }).click()
  await member.getByRole('button', { name: 'Cetak', exact: true }).click()
  await member.getByRole('button', { name: 'Ubah catatan Titip di warung 🛵' }).click()
  await expect(member.getByRole('textbox', { name: 'Isi catatan' })).toBeFocused()
  await member.getByRole('textbox', { name: 'Isi catatan' }).fill('Titip di warung')
  await member.keyboard.press('Escape')
  await expect(noteIn(member, 'Saluran', 'Titip di warung')).toBeVisible()
})

test('a phone gets the same PDF, and reaches the note behind a missing sign', async ({ ninik }) => {
  const phone = await ninik('phone')
  await phone.getByRole('button', { name: 'Tulis catatan' }).tap()
  await phone.getByRole('textbox').fill('Ibu arisan 🌶️')
  await phone.getByRole('button', { name: 'Tempel catatan' }).tap()
  await phone.keyboard.press('Escape')
  await phone.getByRole('button', { name: 'Kembali ke peta' }).tap()
  await phone.getByRole('button', { name: 'Lainnya' }).tap()
  await phone.getByRole('menuitem', { name: 'Cetak' }).tap()
  const file = await downloaded(phone, () =>
    phone.getByRole('dialog').getByRole('button', { name: 'Unduh PDF' }).tap(),
  )
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)))
  expect(text.join(' ')).toContain('Ibu arisan □')
  await phone.getByRole('button', { name: 'Ubah catatan Ibu arisan 🌶️' }).tap()
  await expect(phone.getByRole('textbox', { name: 'Ubah catatan' })).toHaveValue('Ibu arisan 🌶️')
})

inBothLanguages(() => {
  test('printing the page itself leads to our pages', async ({ ninik, words }) => {
    const { board, workshop, zones } = words
    const member = await ninik('laptop')
    const [canvas, onPaper] = [
      zoneOn(member, zones.channels.name),
      member.getByText(board.printHere),
    ]
    await canvas.waitFor()
    // With Caps Lock it is a P.
    for (const key of ['p', 'P']) {
      await member.keyboard.press(`Control+${key}`)
      const pages = member.getByRole('dialog', { name: workshop.canvas.print })
      await expect(pages).toBeVisible()
      await member.keyboard.press('Escape')
      await expect(pages).toBeHidden()
    }
    // A field and a menu keep keys to themselves, but not this one.
    const pages = member.getByRole('dialog', { name: workshop.canvas.print })
    await writeNote(member, zones.channels.name, 'Bazar')
    await noteOn(member, 'Bazar').click()
    await member.keyboard.press('Control+p')
    await expect(pages).toBeVisible()
    await member.keyboard.press('Escape')
    await expect(pages).toBeHidden()
    await menuOf(member, 'Bazar').click()
    await member.keyboard.press('Control+p')
    await expect(pages).toBeVisible()
    await member.keyboard.press('Escape')
    await expect(pages).toBeHidden()

    await expect(onPaper).toBeHidden()
    await member.emulateMedia({ media: 'print' })
    await expect(onPaper).toBeVisible()
    await expect(canvas).toBeHidden()
  })
})
