import type { Locator, Page } from '@playwright/test'
import type { ZoneId } from '../../src/model/zones.ts'
import { zonesOfTab } from '../../src/model/zones.ts'
import { boxOf, middleOf } from '../support/boxes.ts'
import {
  announced,
  dragNote,
  noteIn,
  noteOn,
  notesIn,
  pasteNotes,
  writeNote,
  zoneOn,
} from '../support/canvasPage.ts'
import { inHand, longPressOn, mouseOn } from '../support/hands.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { zoneName } from '../support/words.ts'

/** What stands in a zone one below the other; a gap has no words. */
const rowsOf = (page: Page, zone: string) => zoneOn(page, zone).locator('[data-scrolls] > ul > li')

const topOf = async (locator: Locator) => (await locator.boundingBox())?.y ?? Number.NaN

/** A hand in any zone of the tab that is open, or in the tray. */
const ALL = (['bmc', 'swot', 'tows'] as const).map((tab) => ({
  tab,
  zones: [...zonesOfTab(tab).map(({ id }) => id), 'tray' as ZoneId],
}))

/** Remembers where what is let go glides to. */
const watchGlides = (page: Page) =>
  page.evaluate(() => {
    const glides: { fromPx: number; left: number; top: number }[] = []
    Object.assign(window, { glides })
    const { animate } = Element.prototype
    Element.prototype.animate = function (...how) {
      const gliding = animate.apply(this, how)
      const from = this.getBoundingClientRect()
      if (this.querySelector('[data-carried]')) {
        void gliding.finished.then(() => {
          const { left, top } = this.getBoundingClientRect()
          glides.push({ fromPx: Math.hypot(left - from.left, top - from.top), left, top })
        })
      }
      return gliding
    }
  })

type Glide = { fromPx: number; left: number; top: number }
const glidesOn = (page: Page): Promise<Glide[]> =>
  page.evaluate(() => Reflect.get(window, 'glides'))

