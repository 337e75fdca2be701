/** What a machine can find wrong with a screen for people who hear it, see little or use no mouse. */
import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { RunOptions } from 'axe-core'
import axe from 'axe-core'

type Axe = typeof axe

/** Nothing half faded in is measured. */
export async function still(page: Page): Promise<Page> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  return page
}

/** By far the slowest of all rules. It rests on no word: asked where the screen is read in Indonesian. */
const COLOURS = 'color-contrast'
/** Its look at names sees "Pembeli" and a count beside it as one word; `misnamed` is ours. */
const NAMES = 'label-content-name-mismatch'

/**
 * Waits for what the screen is about, then asks every rule, and what depends on colour in both themes. The page is left as
 * it was.
 */
export async function expectNothingInTheWay(shown: Locator, screen: string): Promise<void> {
  await expect(shown, screen).toBeVisible()
  const page = shown.page()
  const withColours = (await page.locator('html').getAttribute('lang')) === 'id'
  expect(await violations(page, everyRule(withColours)), screen).toEqual([])
  expect(await misnamed(page), `${screen}: names without the words that are seen`).toEqual([])
  if (!withColours) return
  const before = await switchTheme(page)
  expect(await violations(page, { runOnly: COLOURS }), `${screen}, other theme`).toEqual([])
  await switchTheme(page, before)
}

const everyRule = (withColours: boolean): RunOptions => ({
  rules: { [NAMES]: { enabled: false }, [COLOURS]: { enabled: withColours } },
})

async function violations(page: Page, options: RunOptions): Promise<string[]> {
  // It stays until the page is left.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async ([asked, colours]) => {
      const { axe } = window as unknown as { axe: Axe }
      const { violations } = await axe.run({
        ...asked,
        resultTypes: ['violations'],
        elementRef: true,
      })
      // The pale shadow that a note leaves while it is in the hand is read there.
      const isGhost = (id: string, element?: Element) =>
        id === colours && element?.closest('[class*="ghost"]')
      return violations.flatMap(({ id, nodes }) =>
        nodes
          .filter(({ element }) => !isGhost(id, element))
          .map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
      )
    },
    [options, COLOURS] as const,
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
