import { nameOnMap } from '../../src/board/phone/nameOnMap.ts'
import { boxOf } from '../support/boxes.ts'
import { noteIn } from '../support/canvasPage.ts'
import { keyboardOf } from '../support/keyboardOf.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import {
  backFrom,
  heldUndo,
  menuOf,
  noteOnPhone,
  openZone,
  paste,
  write,
  writeOnPhone,
} from '../support/phonePage.ts'
import { escaped } from '../support/words.ts'

inBothLanguages(() => {
  test('on a phone notes are written, moved by menu, recoloured, marked, copied, deleted and brought back', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { board, common, zones } = words
    const [segments, channels] = [zones['customer-segments'].name, zones.channels]
    const phone = await ninik('phone')
    const facilitator = await sesilyaWithNinik()
    const sheet = phone.getByRole('dialog')
    const press = (name: string) => sheet.getByRole('button', { name, exact: true }).tap()

    await openZone(phone, 'customer-segments')
    await write(phone, ['Tetangga dan anak-anak', 'Anak kos dekat kampus'])
    await expect(noteIn(facilitator, segments, 'Anak kos dekat kampus')).toBeVisible()

    // Two taps: the note's sheet, which also says all about it, and a zone.
    await menuOf(phone, 'Tetangga dan anak-anak').tap()
    await sheet
      .getByRole('group', { name: board.note.moveTo })
      .getByRole('button', { name: nameOnMap(zones['value-propositions']) })
      .tap()
    const undoMove = await heldUndo(phone)
    const said = phone.getByText(board.moved(zones['value-propositions'].nickname, 1))
    expect((await boxOf(said)).height, 'two lines at most').toBeLessThan(54)
    const there = zones['value-propositions'].name
    await expect(noteIn(facilitator, there, 'Tetangga dan anak-anak')).toBeVisible()
    await undoMove.tap()
    await expect(noteIn(facilitator, segments, 'Tetangga dan anak-anak')).toBeVisible()
    // And on the map.
    await menuOf(phone, 'Anak kos dekat kampus').tap()
    await press(board.note.move)
    const values = `${board.phone.putHere}: ${nameOnMap(zones['value-propositions'])}`
    await expect(sheet.getByRole('button', { name: values })).toBeFocused()
    await press(`${board.phone.putHere}: ${nameOnMap(channels)}`)
    await expect(phone.getByText(board.moved(channels.nickname, 1))).toBeVisible()
    await expect(noteIn(facilitator, channels.name, 'Anak kos dekat kampus')).toBeVisible()
    await expect(noteOnPhone(phone, 'Anak kos dekat kampus')).toHaveCount(0)

    const note = noteOnPhone(phone, 'Tetangga dan anak-anak')
    await menuOf(phone, 'Tetangga dan anak-anak').tap()
    const written = new RegExp(`${escaped(board.note.writtenBy('Bu Ninik', ''))}.*\\d[.:]\\d`)
    await expect(sheet.getByText(written)).toBeVisible()
    await press(board.note.finding)
    await expect(
      sheet.getByRole('button', { name: board.note.finding, pressed: true }),
    ).toBeVisible()
    await press(board.note.tags)
    await sheet.getByRole('textbox').fill('dekat rumah')
    await phone.keyboard.press('Enter')
    await phone.keyboard.press('Escape')
    await expect(note.getByText('dekat rumah')).toBeVisible()
    await expect(note.getByText(board.note.finding)).toBeVisible()
    await menuOf(phone, 'Tetangga dan anak-anak').tap()
    await press(common.colours.toska)
    await expect(note.locator('.paper-toska')).toBeVisible()

    await menuOf(phone, 'Tetangga dan anak-anak').tap()
    await press(board.note.duplicate)
    await expect(note).toHaveCount(2)
    await menuOf(phone, 'Tetangga dan anak-anak').last().tap()
    await press(board.note.up)
    await phone.keyboard.press('Escape')
    await expect(note.first().getByText(board.note.finding), 'the copy is first now').toHaveCount(0)

    await menuOf(phone, 'Tetangga dan anak-anak').first().tap()
    await press(board.note.remove)
    const undo = await heldUndo(phone)
    await expect(noteIn(facilitator, segments, 'Tetangga dan anak-anak')).toHaveCount(1)
    await undo.tap()
    await expect(noteIn(facilitator, segments, 'Tetangga dan anak-anak')).toHaveCount(2)
  })

  test('the keyboard hides nothing that is typed, its Enter goes on to the next note, and a killed tab loses no letter', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { board } = words
    const segments = words.zones['customer-segments'].name
    const phone = await ninik('phone')
    const facilitator = await sesilyaWithNinik()
    await openZone(phone, 'customer-segments')
    await write(phone, [
      'Tetangga',
      'Anak kos',
      'Ibu-ibu arisan',
      'Pegawai kantor',
      'Warung sebelah',
    ])
    const field = phone.getByRole('textbox')
    // As the keyboard leaves it: `interactive-widget=resizes-content` makes the page lower.
    await phone.setViewportSize({ width: 360, height: 420 })
    await expect(field).toBeInViewport({ ratio: 1 })
    await expect(noteOnPhone(phone, 'Warung sebelah')).toBeInViewport({ ratio: 1 })

    await field.pressSequentially('Panitia rapat')
    await phone.getByRole('button', { name: board.zone.example, exact: true }).tap()
    const help = phone.getByRole('complementary', { name: segments })
    await expect(help.getByRole('heading', { name: board.examples.questions })).toBeVisible()
    await expect(field, 'help covers nothing that is typed').toBeInViewport({ ratio: 1 })
    const kind = board.examples.kind.service
    await help.getByRole('button', { name: kind }).tap()
    await expect(help.getByRole('button', { name: kind, pressed: true })).toBeVisible()
    await expect(field, 'and the keyboard stays').toBeFocused()
    await field.pressSequentially(' desa')
    await phone.goBack()
    await expect(help, 'Back closes help alone').toHaveCount(0)
    await expect(field).toHaveValue('Panitia rapat desa')
    await field.press('Enter')
    await expect(field).toHaveValue('')
    await expect(noteOnPhone(phone, 'Panitia rapat desa')).toBeInViewport({ ratio: 1 })
    const keyboard = await keyboardOf(phone)
    await keyboard.compose('Bu RT')
    await expect(noteIn(facilitator, segments, 'Bu RT')).toBeVisible()
    const context = phone.context()
    const address = phone.url()
    await phone.close()
    const again = await context.newPage()
    await again.goto(address)
    await openZone(again, 'customer-segments')
    await expect(noteOnPhone(again, 'Bu RT')).toBeVisible()
  })

  test('several pasted lines become one note each, or one note', async ({ ninik, words }) => {
    const offer = words.board.paste
    const phone = await ninik('phone')
    await openZone(phone, 'channels')
    await writeOnPhone(phone).tap()
    const field = phone.getByRole('textbox')
    await paste(field, '1. Grup WA\n2. Titip warung')
    await phone
      .getByRole('dialog')
      .getByRole('button', { name: offer.several(2) })
      .tap()
    await expect(noteOnPhone(phone, 'Grup WA')).toBeVisible()
    await expect(noteOnPhone(phone, 'Titip warung')).toBeVisible()
    await expect(field, 'the next note can be written').toBeFocused()
    await backFrom(phone, 2)

    await noteOnPhone(phone, 'Grup WA').getByRole('button').first().tap()
    await expect(field).toHaveValue('Grup WA')
    await paste(field, 'Spanduk\nBrosur')
    await phone
      .getByRole('dialog')
      .getByRole('button', { name: offer.several(2) })
      .tap()
    await expect(
      phone.getByRole('listitem'),
      'they stand behind the note that they were pasted into',
    ).toHaveText([/Grup WA/, /Spanduk/, /Brosur/, /Titip warung/])
    await backFrom(phone, 2)
    await expect(field).toHaveCount(0)

    await writeOnPhone(phone).tap()
    await paste(field, 'Bazar\ntiap Minggu')
    await phone.getByRole('dialog').getByRole('button', { name: offer.one }).tap()
    await expect(field).toHaveValue('Bazar\ntiap Minggu')
  })
})

