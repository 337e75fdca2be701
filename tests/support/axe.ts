/** What a machine can find wrong with a screen for people who hear it, see little or use no mouse. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** Nothing half faded in is measured. */
export async function still(page: Page): Promise<Page> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  return page
}

/** Rests on no word: looked at where the screen is read in Indonesian. It is by far the slowest of all rules. */
const COLOURS = 'color-contrast'

/**
 * Waits for what the screen is about, then asks every rule, and what depends on colour in both themes. The page is left as
 * it was.
 */
export async function expectNothingInTheWay(shown: Locator, screen: string): Promise<void> {
  await expect(shown, screen).toBeVisible()
  const page = shown.page()
  expect(await violations(page), screen).toEqual([])
  expect(await misnamed(page), `${screen}: names without the words that are seen`).toEqual([])
  if ((await page.locator('html').getAttribute('lang')) !== 'id') return
  expect(await coloursTooAlike(page), screen).toEqual([])
  const before = await switchTheme(page)
  expect(await coloursTooAlike(page), `${screen}, other theme`).toEqual([])
  await switchTheme(page, before)
}

// In one piece: our pages have no frames of other hosts.
const axeOn = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode()

// Its own look at names sees "Pembeli" and a count beside it as one word; `misnamed` is ours.
const violations = (page: Page): Promise<string[]> =>
  foundBy(axeOn(page).disableRules(['label-content-name-mismatch', COLOURS]))

// The pale shadow that a note leaves while it is in the hand is read there.
const coloursTooAlike = (page: Page): Promise<string[]> =>
  foundBy(axeOn(page).withRules(COLOURS).exclude('[class*="ghost"]'))

async function foundBy(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** Who works by voice says what is seen: the first words on a button are part of its name. */
const misnamed = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const letters = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
    const firstWords = (button: Element) => {
      const texts = document.createTreeWalker(button, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const { parentElement, textContent } = texts.currentNode
        const words = letters(textContent ?? '')
        if (words && !parentElement?.closest('[aria-hidden="true"]')) return words
      }
      return ''
    }
    return [...document.querySelectorAll('button[aria-label], a[href][aria-label]')]
      .filter((button) => button.checkVisibility())
      .map((button) => ({
        name: button.getAttribute('aria-label') ?? '',
        seen: firstWords(button),
      }))
      .filter(({ name, seen }) => !letters(name).includes(seen))
      .map(({ name, seen }) => `“${seen}” is called “${name}”`)
  })

const switchTheme = (page: Page, to?: string): Promise<string | undefined> =>
  page.evaluate((wanted) => {
    const { dataset } = document.documentElement
    const before = dataset.theme
    dataset.theme = wanted ?? (before === 'dark' ? 'light' : 'dark')
    return before
  }, to)
