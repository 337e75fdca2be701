import { nameOnMap } from '../../src/board/phone/nameOnMap.ts'
import { BLOCKS } from '../../src/model/zones.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import {
  backFrom,
  noteOnPhone,
  openZone,
  paste,
  write,
  writeOnPhone,
} from '../support/phonePage.ts'

inBothLanguages(() => {
  test('the welcome stands where the business does until a zone is opened, and lies over nothing', async ({
    ninik,
    words,
  }) => {
    const phone = await ninik('phone')
    const { welcome, welcomeNameless } = words.workshop.link
    const header = phone.getByRole('banner')
    await expect(header.getByText(welcomeNameless)).toBeVisible()
    await expect(phone.getByText(welcome('Bu Ninik'))).toHaveCount(0)
    await openZone(phone, 'channels')
    await phone.getByRole('button', { name: words.board.phone.backToMap }).tap()
    await expect(header.getByText('Tahu Walik')).toBeVisible()
    await expect(header.getByText(welcomeNameless)).toHaveCount(0)
  })

  test('the map has the nine blocks where the canvas has them, each with its count', async ({
    ninik,
    words,
  }) => {
    const { board, zones } = words
    const phone = await ninik('phone')
    await openZone(phone, 'customer-segments')
    await write(phone, ['Tetangga', 'Anak kos'])
    await backFrom(phone, 2)
    await phone.getByRole('button', { name: board.phone.backToMap }).tap()
    const map = phone.getByRole('navigation', { name: board.phone.map })
    for (const { id } of BLOCKS) {
      const count = board.zone.count(nameOnMap(zones[id]), id === 'customer-segments' ? 2 : 0)
      await expect(map.getByRole('button', { name: count, exact: true })).toBeVisible()
    }

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
        if (
          a.grid.column + a.grid.columnSpan <= b.grid.column &&
          a.grid.row < 3 &&
          b.grid.row < 3
        ) {
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
    words,
  }) => {
    const { board, common } = words
    const phone = await ninik('phone')
    await openZone(phone, 'customer-segments')
    await writeOnPhone(phone).tap()
    const lines = Array.from({ length: 40 }, (_, index) => `Pembeli ${index}`).join('\n')
    await paste(phone.getByRole('textbox'), lines)
    await phone
      .getByRole('dialog')
      .getByRole('button', { name: board.paste.several(40) })
      .tap()
    await expect(noteOnPhone(phone, 'Pembeli 39')).toBeVisible()
    await backFrom(phone, 2)
    await phone.getByRole('button', { name: board.phone.backToMap }).tap()

    const map = phone.getByRole('navigation', { name: board.phone.map })
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
    await expect(phone.getByRole('button', { name: common.tryNow })).toBeVisible()
    await isWhole()
  })

  test('in larger type every name on the map stays whole within its cell, and a low map keeps names and counts apart', async ({
    ninik,
    words,
  }) => {
    const phone = await ninik('phone')
    await openZone(phone, 'customer-relationships')
    await write(phone, ['Hafal pesanannya'])
    await backFrom(phone, 2)
    await phone.getByRole('button', { name: words.board.phone.backToMap }).tap()
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
    await expect(phone.getByRole('button', { name: words.common.tryNow })).toBeVisible()
    expect(await spoilt(), 'under the banner').toEqual([])
  })
})
