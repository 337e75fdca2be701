import type { Locator, Page } from '@playwright/test'
import type { ZoneId } from '../../src/model/zones.ts'
import { noteIn, pasteNotes, writeNote, zoneOn } from '../support/canvasPage.ts'
import { nameColours } from '../support/legendDialog.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import type { Words } from '../support/words.ts'
import { zoneName } from '../support/words.ts'

const WALLS = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]

async function present(page: Page, { desk }: Words): Promise<Locator> {
  await page.getByRole('button', { name: desk.present, exact: true }).click()
  const wall = page.getByRole('main', { name: desk.presenting.label })
  await wall.waitFor()
  return wall
}

/** The zone that is spoken of. */
const large = (wall: Locator): Locator => wall.locator('section[aria-current="step"]')

const isSpokenOf = (wall: Locator, words: Words, zone: ZoneId): Promise<void> =>
  expect(large(wall).getByRole('heading')).toHaveText(zoneName(words, zone))

const readIn = (zone: Locator): Locator => zone.getByRole('listitem').filter({ visible: true })

/** What sticks out of the window. */
const tooMuch = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main, main section, main li, footer, header')]
      .filter((element) => {
        const { right, bottom, width } = element.getBoundingClientRect()
        return width > 0 && (right > innerWidth + 1 || bottom > innerHeight + 1)
      })
      .map((element) => element.innerText),
  )

const typePx = (note: Locator): Promise<number> =>
  note.first().evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))

