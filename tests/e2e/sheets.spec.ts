import type { Locator, Page } from '@playwright/test'
import type { QuadrantId, TabId, ZoneId } from '../../src/model/zones.ts'
import { BLOCKS, CELLS, QUADRANTS } from '../../src/model/zones.ts'
import { middleOf } from '../support/boxes.ts'
import { pasteNotes, zoneOn } from '../support/canvasPage.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { aSample } from '../support/sample.ts'
import type { Words } from '../support/words.ts'
import { zoneName } from '../support/words.ts'

const SCREENS = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]

/** First and last column, first and last row: as Osterwalder and Pigneur draw it, in tenths of a sheet. */
const CANONICAL: readonly [ZoneId, number, number, number, number][] = [
  ['key-partners', 1, 2, 1, 2],
  ['key-activities', 3, 4, 1, 1],
  ['key-resources', 3, 4, 2, 2],
  ['value-propositions', 5, 6, 1, 2],
  ['customer-relationships', 7, 8, 1, 1],
  ['channels', 7, 8, 2, 2],
  ['customer-segments', 9, 10, 1, 2],
  ['cost-structure', 1, 5, 3, 3],
  ['revenue-streams', 6, 10, 3, 3],
]
/** Left helps, right hinders; what is above comes from inside. */
const SWOT: readonly [ZoneId, number, number, number, number][] = [
  ['strengths', 1, 1, 1, 1],
  ['weaknesses', 2, 2, 1, 1],
  ['opportunities', 1, 1, 2, 2],
  ['threats', 2, 2, 2, 2],
]

/** The blocks in which a quadrant's notes are usually found, likeliest first. */
const FEEDING: Record<QuadrantId, readonly ZoneId[]> = {
  strengths: ['value-propositions', 'key-resources', 'key-activities', 'customer-relationships'],
  weaknesses: ['key-resources', 'key-activities', 'cost-structure', 'channels'],
  opportunities: ['customer-segments', 'channels', 'key-partners', 'value-propositions'],
  threats: ['key-partners', 'customer-segments', 'cost-structure', 'revenue-streams'],
}

type Edges = { left: number; right: number; top: number; bottom: number }

const edgesOf = (locator: Locator): Promise<Edges> =>
  locator.evaluate((element) => element.getBoundingClientRect().toJSON())

const openTab = (page: Page, tab: TabId) => page.locator(`[data-tab="${tab}"]`).click()

/** More than the open tray shows at once on the largest screen. */
const TRAY_COUNT = 80

/** How far the page could be scrolled, and how much of the sheet stands outside of it. */
const scrollsOn = (page: Page) =>
  page.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement
    return {
      page: [scrollWidth - window.innerWidth, scrollHeight - window.innerHeight],
      outside: [...document.querySelectorAll('[data-cell], footer, [data-zone]')]
        .map((element) => element.getBoundingClientRect())
        .filter(({ right, bottom }) => right > innerWidth + 1 || bottom > innerHeight + 1).length,
    }
  })

/** On a sheet, what is filled there, and how many lists that makes. */
const FULL: readonly [TabId, readonly ZoneId[], number][] = [
  ['swot', QUADRANTS.map(({ id }) => id), 4],
  ['tows', CELLS.map(({ id }) => id), 8],
  ['bmc', BLOCKS.map(({ id }) => id), 9],
  ['bmc', ['tray'], 1],
]

const fill = (page: Page, words: Words, zone: ZoneId, count: number) =>
  pasteNotes(
    page,
    zoneName(words, zone),
    Array.from({ length: count }, (_, at) => `Pedagang keliling tiap pagi ${at + 1}`),
  )

/** How many lists hold more than they show. */
const fullOf = (lists: Locator): Promise<number> =>
  lists.evaluateAll(
    (boxes) => boxes.filter((box) => box.scrollHeight > box.clientHeight + 20).length,
  )

