import { expect, inBothLanguages, test } from '../support/people.ts'
import { expectToFit, scaleType } from '../support/phoneFit.ts'
import {
  backFrom,
  menuOf,
  noteOnPhone,
  openZone,
  write,
  writeOnPhone,
} from '../support/phonePage.ts'
import { aSample } from '../support/sample.ts'
import { seatsOf } from '../support/server.ts'

// Rests on no word.
test('a keyboard that lies over the page, as in Safari, hides nothing that is typed either', async ({
  ninik,
}) => {
  const phone = await ninik('phone')
  await openZone(phone, 'customer-segments')
  await write(phone, ['Tetangga', 'Anak kos', 'Ibu-ibu arisan', 'Pegawai kantor', 'Warung sebelah'])
  const field = phone.getByRole('textbox')
  const lowest = async () => {
    const box = await field.boundingBox()
    return box && box.y + box.height
  }
  expect(await lowest()).toBeGreaterThan(420)
  const leave = (height: number) =>
    phone.evaluate((px) => {
      Object.defineProperty(window.visualViewport, 'height', { value: px, configurable: true })
      window.visualViewport?.dispatchEvent(new Event('resize'))
    }, height)
  await leave(420)
  await expect.poll(lowest).toBeLessThanOrEqual(420)
  await expect(noteOnPhone(phone, 'Warung sebelah')).toBeInViewport({ ratio: 1 })
  const latest = await noteOnPhone(phone, 'Warung sebelah').boundingBox()
  expect(latest && latest.y + latest.height).toBeLessThanOrEqual(420)
  await leave(800)
  await expect.poll(lowest).toBeGreaterThan(700)
})

const SCREENS = [
  { width: 320, height: 640, type: 16 },
  { width: 640, height: 360, type: 16 },
  { width: 360, height: 640, type: 32 },
  { width: 320, height: 640, type: 32 },
] as const

inBothLanguages(() => {
  test('on every phone, with every size of type, all can be pressed and read, and the page never scrolls sideways', async ({
    ninik,
    words,
    language,
  }) => {
    const { board, common } = words
    const phone = await ninik('phone')
    await openZone(phone, 'customer-segments')
    await write(phone, ['Tetangga dan anak-anak kos dekat kampus'])
    await phone.goBack()
    await expect(phone.getByRole('textbox')).toHaveCount(0)
    // Which sizes there are has little to do with the words: the hardest is looked at in both.
    for (const { width, height, type } of language === 'id' ? SCREENS : SCREENS.slice(-1)) {
      await phone.setViewportSize({ width, height })
      await scaleType(phone, type / 16)
      const where = `${width}×${height} at ${type} px`
      await expectToFit(phone, `${where}: a zone`)
      await menuOf(phone, 'Tetangga').tap()
      const sheet = phone.getByRole('dialog')
      await expect(sheet.getByRole('button', { name: board.note.move, exact: true })).toBeVisible()
      await expectToFit(phone, `${where}: a note's sheet`)
      await sheet.getByRole('button', { name: board.note.move, exact: true }).tap()
      await expect(sheet.getByRole('heading', { name: board.phone.whereTo })).toBeVisible()
      await expectToFit(phone, `${where}: the map to move to`)
      await sheet.getByRole('button', { name: common.cancel }).tap()
      await expect(sheet).toHaveCount(0)
      await writeOnPhone(phone).tap()
      await expect(phone.getByRole('textbox')).toBeInViewport({ ratio: 1 })
      await expectToFit(phone, `${where}: writing`)
      await backFrom(phone, 2)
      await phone.getByRole('button', { name: board.phone.backToMap }).tap()
      for (const tab of [board.tabs.tows, board.tabs.swot, board.tabs.bmc]) {
        const shown = phone.getByRole('button', { name: tab })
        await shown.tap()
        await expect(shown).toHaveAttribute('aria-current', 'page')
        await expectToFit(phone, `${where}: the map ${tab}`)
      }
      await openZone(phone, 'customer-segments')
    }
  })

  test('sheets, strategies and the way in fit the smallest phone with the largest type, too', async ({
    hall,
    workshop,
    person,
    words,
    language,
  }) => {
    const { board, common, phone: names } = words
    const { ninik } = await aSample(hall.origin, language)
    const phone = await person('phone', hall.link('member', ninik))
    await phone.setViewportSize({ width: 320, height: 640 })
    await scaleType(phone, 2)
    const sheet = phone.getByRole('dialog')
    const inSheet = async (opener: () => Promise<void>, where: string, layers = 2) => {
      await opener()
      await expect(sheet).toBeVisible()
      await expectToFit(phone, where)
      await backFrom(phone, layers)
      await expect(sheet).toHaveCount(0)
    }
    const button = (name: string) => phone.getByRole('button', { name, exact: true })
    await openZone(phone, 'customer-segments')
    const [first] = await phone.locator('[data-note]').allInnerTexts()
    const note = first?.split('\n')[0] ?? ''
    await inSheet(() => button(board.zone.example).tap(), 'help')
    const more = async (name: string) => {
      await menuOf(phone, note).tap()
      await sheet.getByRole('button', { name }).tap()
    }
    await inSheet(async () => {
      await more(board.note.tags)
      await expect(sheet.getByRole('textbox')).toBeVisible()
    }, 'tags')
    await more(board.note.several)
    await expect(phone.getByRole('toolbar')).toBeVisible()
    await expectToFit(phone, 'choosing')
    await inSheet(
      () => phone.getByRole('toolbar').getByRole('button', { name: board.note.recolour }).tap(),
      'papers',
      3,
    )
    await button(names.selection.stop).tap()
    await button(common.more).tap()
    await expect(phone.getByRole('menu')).toBeVisible()
    await expectToFit(phone, 'what ⋮ offers')
    await phone.keyboard.press('Escape')

    await button(board.phone.backToMap).tap()
    await phone.getByRole('button', { name: board.tabs.swot }).tap()
    await openZone(phone, 'strengths')
    await expectToFit(phone, 'a quadrant')
    await inSheet(() => button(names.take.open).tap(), 'taking from the canvas')
    await button(board.phone.backToMap).tap()
    await phone.getByRole('button', { name: board.tabs.tows }).tap()
    await openZone(phone, 'tows-so')
    await phone.getByRole('button', { name: /^S1/ }).tap()
    await expectToFit(phone, 'a pair for a strategy')
    await button(board.phone.backToMap).tap()
    await phone.getByRole('button', { name: board.tray.name }).tap()
    await expect(phone.getByRole('heading', { name: board.tray.name })).toBeVisible()
    await expectToFit(phone, 'the tray')

    await phone.goto(`${hall.address}/#/mine`)
    await expect(phone.getByRole('link', { name: words.workshop.mine.open })).toBeVisible()
    await expectToFit(phone, 'my canvases')
    const { joinCode } = await seatsOf(hall.origin, workshop.capability)
    await phone.goto(`${hall.address}/#/j${joinCode.code}`)
    await expect(phone.getByRole('button', { name: /Pak Wawan/ })).toBeVisible()
    await expectToFit(phone, 'whose name is it')
    await phone.getByRole('button', { name: /Pak Wawan/ }).tap()
    await expect(sheet).toBeVisible()
    await expectToFit(phone, 'is this you')
    await phone.goto(hall.link('member', 'A'.repeat(22)))
    await expect(phone.getByRole('heading', { name: words.workshop.link.unknown })).toBeVisible()
    await expectToFit(phone, 'an unknown link')
    await phone.goto(hall.address)
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible()
    await expectToFit(phone, 'start')
  })
})
