import { CLOSE } from '../../src/protocol/closeCodes.ts'
import { middleOf } from '../support/boxes.ts'
import { longPressOn } from '../support/hands.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { expectToFit, scaleType } from '../support/phoneFit.ts'
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

const SCREENS = [
  { width: 360, height: 640, type: 1 },
  { width: 320, height: 640, type: 2 },
] as const

const LINES = ['Tetangga dan anak-anak kos dekat kampus', 'Pegawai kantor kelurahan']

inBothLanguages(() => {
  test('what comes and goes while one writes, carries or has no signal fits a low phone and the largest type, too', async ({
    ninik,
    words,
  }) => {
    const { board, common, phone: names, save } = words
    const phone = await ninik('phone')
    const sheet = phone.getByRole('dialog')
    const field = phone.getByRole('textbox')
    const hand = await longPressOn(phone)
    await openZone(phone, 'customer-segments')
    await write(phone, LINES)
    await phone.goBack()
    for (const { width, height, type } of SCREENS) {
      await phone.setViewportSize({ width, height })
      await scaleType(phone, type)
      const where = `${width}×${height}, type ×${type}`
      await writeOnPhone(phone).tap()
      await phone.getByRole('button', { name: board.note.colour('') }).tap()
      await expect(phone.getByRole('group', { name: board.note.paper })).toBeVisible()
      await expectToFit(phone, `${where}: papers`)
      await paste(field, LINES.join('\n'))
      await expect(sheet).toBeVisible()
      await expectToFit(phone, `${where}: pasting`)
      await sheet.getByRole('button', { name: common.cancel }).tap()
      await expect(sheet).toHaveCount(0)
      await backFrom(phone, 2)
      await expect(field).toHaveCount(0)

      await menuOf(phone, 'Pegawai').tap()
      await sheet.getByRole('button', { name: board.note.remove }).tap()
      const undo = await heldUndo(phone)
      await expectToFit(phone, `${where}: what takes a step back`)
      await undo.tap()

      await hand.lift(noteOnPhone(phone, 'Pegawai'))
      await hand.moveTo({ x: width / 2, y: height / 2 })
      await hand.moveTo(await middleOf(phone.locator('[data-cell="key-activities"]')))
      await expect(phone.getByText(board.phone.putHere)).toBeVisible()
      await expectToFit(phone, `${where}: the map under a note`)
      await hand.moveTo(await middleOf(phone.locator('[data-tab="swot"]')))
      await expect(phone.getByText(names.move.copyGoes(board.tabs.bmc))).toBeVisible()
      await expectToFit(phone, `${where}: another map under a note`)
      await hand.moveTo(await middleOf(phone.getByText(names.move.back)))
      await hand.drop()
      await expect(noteOnPhone(phone, 'Pegawai')).toBeVisible()

      await phone.context().setOffline(true)
      await expect(phone.getByRole('button', { name: common.tryNow })).toBeVisible()
      await expectToFit(phone, `${where}: a zone without signal`)
      await phone.getByRole('button', { name: board.phone.backToMap }).tap()
      await expectToFit(phone, `${where}: the map without signal`)
      await phone.context().setOffline(false)
      await expect(phone.getByTitle(save.sentence.stored('phone'))).toBeVisible()
      await openZone(phone, 'customer-segments')
    }
    // As a server answers whose disk is full, or has rotted under this canvas.
    for (const [reason, [what]] of [
      ['storeUnavailable', save.banner.serverFull('phone', true)],
      ['roomDamaged', save.banner.serverDamaged('phone', true)],
    ] as const) {
      await phone.routeWebSocket(/\/sync\//, (socket) =>
        socket.close({ code: CLOSE[reason], reason }),
      )
      await phone.reload()
      await expect(phone.getByText(what)).toBeVisible()
      await expectToFit(phone, `the zone of a canvas: ${reason}`)
      await phone.getByRole('button', { name: board.phone.backToMap }).tap()
      await expectToFit(phone, `the map of a canvas: ${reason}`)
      await openZone(phone, 'customer-segments')
    }
  })
})