inBothLanguages(() => {
  test('a full block is read page by page on the wall without a tool in sight, and the arrows lead on to the next', async ({
    ninik,
    words,
  }) => {
    const page = await ninik('laptop')
    const { board, desk, zones } = words
    const many = Array.from({ length: 14 }, (_, at) => `Tetangga nomor ${at + 1} di pasar pagi`)
    await writeNote(page, zoneName(words, 'value-propositions'), 'Renyah')
    await pasteNotes(page, zoneName(words, 'customer-segments'), many)
    await pasteNotes(page, zoneName(words, 'channels'), many)
    const tools = [
      board.zone.add(zones.channels.name),
      board.print,
      board.redo,
      board.note.menuOf('Renyah'),
      'Renyah',
    ].map((name) => page.getByRole('button', { name, exact: true }))
    for (const tool of tools) await expect(tool).toBeVisible()

    for (const size of WALLS) {
      await page.setViewportSize(size)
      const wall = await present(page, words)
      const step = page.getByRole('button', { name: zones['customer-segments'].name, exact: true })
      await step.click()
      await isSpokenOf(wall, words, 'customer-segments')
      await expect(page.getByText(zones['customer-segments'].questions[0] ?? '')).toBeVisible()
      for (const tool of [...tools, wall.getByRole('textbox'), wall.getByRole('button')]) {
        await expect(tool).toHaveCount(0)
      }

      const number = await large(wall).getByRole('paragraph').innerText()
      const pages = Number(/\d+$/.exec(number)?.[0])
      expect(pages).toBeGreaterThan(1)
      const read: string[] = []
      for (let at = 1; at <= pages; at++) {
        await expect(large(wall).getByText(desk.presenting.page(at, pages))).toBeVisible()
        read.push(...(await readIn(large(wall)).allInnerTexts()))
        expect(await typePx(readIn(large(wall)))).toBeGreaterThanOrEqual(24)
        expect(await tooMuch(page)).toEqual([])
        await page.keyboard.press('ArrowRight')
      }
      expect(read).toEqual(many)
      await isSpokenOf(wall, words, 'value-propositions')
      await expect(readIn(large(wall))).toHaveText(['Renyah'])

      // The rest is there, smaller, and says how much of it there is no room for.
      const channels = wall.getByRole('region', { name: zoneName(words, 'channels') })
      const calm = await typePx(readIn(channels))
      expect(calm).toBeLessThan(await typePx(readIn(large(wall))))
      expect(calm).toBeGreaterThanOrEqual(17)
      const rest = many.length - (await readIn(channels).count())
      expect(rest).toBeGreaterThan(0)
      await expect(channels.getByText(desk.presenting.more(rest))).toBeAttached()

      await page.keyboard.press('ArrowLeft')
      await isSpokenOf(wall, words, 'customer-segments')
      await page.keyboard.press('Escape')
      await expect(wall).toBeHidden()
      await expect(zoneOn(page, zoneName(words, 'channels'))).toBeVisible()
    }
  })

  test('the wall shows the sheet that is pressed, what colours mean, and in words what a strategy joins', async ({
    ninik,
    sesilya,
    words,
  }) => {
    const { board, desk, zones } = words
    const meanings = await sesilya()
    await nameColours(meanings, words, { kunyit: 'Ide baru', toska: 'Sudah dicoba' })
    const page = await ninik('laptop')
    const tabs = page.getByRole('navigation', { name: board.tabsLabel })
    const open = (tab: 'swot' | 'tows') =>
      tabs.getByRole('button', { name: board.tabs[tab] }).click()
    await open('swot')
    await writeNote(page, zoneName(words, 'strengths'), 'Resep keluarga')
    await writeNote(page, zoneName(words, 'opportunities'), 'Toko oleh-oleh')
    await open('tows')
    const step = 'Titip contoh'
    await writeNote(page, zoneName(words, 'tows-so'), step)
    await page.getByRole('button', { name: board.strategy.pair }).click()
    const choice = page.getByRole('dialog', { name: board.strategy.choose })
    for (const code of [/^S1/, /^O1/]) await choice.getByRole('button', { name: code }).click()
    await page.keyboard.press('Escape')
    await noteIn(page, zoneName(words, 'tows-so'), step).waitFor()

    const wall = await present(page, words)
    const legend = page.getByRole('list', { name: board.legend.colours })
    await expect(legend.getByRole('listitem')).toHaveText(['Ide baru', 'Sudah dicoba'])
    expect(await typePx(legend.getByRole('listitem'))).toBeGreaterThanOrEqual(17)
    await expect(legend.getByRole('button')).toHaveCount(0)
    const steps = page.getByRole('navigation', { name: desk.presenting.steps })
    await steps.getByRole('button', { name: zones['tows-so'].name }).click()
    await expect(large(wall).getByText('Resep keluarga')).toBeVisible()
    await expect(large(wall).getByText('Toko oleh-oleh')).toBeVisible()
    const beside = (zone: ZoneId) => wall.getByRole('region', { name: zoneName(words, zone) })
    await expect(readIn(beside('strengths'))).toHaveText(['S1Resep keluarga'])
    await expect(readIn(beside('opportunities'))).toHaveText(['O1Toko oleh-oleh'])
    await expect(beside('weaknesses')).toHaveCount(0)
    expect(await tooMuch(page)).toEqual([])
    await steps.getByRole('button', { name: zones['tows-wt'].name }).click()
    await expect(large(wall).getByText(desk.presenting.empty)).toBeVisible()
    await expect(beside('threats')).toBeVisible()
    await expect(beside('strengths')).toHaveCount(0)
    const calm = wall.getByRole('listitem').filter({ hasText: step })
    await expect(calm).toContainText('S1')
    await expect(calm).not.toContainText('Resep keluarga')

    await open('swot')
    await isSpokenOf(wall, words, 'strengths')
    await page.keyboard.press(' ')
    await isSpokenOf(wall, words, 'weaknesses')
    await page.keyboard.press('1')
    await isSpokenOf(wall, words, 'customer-segments')
    // Back where that sheet was left, and backwards out of it into the one before.
    await page.keyboard.press('2')
    await isSpokenOf(wall, words, 'weaknesses')
    await page.keyboard.press('PageUp')
    await page.keyboard.press('PageUp')
    await isSpokenOf(wall, words, 'cost-structure')
    await page.keyboard.press('Escape')
    await expect(zoneOn(page, zoneName(words, 'cost-structure'))).toBeVisible()
  })
})
