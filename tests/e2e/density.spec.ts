import type { Page } from '@playwright/test'
import { noteIn, paste, pasteNotes, tabOn, writeNote, zoneOn } from '../support/canvasPage.ts'
import { expect, inBothLanguages, test } from '../support/people.ts'
import { zoneName } from '../support/words.ts'

type Fit = { fits: boolean; snug: boolean; typePx: number; fade: string; pageScrolls: boolean }

/** How the notes of a block lie there. */
const fitOf = (page: Page, zone: string): Promise<Fit> =>
  zoneOn(page, zone).evaluate((block) => {
    const box = block.querySelector<HTMLElement>('[data-scrolls]')
    const note = block.querySelector('[data-note]')
    if (!box || !note) throw new Error('no notes lie there')
    return {
      fits: box.scrollHeight <= box.clientHeight + 1,
      snug: 'snug' in box.dataset,
      typePx: Number.parseFloat(getComputedStyle(note).fontSize),
      fade: box.dataset.fade ?? '',
      pageScrolls: (document.scrollingElement?.scrollHeight ?? 0) > window.innerHeight,
    }
  })

/** One note more at a time, until the block has to scroll; how it lay after each. */
async function fill(page: Page, zone: string, most: number): Promise<Fit[]> {
  const seen: Fit[] = []
  while (seen.length < most && seen.at(-1)?.fits !== false) {
    const text = `Tetangga ${await zoneOn(page, zone).getByRole('listitem').count()}`
    await zoneOn(page, zone).hover()
    await paste(page, text)
    await noteIn(page, zone, text).waitFor()
    // What scrolls has taken every step before.
    await expect
      .poll(async () => {
        const { fits, typePx } = await fitOf(page, zone)
        return fits || typePx === DENSE_PX
      })
      .toBe(true)
    seen.push(await fitOf(page, zone))
  }
  return seen
}

/** As design has it: the one step down on a laptop. */
const DENSE_PX = 13

inBothLanguages(() => {
  test('in a full block papers and then the type give way before it scrolls, and the page never does', async ({
    ninik,
    words,
  }) => {
    const member = await ninik('laptop')
    const zone = words.zones['customer-segments'].name
    await writeNote(member, zone, 'Pembeli pertama')
    for (const [size, typePx] of [
      [{ width: 1366, height: 768 }, 15],
      [{ width: 1920, height: 1080 }, 16],
    ] as const) {
      await member.setViewportSize(size)
      // With more room, what had become small is large again.
      await expect.poll(async () => (await fitOf(member, zone)).typePx).toBe(typePx)
      const steps = await fill(member, zone, 60)
      const large = steps.filter((step) => step.typePx === typePx)
      const dense = steps.filter((step) => step.typePx === DENSE_PX)
      expect(large[0]).toMatchObject({ fits: true, fade: '' })
      expect(
        large.some((step) => step.snug),
        'papers give way first',
      ).toBe(true)
      expect(
        dense.some((step) => step.fits),
        'the type does before the block scrolls',
      ).toBe(true)
      expect([...large, ...dense], 'one step down, and none back').toEqual(steps)
      // Where it has scrolled to by then is no matter here.
      expect(steps.at(-1)).toMatchObject({
        fits: false,
        fade: expect.stringMatching(/above|below/),
      })
      expect(steps.some((step) => step.pageScrolls)).toBe(false)
    }

    const box = zoneOn(member, zone).locator('[data-scrolls]')
    await box.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await expect(box).toHaveAttribute('data-fade', 'above')
  })

  test('beside the strategies notes make room for each other and then fade, and a long strategy leaves its neighbour as it is', async ({
    ninik,
    words,
  }) => {
    const [strengths, cell] = [words.zones.strengths.name, zoneName(words, 'tows-so')]
    const member = await ninik('laptop')
    const shown = zoneOn(member, strengths)
    const list = shown.locator('[data-fade]')
    const several = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, at) => `Resep ${from + at}`)

    await tabOn(member, 'swot').click()
    await pasteNotes(member, strengths, several(1, 6))
    await tabOn(member, 'tows').click()
    await expect(list).toHaveAttribute('data-fade', '')
    await expect(shown.getByRole('button', { name: /^S6/ })).toBeInViewport({ ratio: 1 })

    await tabOn(member, 'swot').click()
    await pasteNotes(member, strengths, several(7, 16))
    await tabOn(member, 'tows').click()
    await expect(list).toHaveAttribute('data-fade', 'below')

    const long = 'Titip contoh ke setiap kantin kantor. '.repeat(4).trim()
    await pasteNotes(member, cell, ['Kirim', long])
    const height = (text: string) =>
      noteIn(member, cell, text).evaluate((face) => face.parentElement?.offsetHeight ?? 0)
    expect(await height('Kirim')).toBeLessThan(await height(long))
  })
})