// Rests on no word: notes fill the zones, and names give way.
for (const [tab, zones, lists] of FULL) {
  test(`full zones scroll inside, and the page never does: ${zones.join(', ')}`, async ({
    ninik,
    words,
  }) => {
    const member = await ninik('laptop')
    await openTab(member, 'swot')
    for (const { id } of tab === 'tows' ? QUADRANTS : []) await fill(member, words, id, 16)
    await openTab(member, tab)
    for (const zone of zones) await fill(member, words, zone, zone === 'tray' ? TRAY_COUNT : 40)
    expect(await scrollsOn(member)).toEqual({ page: [0, 0], outside: 0 })
    const tray = zoneOn(member, zoneName(words, 'tray'))
    if (zones[0] === 'tray') {
      await tray.getByRole('button', { name: words.board.tray.all(TRAY_COUNT) }).click()
    }
    const full = member.locator(
      zones[0] === 'tray' ? 'footer [data-scrolls]' : 'main [data-scrolls]',
    )
    await expect(full).toHaveCount(lists)
    for (const size of SCREENS) {
      await member.setViewportSize(size)
      await expect.poll(() => fullOf(full)).toBe(lists)
      expect(await scrollsOn(member)).toEqual({ page: [0, 0], outside: 0 })
    }
    const list = full.last()
    await list.evaluate((box) => box.scrollTo(0, 0))
    const { x, y } = await middleOf(list)
    await member.mouse.move(x, y)
    await member.mouse.wheel(0, 90)
    await expect.poll(() => list.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0)
  })
}

inBothLanguages(() => {
  test('the nine blocks and the four quadrants lie where the canonical sheet has them', async ({
    ninik,
    words,
  }) => {
    const member = await ninik('laptop')
    for (const [tab, layout, columns] of [
      ['bmc', CANONICAL, 10],
      ['swot', SWOT, 2],
    ] as const) {
      await openTab(member, tab)
      for (const size of SCREENS) {
        await member.setViewportSize(size)
        const boxes = await Promise.all(
          layout.map(async ([zone, ...at]) => ({
            at,
            box: await edgesOf(zoneOn(member, words.zones[zone].name)),
          })),
        )
        const all = boxes.map(({ box }) => box)
        const [left, right] = [all.map((box) => box.left), all.map((box) => box.right)]
        const [from, to] = [Math.min(...left), Math.max(...right)]
        expect(to - from, 'as wide as there is room').toBeGreaterThan(size.width * 0.7)
        const column = (to - from) / columns
        for (const { at, box } of boxes) {
          expect(Math.abs(box.left - from - (at[0] - 1) * column)).toBeLessThan(2)
          expect(Math.abs(box.right - from - at[1] * column)).toBeLessThan(2)
          // Rows of one sheet begin and end together, each where the one above it ends.
          for (const other of boxes) {
            if (other.at[2] === at[2]) expect(Math.abs(other.box.top - box.top)).toBeLessThan(2)
            if (other.at[3] === at[3])
              expect(Math.abs(other.box.bottom - box.bottom)).toBeLessThan(2)
            if (other.at[2] === at[3] + 1)
              expect(Math.abs(other.box.top - box.bottom)).toBeLessThan(2)
          }
        }
      }
    }
  })

  test('beside each quadrant those blocks are offered in which its notes are usually found', async ({
    hall,
    person,
    words,
    language,
  }) => {
    const { take } = words.desk
    const { ninik } = await aSample(hall.origin, language)
    const member = await person('laptop', hall.link('member', ninik))
    await openTab(member, 'swot')
    const rail = member.getByRole('complementary', { name: take.title })
    const into = rail.getByRole('group', { name: take.into })
    for (const quadrant of Object.keys(FEEDING) as QuadrantId[]) {
      const { name } = words.zones[quadrant]
      await into.getByRole('button', { name }).click()
      await expect(into.getByRole('button', { name, pressed: true })).toBeVisible()
      await expect(rail.getByRole('heading', { level: 3 })).toHaveText(
        FEEDING[quadrant].map((block) => words.zones[block].name),
      )
    }
  })
})
