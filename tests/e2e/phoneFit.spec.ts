import { BLOCKS } from '../../src/model/zones.ts'
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

test('the map has the nine blocks where the canvas has them, each with its count', async ({
  ninik,
}) => {
  const phone = await ninik('phone')
  await openZone(phone, 'customer-segments')
  await write(phone, ['Tetangga', 'Anak kos'])
  await backFrom(phone, 2)
  await phone.getByRole('button', { name: 'Kembali ke peta' }).tap()
  const map = phone.getByRole('navigation', { name: 'Peta kanvas' })
  await expect(map.getByRole('button', { name: 'Pembeli kita, 2 catatan' })).toBeVisible()
  await expect(map.getByRole('button', { name: /, 0 catatan$/ })).toHaveCount(8)

  const places = await Promise.all(
    BLOCKS.map(async ({ id, grid }) => {
      const box = await map.locator(`[data-cell="${id}"]`).boundingBox()
      if (!box || !grid) throw new Error('it is not on screen')
      return { id, grid, box }
    }),
  )
  for (const a of places) {
    for (const b of places) {
      const where = `${a.id} and ${b.id}`
      if (a.grid.column + a.grid.columnSpan <= b.grid.column && a.grid.row < 3 && b.grid.row < 3) {
        expect(a.box.x + a.box.width, where).toBeLessThanOrEqual(b.box.x)
      }
      if (a.grid.row + a.grid.rowSpan <= b.grid.row) {
        expect(a.box.y + a.box.height, where).toBeLessThanOrEqual(b.box.y)
      }
    }
  }
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

test('in larger type every name on the map stays whole within its cell, and a low map keeps names and counts apart', async ({
  ninik,
}) => {
  const phone = await ninik('phone')
  await openZone(phone, 'customer-relationships')
  await write(phone, ['Hafal pesanannya'])
  await backFrom(phone, 2)
  await phone.getByRole('button', { name: 'Kembali ke peta' }).tap()
  /** Names that are wider than their cell, broken within a word, or under the count. */
  const spoilt = () =>
    phone.locator('[data-cell]').evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const name = cell.querySelector('b')
        if (!name) return []
        const range = document.createRange()
        range.selectNodeContents(name)
        const words = (name.textContent ?? '').split(' ').length
        const box = cell.getBoundingClientRect()
        const text = range.getBoundingClientRect()
        const count = cell.querySelector('em')?.getBoundingClientRect()
        const under =
          count &&
          count.left < text.right &&
          count.top + 2 < text.bottom &&
          count.bottom - 2 > text.top
        const out = text.left < box.left || text.right > box.right
        return out || under || range.getClientRects().length > words ? [name.textContent] : []
      }),
    )
  for (const { width, type } of [
    { width: 360, type: 18.4 },
    { width: 393, type: 18.4 },
    { width: 320, type: 16 },
  ]) {
    await phone.setViewportSize({ width, height: 640 })
    await phone.evaluate((px) => {
      document.documentElement.style.fontSize = `${px}px`
    }, type)
    expect.soft(await spoilt(), `${width} px at ${type}`).toEqual([])
  }
  await phone.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  await phone.setViewportSize({ width: 360, height: 640 })
  await phone.context().setOffline(true)
  await expect(phone.getByRole('button', { name: 'Coba sekarang' })).toBeVisible()
  expect(await spoilt(), 'under the banner').toEqual([])
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
      await phone.goBack()
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
    const inSheet = async (opener: () => Promise<void>, where: string) => {
      await opener()
      await expect(sheet).toBeVisible()
      await expectToFit(phone, where)
      await phone.goBack()
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
    await more(names.selection.start)
    await expect(phone.getByRole('toolbar')).toBeVisible()
    await expectToFit(phone, 'choosing')
    await inSheet(
      () => phone.getByRole('toolbar').getByRole('button', { name: board.note.recolour }).tap(),
      'papers',
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