// Rests on no word.
test('Back closes only what lies on top, also after a reload', async ({ ninik, words }) => {
  const { board } = words
  const phone = await ninik('phone')
  const map = phone.getByRole('navigation', { name: board.phone.map })
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
  await sheet.getByRole('button', { name: board.note.move }).tap()
  await expect(sheet.getByRole('heading', { name: board.phone.whereTo })).toBeVisible()
  await phone.goBack()
  await expect(sheet, 'the map to move to goes').toHaveCount(0)
  await phone.getByRole('button', { name: board.zone.example, exact: true }).tap()
  await expect(sheet).toBeVisible()
  await phone.goBack()
  await expect(sheet, 'the examples go').toHaveCount(0)

  await noteOnPhone(phone, 'Tetangga').getByRole('button').first().tap()
  await expect(field).toHaveValue('Tetangga')
  await phone.reload()
  await expect(noteOnPhone(phone, 'Tetangga'), 'the same zone, after a reload').toBeVisible()
  await backFrom(phone, 1)
  await expect(map, 'the zone goes').toBeVisible()
  await openZone(phone, 'channels')
  await phone.getByRole('button', { name: board.phone.backToMap }).tap()
  await expect(map).toBeVisible()
  await backFrom(phone, 0)
  await expect(map, 'and Back from the map leaves the canvas').toHaveCount(0)
})
