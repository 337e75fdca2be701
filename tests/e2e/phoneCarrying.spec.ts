import type { Locator } from '@playwright/test'
import type { ZoneId } from '../../src/model/zones.ts'
import { middleOf } from '../support/boxes.ts'
import { noteIn } from '../support/canvasPage.ts'
import { fingerOn } from '../support/finger.ts'
import { longPressOn } from '../support/hands.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { heldUndo, noteOnPhone, openZone, write } from '../support/phonePage.ts'

inBothLanguages(() => {
  test('a long press carries a note to the map, a scroll or a swipe never does, and carrying never scrolls', async ({
    ninik,
    sesilyaWithNinik,
    words,
  }) => {
    const { board, phone: names, zones } = words
    const [segments, channels] = [zones['customer-segments'], zones.channels]
    const phone = await ninik('phone')
    const facilitator = await sesilyaWithNinik()
    await phone.evaluate(() => {
      const buzzes: unknown[] = []
      Object.assign(window, { buzzes })
      navigator.vibrate = (pattern) => Boolean(buzzes.push(pattern))
    })
    const buzzes = () => phone.evaluate(() => (window as unknown as { buzzes: unknown[] }).buzzes)
    await openZone(phone, 'customer-segments')
    const texts = Array.from({ length: 9 }, (_, index) => `Pembeli nomor ${index + 1}`)
    await write(phone, texts)
    await phone.goBack()
    await expect(phone.getByRole('textbox')).toHaveCount(0)
    const list = phone.locator('[data-scrolls]')
    const scrolled = () => list.evaluate((element) => element.scrollTop)
    const finger = await fingerOn(phone)
    const said = phone.getByRole('status')

    const end = await scrolled()
    expect(end).toBeGreaterThan(0)
    await finger.flick({ x: 150, y: 250 }, { x: 152, y: 500 })
    await expect.poll(scrolled, 'a flick scrolls').toBeLessThan(end)
    expect(await buzzes(), 'and lifts nothing').toEqual([])

    const note = noteOnPhone(phone, 'Pembeli nomor 4')
    await note.scrollIntoViewIfNeeded()
    const before = await scrolled()
    const from = await middleOf(note)
    await finger.down(from)
    await expect(
      said.getByText(board.drag.lifted('Pembeli nomor 4', segments.nickname)),
    ).toBeAttached()
    expect(await buzzes()).toHaveLength(1)
    await finger.moveTo({ x: from.x + 30, y: from.y + 30 })
    const target = phone.locator('[data-cell="channels"]')
    await expect(target, 'the map lies over the zone').toBeVisible()
    await finger.moveTo(await middleOf(target))
    await expect(phone.getByText(channels.nickname, { exact: true })).toBeVisible()
    const hand = phone.getByText('Pembeli nomor 4', { exact: true }).last()
    const over = await middleOf(target)
    expect((await middleOf(hand)).y, 'the note is seen above the finger').toBeLessThan(over.y - 40)
    await finger.up()
    const undo = await heldUndo(phone)
    await expect(noteIn(facilitator, channels.name, 'Pembeli nomor 4')).toBeVisible()
    expect(await scrolled(), 'nothing was scrolled').toBe(before)
    await undo.tap()
    await expect(noteIn(facilitator, segments.name, 'Pembeli nomor 4')).toBeVisible()

    await finger.down(await middleOf(note))
    await expect(
      said.getByText(board.drag.lifted('Pembeli nomor 4', segments.nickname)),
    ).toBeAttached()
    await finger.moveTo({ x: 180, y: 400 })
    await finger.moveTo(await middleOf(phone.getByText(names.move.back)))
    await finger.up()
    await expect(target).toHaveCount(0)
    await expect(note, 'let go over Batal, it lies where it lay').toBeVisible()

    await finger.flick({ x: 300, y: 300 }, { x: 60, y: 310 })
    await expect(
      phone.getByRole('heading', { name: zones['value-propositions'].nickname }),
    ).toBeVisible()
    await finger.flick({ x: 60, y: 300 }, { x: 300, y: 310 })
    await expect(phone.getByRole('heading', { name: segments.nickname })).toBeVisible()
  })

  test('a finger that waits over a tab of the map opens it, and a copy of the note lands in a quadrant', async ({
    ninik,
    words,
  }) => {
    const { board, phone: names, zones } = words
    const { nickname } = zones.opportunities
    const phone = await ninik('phone')
    await openZone(phone, 'channels')
    await write(phone, ['Titip di warung'])
    await phone.goBack()
    await expect(phone.getByRole('textbox')).toHaveCount(0)
    const hand = await longPressOn(phone)
    await hand.lift(noteOnPhone(phone, 'Titip di warung'))
    await hand.moveTo({ x: 180, y: 400 })
    const tabs = phone.locator('[data-tab]')
    await expect(tabs).toHaveText([board.tabs.bmc, board.tabs.swot, board.tabs.tows])
    // The name of where it would go is long or short: what the finger aims at stays where it is.
    const swot = await middleOf(tabs.nth(1))
    for (const zone of ['value-propositions', 'channels', 'cost-structure'] as const) {
      await hand.moveTo(await middleOf(phone.locator(`[data-cell="${zone}"]`)))
      const name = zone === 'channels' ? board.phone.whereTo : zones[zone].nickname
      await expect(phone.getByRole('banner').getByText(name)).toBeVisible()
      expect(await middleOf(tabs.nth(1))).toEqual(swot)
    }
    await hand.moveTo(swot)
    const quadrant = phone.locator('[data-cell="opportunities"]')
    await expect(quadrant).toBeVisible()
    await expect(phone.getByText(names.move.copyGoes(board.tabs.bmc))).toBeVisible()
    await hand.moveTo(await middleOf(quadrant))
    await hand.drop()
    const undo = await heldUndo(phone)
    await expect(phone.getByText(board.taken(nickname))).toBeVisible()
    await expect(noteOnPhone(phone, 'Titip di warung'), 'it lies where it lay').toBeVisible()
    const member = await ninik('laptop')
    await member.locator('[data-tab="swot"]').click()
    const copy = noteIn(member, zones.opportunities.name, 'Titip di warung')
    await expect(copy).toBeVisible()
    await undo.tap()
    await expect(copy).toHaveCount(0)
    await expect(noteOnPhone(phone, 'Titip di warung')).toBeVisible()
  })

  test('a finger lets a note go into the tray, out of it into a strategy cell, and on to another', async ({
    ninik,
    words,
  }) => {
    const { board, zones } = words
    const phone = await ninik('phone')
    await openZone(phone, 'channels')
    await write(phone, ['Titip di kantin'])
    await phone.goBack()
    await expect(phone.getByRole('textbox')).toHaveCount(0)
    const hand = await longPressOn(phone)
    const tray = phone.getByText(board.tray.name, { exact: true })
    const cell = (zone: ZoneId) => phone.locator(`[data-cell="${zone}"]`)
    const lift = async () => {
      await hand.lift(noteOnPhone(phone, 'Titip di kantin'))
      await hand.moveTo({ x: 180, y: 400 })
    }
    const letGoOver = async (target: Locator, name: string) => {
      await hand.moveTo(await middleOf(target))
      await hand.drop()
      await expect(phone.getByText(board.moved(name, 1))).toBeVisible()
      await expect(noteOnPhone(phone, 'Titip di kantin')).toHaveCount(0)
      await phone.getByRole('button', { name: board.phone.backToMap }).tap()
    }
    await lift()
    await letGoOver(tray, board.tray.name)
    await phone.getByRole('button', { name: board.zone.count(board.tray.name, 1) }).tap()

    await lift()
    await hand.moveTo(await middleOf(phone.locator('[data-tab="tows"]')))
    await cell('tows-so').waitFor()
    await letGoOver(cell('tows-so'), zones['tows-so'].nickname)
    await phone.getByRole('button', { name: board.tabs.tows }).tap()
    await openZone(phone, 'tows-so')

    await lift()
    await letGoOver(cell('tows-wt'), zones['tows-wt'].nickname)
    await openZone(phone, 'tows-wt')
    await expect(noteOnPhone(phone, 'Titip di kantin')).toBeVisible()
  })
})
