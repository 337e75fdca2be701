/** What a machine can find wrong with a screen for people who hear it, see little or use no mouse. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** Nothing half faded in is measured. */
export async function still(page: Page): Promise<Page> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  return page
}

/**
 * Waits for what the screen is about, then asks every rule in the theme that is on and what depends on colour in the
 * other one. The page is left as it was.
 */
export async function expectNothingInTheWay(shown: Locator, screen: string): Promise<void> {
  await shown.waitFor()
  const page = shown.page()
  expect(await violations(page), screen).toEqual([])
  expect(await misnamed(page), `${screen}: names without the words that are seen`).toEqual([])
  const before = await switchTheme(page)
  expect(await violations(page, ['color-contrast']), `${screen}, other theme`).toEqual([])
  await switchTheme(page, before)
}

async function violations(page: Page, only?: string[]): Promise<string[]> {
  // In one piece: our pages have no frames of other hosts. Its own look at names sees "Pembeli" and a count beside it as
  // one word; `misnamed` is ours.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .disableRules(['label-content-name-mismatch'])
    // The shadow that a note leaves while it is in the hand: its words are read there.
    .exclude('[class*="ghost"]')
  const found = await (only ? axe.withRules(only) : axe).analyze()
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