inBothLanguages(() => {
  test('a note is carried to the gap that opens among others, is heard on its way, and Escape puts it back', async ({
    ninik,
    words,
  }) => {
    const { drag } = words.board
    const [zone, other] = [words.zones['value-propositions'].name, words.zones.channels.name]
    const member = await ninik('laptop')
    for (const text of ['Satu', 'Dua', 'Tiga']) await writeNote(member, zone, text)
    const hand = mouseOn(member)
    const third = await topOf(noteOn(member, 'Tiga'))

    await hand.lift(noteOn(member, 'Satu'))
    await expect(announced(member)).toHaveText(drag.lifted('Satu', zone))
    await expect(rowsOf(member, zone), 'where it lies no gap opens').toHaveText([
      /Sat/,
      /Dua/,
      /Tig/,
    ])
    const second = await middleOf(noteOn(member, 'Dua'))
    await hand.moveTo({ x: second.x, y: second.y + 8 })
    await expect(rowsOf(member, zone)).toHaveText([/Satu/, /Dua/, /^$/, /Tiga/])
    expect(await topOf(noteOn(member, 'Tiga'))).toBeGreaterThan(third + 40)
    await hand.moveTo({ x: second.x, y: (await middleOf(noteOn(member, 'Tiga'))).y + 8 })
    await expect(rowsOf(member, zone), 'the gap goes along').toHaveText([
      /Satu/,
      /Dua/,
      /Tiga/,
      /^$/,
    ])
    await hand.moveTo({ x: second.x, y: second.y + 8 })
    await hand.drop()
    await expect(notesIn(member, zone)).toHaveText(['Dua', 'Satu', 'Tiga'])
    await expect(announced(member)).toHaveText(drag.dropped('Satu', zone, 2, 3))

    await hand.lift(noteOn(member, 'Tiga'))
    await hand.moveTo(await middleOf(zoneOn(member, other)))
    await expect(announced(member)).toHaveText(drag.over('Tiga', other))
    await member.keyboard.press('Escape')
    await expect(announced(member)).toHaveText(drag.cancelled('Tiga', zone))
    await expect(inHand(member)).toHaveCount(0)
    await hand.moveTo(await middleOf(zoneOn(member, other)))
    await hand.drop()
    await expect(notesIn(member, zone)).toHaveText(['Dua', 'Satu', 'Tiga'])
    await expect(notesIn(member, other)).toHaveCount(0)
    await member.keyboard.press('Control+z')
    await expect(notesIn(member, zone), 'what was put back is no step').toHaveText([
      'Satu',
      'Dua',
      'Tiga',
    ])
  })

  for (const { tab, zones } of ALL) {
    test(`the mouse carries a note into every zone of ${tab}, and in and out of the tray`, async ({
      ninik,
      words,
    }) => {
      const member = await ninik('laptop')
      await member.locator(`[data-tab="${tab}"]`).click()
      const [first, ...others] = zones.map((zone) => zoneName(words, zone))
      if (first === undefined) throw new Error('a tab without zones')
      const text = `Dari ${first}`
      await writeNote(member, first, text)
      for (const zone of [...others, first]) {
        await dragNote(member, noteOn(member, text), zoneOn(member, zone))
        await expect(noteIn(member, zone, text)).toBeVisible()
        await expect(noteOn(member, text), 'moved, not copied').toHaveCount(1)
      }
    })
  }

  test('what is let go glides to its place, also back to where it lay; nothing moves for who asked for calm', async ({
    ninik,
    words,
  }) => {
    const { channels, 'key-partners': partners, 'customer-segments': segments } = words.zones
    const member = await ninik('laptop')
    await writeNote(member, channels.name, 'Bazar')
    await watchGlides(member)
    const endOf = async (glide: Glide | undefined, note: Locator) => {
      const box = await note.boundingBox()
      if (!glide || !box) throw new Error('nothing glided')
      return Math.hypot(glide.left - box.x, glide.top - box.y)
    }
    await dragNote(member, noteOn(member, 'Bazar'), zoneOn(member, partners.name))
    await expect.poll(async () => (await glidesOn(member)).length).toBe(1)
    await expect(inHand(member)).toHaveCount(0)
    const [there] = await glidesOn(member)
    expect(there?.fromPx).toBeGreaterThan(40)
    expect(await endOf(there, noteIn(member, partners.name, 'Bazar'))).toBeLessThan(1)

    const hand = mouseOn(member)
    await hand.lift(noteOn(member, 'Bazar'))
    await hand.moveTo(await middleOf(zoneOn(member, segments.name)))
    await member.keyboard.press('Escape')
    await expect.poll(async () => (await glidesOn(member)).length).toBe(2)
    await hand.drop()
    const [, back] = await glidesOn(member)
    expect(back?.fromPx).toBeGreaterThan(400)
    expect(await endOf(back, noteIn(member, partners.name, 'Bazar'))).toBeLessThan(1)

    await member.emulateMedia({ reducedMotion: 'reduce' })
    await dragNote(member, noteOn(member, 'Bazar'), zoneOn(member, segments.name))
    await expect(noteIn(member, segments.name, 'Bazar')).toBeVisible()
    await expect(inHand(member)).toHaveCount(0)
    expect(await glidesOn(member), 'it lies there at once').toHaveLength(2)
    const moving = await member.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) =>
        ['', '::before', '::after']
          .map((part) => getComputedStyle(element, part))
          .flatMap(({ transitionDuration, animationName, animationDuration }) => [
            ...transitionDuration.split(', '),
            ...(animationName === 'none' ? [] : animationDuration.split(', ')),
          ])
          .filter((duration) => Number.parseFloat(duration) > 0)
          .map((duration) => `${element.className} ${duration}`),
      ),
    )
    expect(moving).toEqual([])
  })

  for (const [device, carriedBy, handOn] of [
    ['laptop', 'a mouse', async (page: Page) => mouseOn(page)],
    ['tablet', 'a finger', longPressOn],
  ] as const) {
    test(`a full zone scrolls under ${carriedBy} that holds a note at its edge, and nothing else does`, async ({
      ninik,
      words,
    }) => {
      const [full, other] = [words.zones.channels.name, words.zones['customer-segments'].name]
      const member = await ninik(device)
      const lines = Array.from({ length: 24 }, (_, index) => `Jalan ${index + 1}`)
      await writeNote(member, other, 'Bazar')
      await pasteNotes(member, full, lines)
      const list = zoneOn(member, full).locator('[data-scrolls]')
      const scrolled = () => list.evaluate(({ scrollTop }) => scrollTop)
      const left = () =>
        list.evaluate(({ scrollTop, scrollHeight, clientHeight }) =>
          Math.round(scrollHeight - clientHeight - scrollTop),
        )
      await list.evaluate((element) => element.scrollTo(0, 0))
      const box = await boxOf(list)
      const middle = box.x + box.width / 2
      const hand = await handOn(member)

      await hand.lift(noteOn(member, 'Jalan 1'))
      await hand.moveTo({ x: middle, y: box.bottom - 8 })
      await expect.poll(left).toBeLessThanOrEqual(1)
      await expect(rowsOf(member, full).last(), 'the gap is at its end').toHaveText('')
      await hand.drop()
      await expect(notesIn(member, full).last()).toHaveText('Jalan 1')

      await hand.lift(noteOn(member, 'Bazar'))
      await hand.moveTo({ x: middle, y: box.y + 6 })
      await expect.poll(scrolled).toBe(0)
      await expect(rowsOf(member, full).first()).toHaveText('')
      await hand.drop()
      await expect(notesIn(member, full).first()).toHaveText('Bazar')
      const slid = await member.evaluate(() =>
        [...document.querySelectorAll('*')].filter(
          ({ scrollTop, scrollLeft }) => scrollTop + scrollLeft !== 0,
        ),
      )
      expect(slid).toEqual([])
    })
  }
})

// Rests on no word.
test('a note is taken up again while the last one still glides over it', async ({
  ninik,
  words,
}) => {
  const { channels, 'key-partners': partners, 'customer-segments': segments } = words.zones
  const member = await ninik('laptop')
  await writeNote(member, channels.name, 'Bazar')
  const note = noteOn(member, 'Bazar')
  await dragNote(member, note, zoneOn(member, partners.name))
  await expect(inHand(member)).toHaveCount(0)
  const place = await middleOf(noteIn(member, partners.name, 'Bazar'))
  const { mouse } = member
  await dragNote(member, note, zoneOn(member, channels.name))
  await expect(inHand(member)).toHaveCount(0)
  // From here on what is let go never arrives.
  await member.evaluate(() => {
    const { animate } = Element.prototype
    Element.prototype.animate = function (...how) {
      const gliding = animate.apply(this, how)
      if (this.querySelector('[data-carried]')) gliding.pause()
      return gliding
    }
  })
  const hand = mouseOn(member)
  await hand.lift(note)
  await hand.moveTo(place)
  await hand.drop()
  await expect(noteIn(member, partners.name, 'Bazar')).toHaveCount(1)
  await expect(inHand(member)).toHaveCount(1)
  await mouse.down()
  await hand.moveTo(await middleOf(zoneOn(member, segments.name)))
  await expect(inHand(member)).toHaveCount(2)
  await hand.drop()
  await expect(noteIn(member, segments.name, 'Bazar')).toHaveCount(1)
})
