import { BLOCKS } from '../../src/model/zones.ts'
import { middleOf } from '../support/boxes.ts'
import { noteIn } from '../support/canvasPage.ts'
import { fingerOn } from '../support/finger.ts'
import { keyboardOf } from '../support/keyboardOf.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { backFrom, heldUndo, menuOf, noteOnPhone, openZone, write } from '../support/phonePage.ts'

inBothLanguages(() => {
  test('swipes lead through the nine zones in the order in which they are asked, and no further', async ({
    ninik,
    words,
  }) => {
    const phone = await ninik('phone')
    const finger = await fingerOn(phone)
    const title = phone.getByRole('heading', { level: 1 })
    const [first, ...others] = BLOCKS.map(({ id }) => words.zones[id].nickname)
    await openZone(phone, 'customer-segments')
    await expect(title).toContainText(first ?? '')
    const on = () => finger.flick({ x: 300, y: 320 }, { x: 80, y: 326 })
    const back = () => finger.flick({ x: 80, y: 320 }, { x: 300, y: 326 })
    await back()
    for (const [index, name] of others.entries()) {
      await on()
      await expect(title).toContainText(name)
      await expect(phone.getByText(`${index + 2}/9`)).toBeVisible()
    }
    await on()
    await back()
    await expect(title, 'there was nothing behind the last').toContainText(others.at(-2) ?? '')
    // Straight down is no swipe, nor is what begins at the edge: Android goes back by that.
    await finger.flick({ x: 180, y: 300 }, { x: 250, y: 500 })
    await finger.flick({ x: 10, y: 320 }, { x: 300, y: 326 })
    await on()
    await expect(title).toContainText(others.at(-1) ?? '')
  })

  test('a long press that stays chooses, then presses choose more, and one command is one step of undo', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { board, common, phone: names, zones } = words
    const segments = zones['customer-segments'].name
    const chosen = (count: number) =>
      expect(phone.getByRole('heading', { name: names.selection.count(count) })).toBeVisible()
    const phone = await ninik('phone')
    const facilitator = await sesilyaWithNinik()
    await openZone(phone, 'customer-segments')
    await write(phone, ['Tetangga', 'Anak kos', 'Pegawai kantor'])
    await phone.goBack()
    await expect(phone.getByRole('textbox')).toHaveCount(0)
    // As on a slow phone: the click of a touch comes after the drag library has stopped holding clicks back (50 ms).
    await phone.evaluate(() => {
      const later = window.setTimeout
      window.setTimeout = ((run: () => void, ms: number) =>
        later(run, ms === 50 ? 0 : ms)) as typeof window.setTimeout
    })
    const finger = await fingerOn(phone)
    const sheet = phone.getByRole('dialog')
    const bar = phone.getByRole('toolbar')

    const inMenu = async (name: string) => {
      await phone.getByRole('button', { name: common.more }).tap()
      await phone.getByRole('menuitem', { name }).tap()
    }
    const chooseTwo = async () => {
      await finger.down(await middleOf(noteOnPhone(phone, 'Tetangga')))
      await expect(
        phone
          .getByRole('status')
          .getByText(board.drag.lifted('Tetangga', zones['customer-segments'].nickname)),
      ).toBeAttached()
      await finger.up()
      await chosen(1)
      await phone.getByRole('button', { name: names.selection.select('Anak kos') }).tap()
      await chosen(2)
    }
    await chooseTwo()
    await bar.getByRole('button', { name: board.note.recolour }).tap()
    await sheet.getByRole('button', { name: common.colours.ungu }).tap()
    const purple = phone.getByRole('list').locator('.paper-ungu')
    await expect(purple).toHaveCount(2)
    await inMenu(board.undo)
    await expect(purple).toHaveCount(0)

    await chooseTwo()
    await bar.getByRole('button', { name: board.note.tags }).tap()
    const tag = sheet.getByRole('textbox')
    await tag.fill('langganan')
    const keys = await keyboardOf(phone)
    await keys.composedEnter()
    await expect(tag, 'half a word, perhaps').toHaveValue('langganan')
    await keys.enter()
    await expect(sheet.getByRole('button', { name: board.tagging.take('langganan') })).toBeVisible()
    await tag.fill('pagi')
    await phone.goBack()
    const tagged = (tag: string) => phone.getByText(tag, { exact: true })
    for (const each of ['langganan', 'pagi']) await expect(tagged(each)).toHaveCount(2)

    await bar.getByRole('button', { name: board.note.remove }).tap()
    const undo = await heldUndo(phone)
    await expect(noteIn(facilitator, segments, 'Anak kos')).toHaveCount(0)
    await expect(noteIn(facilitator, segments, 'Pegawai kantor')).toBeVisible()
    await undo.tap()
    await expect(noteIn(facilitator, segments, 'Tetangga')).toBeVisible()
    await expect(noteIn(facilitator, segments, 'Anak kos')).toBeVisible()
    await inMenu(board.undo)
    await expect(tagged('pagi')).toHaveCount(0)
    await expect(tagged('langganan')).toHaveCount(2)

    await chooseTwo()
    await bar.getByRole('button', { name: board.note.move }).tap()
    await sheet.getByRole('button', { name: board.tray.name }).tap()
    const notes = phone.getByRole('listitem')
    await expect(notes).toHaveText([/Pegawai kantor/])
    await inMenu(board.undo)
    await expect(notes).toHaveText([/Tetangga/, /Anak kos/, /Pegawai kantor/])
    await inMenu(board.redo)
    await expect(notes).toHaveText([/Pegawai kantor/])
    await backFrom(phone, 1)
    await phone.getByRole('button', { name: board.zone.count(board.tray.name, 2) }).tap()
    await expect(noteOnPhone(phone, 'Anak kos')).toBeVisible()
  })

  test('notes of the BMC are taken into the SWOT as linked copies, which lead back to their origin', async ({
    ninik,
    words,
  }) => {
    const { board, fedBy, phone: names, zones } = words
    const [values, strengths] = [zones['value-propositions'].nickname, zones.strengths.nickname]
    const phone = await ninik('phone')
    const sheet = phone.getByRole('dialog')
    await openZone(phone, 'value-propositions')
    await write(phone, ['Renyah', 'Tidak berminyak'])
    await phone.goBack()
    await menuOf(phone, 'Tidak berminyak').tap()
    // Two taps: the note's sheet, and a quadrant of the SWOT.
    await sheet
      .getByRole('group', { name: names.move.copyTo(board.tabs.swot) })
      .getByRole('button', { name: strengths })
      .tap()
    await expect(phone.getByText(board.taken(strengths))).toBeVisible()
    await expect(noteOnPhone(phone, 'Tidak berminyak'), 'the original stays').toBeVisible()
    await backFrom(phone, 1)

    await phone.getByRole('button', { name: board.tabs.swot }).tap()
    await openZone(phone, 'strengths')
    await expect(
      noteOnPhone(phone, 'Tidak berminyak').getByText(values, { exact: true }),
    ).toBeVisible()
    await phone.getByRole('button', { name: names.take.open }).tap()
    await expect(sheet.getByRole('listitem').filter({ hasText: names.take.here })).toHaveText(
      /Tidak berminyak/,
    )
    await expect(sheet.getByText(fedBy.strengths['value-propositions'])).toBeVisible()
    await sheet.getByRole('button', { name: names.take.takeNote('Renyah') }).tap()
    await expect(sheet.getByText(names.take.here)).toHaveCount(2)
    await sheet.getByRole('button', { name: board.undo }).tap()
    await expect(sheet.getByText(names.take.here)).toHaveCount(1)
    await sheet.getByRole('button', { name: names.take.takeNote('Renyah') }).tap()
    await expect(sheet.getByText(names.take.here)).toHaveCount(2)
    await phone.goBack()
    await expect(noteOnPhone(phone, 'Renyah')).toBeVisible()

    await menuOf(phone, 'Tidak berminyak').tap()
    await sheet.getByRole('button', { name: board.note.toOrigin(values) }).tap()
    await expect(phone.getByRole('heading', { name: values })).toBeVisible()
    await menuOf(phone, 'Tidak berminyak').tap()
    await sheet.getByRole('button', { name: board.note.remove }).tap()
    await backFrom(phone, 1)
    await phone.getByRole('button', { name: board.tabs.swot }).tap()
    await openZone(phone, 'strengths')
    await expect(
      noteOnPhone(phone, 'Tidak berminyak').getByText(board.note.originGone),
    ).toBeVisible()
  })

  test('a strategy is written for a pair of notes and chosen for this week', async ({
    ninik,
    words,
  }) => {
    const { board, phone: names } = words
    const phone = await ninik('phone')
    const field = phone.getByRole('textbox')
    await phone.getByRole('button', { name: board.tabs.swot }).tap()
    for (const [zone, text] of [
      ['strengths', 'Renyah, tidak berminyak'],
      ['opportunities', 'Toko oleh-oleh cari camilan baru'],
    ] as const) {
      await openZone(phone, zone)
      await write(phone, [text])
      await phone.goBack()
      await phone.goBack()
    }
    await phone.getByRole('button', { name: board.tabs.tows }).tap()
    await openZone(phone, 'tows-so')
    await expect(phone.getByRole('button', { name: names.strategy.write })).toBeVisible()
    await phone.getByRole('button', { name: /^S1/ }).tap()
    await phone.getByRole('button', { name: /^O1/ }).tap()
    await phone.getByRole('button', { name: board.strategy.writeFor('S1 + O1') }).tap()
    await field.fill('Titip contoh di tiga toko oleh-oleh, catat yang laku')
    await field.press('Enter')
    const step = noteOnPhone(phone, 'Titip contoh').last()
    await expect(step.getByText('S1', { exact: true })).toBeVisible()
    await expect(step.getByText('O1', { exact: true })).toBeVisible()
    await phone.goBack()
    await menuOf(phone, 'Titip contoh').tap()
    const { thisWeek } = board.strategy
    await phone.getByRole('dialog').getByRole('button', { name: thisWeek }).tap()
    await phone.goBack()
    await expect(step.getByText(thisWeek)).toBeVisible()
    await phone.goBack()
    await expect(
      phone.getByRole('button', {
        name: `${thisWeek} Titip contoh di tiga toko oleh-oleh, catat yang laku`,
      }),
    ).toBeVisible()
    // On the lowest phone too the whole map stands above the buttons.
    await phone.setViewportSize({ width: 360, height: 640 })
    const cell = phone.getByRole('navigation', { name: board.phone.map }).locator('button').last()
    const writes = phone.getByRole('button', { name: board.zone.write, exact: true })
    const room = async () => {
      const [above, below] = [await cell.boundingBox(), await writes.boundingBox()]
      return above && below && below.y - above.y - above.height
    }
    await expect.poll(room).toBeGreaterThanOrEqual(0)
  })
})
