import type { Locator } from '@playwright/test'
import { middleOf } from '../support/boxes.ts'
import {
  menuOf,
  noteIn,
  noteOn,
  pasteNotes,
  selectionOf,
  tabOn,
  zoneOn,
} from '../support/canvasPage.ts'
import { fingerOn } from '../support/finger.ts'
import { inHand, longPressOn } from '../support/hands.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { tooSmall } from '../support/phoneFit.ts'
import { A_BUYER, aSample } from '../support/sample.ts'

inBothLanguages(() => {
  test('under a finger a list scrolls and lifts nothing, and the open tray folds as a note is carried out of it', async ({
    ninik,
    words,
  }) => {
    const { board, zones } = words
    const [channels, revenue] = [zones.channels.name, zones['revenue-streams'].name]
    const member = await ninik('tablet')
    const tray = zoneOn(member, zones.tray.name)
    await pasteNotes(
      member,
      channels,
      Array.from({ length: 24 }, (_, index) => `Jalan ${index + 1}`),
    )
    const list = zoneOn(member, channels).locator('[data-scrolls]')
    await list.evaluate((element) => element.scrollTo(0, 0))
    const { x, y } = await middleOf(list)
    const finger = await fingerOn(member)
    await finger.flick({ x, y: y + 40 }, { x, y: y - 60 })
    await expect.poll(() => list.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(20)
    await expect(inHand(member)).toHaveCount(0)

    await tray.getByRole('button', { name: board.zone.add(zones.tray.name) }).tap()
    await member.getByRole('textbox').fill('Jual di kereta')
    await member.keyboard.press('Escape')
    const opener = tray.getByRole('button', { name: new RegExp(`^${board.tray.name}`) }).first()
    if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.tap()
    await expect(opener).toHaveAttribute('aria-expanded', 'true')
    const panel = tray.locator('[data-scrolls]')
    const hand = await longPressOn(member)
    await hand.lift(noteIn(member, zones.tray.name, 'Jual di kereta'))
    await expect(panel).toBeVisible()
    await hand.moveTo(await middleOf(zoneOn(member, zones['customer-segments'].name)))
    await expect(panel, 'what lay under it can be reached').toBeHidden()
    await hand.moveTo(await middleOf(zoneOn(member, revenue)))
    await hand.drop()
    await expect(noteIn(member, revenue, 'Jual di kereta')).toBeVisible()
    await expect(opener).toHaveAttribute('aria-expanded', 'false')
  })

  test('a finger that stays on a note chooses it, and then presses choose more', async ({
    ninik,
    words,
  }) => {
    const { board, desk, zones } = words
    const channels = zones.channels.name
    const member = await ninik('tablet')
    await pasteNotes(member, channels, ['Bazar', 'Pesan WA', 'Titip warung'])
    const note = (text: string) => noteIn(member, channels, text)
    const chosen = member.getByRole('status').filter({ hasText: desk.selection.count(2) })
    const hand = await longPressOn(member)
    await hand.lift(note('Bazar'))
    await hand.drop()
    await expect(note('Bazar')).toHaveAttribute('aria-pressed', 'true')
    await note('Pesan WA').tap()
    await expect(chosen).toBeVisible()
    await expect(member.getByRole('textbox'), 'nothing is opened').toHaveCount(0)
    await note('Bazar').tap()
    await note('Pesan WA').tap()
    await note('Titip warung').tap()
    await expect(member.getByRole('textbox')).toHaveValue('Titip warung')
    await member.keyboard.press('Escape')

    // Without a long press, by the menu.
    await menuOf(member, 'Titip warung').tap()
    await member.getByRole('button', { name: board.note.several }).tap()
    await note('Pesan WA').tap()
    await expect(chosen).toBeVisible()
  })

  for (const [width, height] of [
    [1024, 768],
    [1280, 800],
  ] as const) {
    test(`on a tablet of ${width}×${height} a finger meets all that can be pressed, and moves a note with two taps`, async ({
      hall,
      person,
      words,
      language,
    }) => {
      const { board, common, desk, zones } = words
      const { ninik } = await aSample(hall.origin, language)
      const page = await person('tablet', hall.link('member', ninik))
      await page.setViewportSize({ width, height })
      const note = A_BUYER[language]
      const channels = zones.channels.name
      const button = (name: string) => page.getByRole('button', { name, exact: true })
      const onTop = page.getByRole('dialog')
      const fits = async (shown: Locator, where: string) => {
        await expect(shown).toBeVisible()
        expect.soft(await tooSmall(page), where).toEqual([])
      }
      await fits(noteOn(page, note), 'BMC')
      await menuOf(page, note).tap()
      await fits(onTop.getByRole('button', { name: board.note.moveTo }), 'options of a note')
      await onTop.getByRole('button', { name: channels, exact: true }).tap()
      await expect(noteIn(page, channels, note)).toBeVisible()
      await fits(page.getByRole('status').getByText(board.moved(channels, 1)), 'moved')
      await menuOf(page, note).tap()
      await onTop.getByRole('button', { name: board.note.moveTo }).tap()
      await fits(onTop.getByRole('button', { name: common.back }), 'all zones')
      await onTop.getByRole('button', { name: common.back }).tap()
      await onTop.getByRole('button', { name: board.note.tags, exact: true }).tap()
      await fits(onTop.getByRole('textbox', { name: board.tagging.placeholder }), 'tags')
      await page.keyboard.press('Escape')
      await menuOf(page, note).tap()
      await onTop.getByRole('button', { name: board.note.several }).tap()
      await fits(selectionOf(page), 'chosen')
      await button(desk.selection.clear).tap()
      await button(board.help.open(channels)).tap()
      await fits(page.getByRole('complementary', { name: channels }), 'help')
      await button(common.more).tap()
      await fits(page.getByRole('menu'), 'what ⋮ offers')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: new RegExp(`^${board.tray.name}`) }).tap()
      await fits(button(board.tray.close), 'the open tray')
      await tabOn(page, 'swot').tap()
      const take = button(desk.take.open(zones.strengths.name))
      if (width < 1200) await take.tap()
      await fits(page.getByText(desk.take.hint), 'SWOT')
      await tabOn(page, 'tows').tap()
      await fits(page.getByText(desk.tows.lead), 'strategies')
    })
  }
})
