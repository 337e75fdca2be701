/** Whether all on a phone's screen can be pressed and read: what lies on top is looked at. */
import type { Page } from '@playwright/test'
import { expect } from './people.ts'

/** What a finger would miss: targets under 48 px. What lets presses through is none. */
export const tooSmall = (page: Page) =>
  page.evaluate(() => {
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
    return [...top.querySelectorAll('button, a[href], textarea, input')]
      .filter((element) => element.checkVisibility())
      .filter((element) => getComputedStyle(element).pointerEvents !== 'none')
      .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.width < 47.5 || box.height < 47.5))
      .map(({ name, box }) => `${name} ${box.width}×${box.height}`)
  })

/**
 * Words that nobody can read: wider than their box, or reaching out of one that hides what reaches out, also at its foot.
 * What scrolls can be scrolled to, and what is in the hand goes where the hand goes.
 */
export const cutOff = (page: Page) =>
  page.evaluate(() => {
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
    const isRead = (element: Element) =>
      element.checkVisibility({ opacityProperty: true }) &&
      !element.closest('[class*="visually-hidden"], textarea, [data-carried]')
    const isTooWide = (element: Element) =>
      element.childElementCount === 0 &&
      element.clientWidth > 1 &&
      getComputedStyle(element).display !== 'inline' &&
      element.scrollWidth > element.clientWidth + 2
    const { clientWidth } = document.documentElement
    const leavesScreen = ({ left, right }: DOMRect) => right > clientWidth + 1 || left < -1
    /** The nearest box that shows no more than itself; above one that scrolls, the words themselves are in reach. */
    const hides = (element: Element | null, lines: DOMRect[]): boolean => {
      if (!element) return false
      const { overflowX, overflowY, position } = getComputedStyle(element)
      const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
      const box = element.getBoundingClientRect()
      // Letters' own boxes are higher than the lines they stand on.
      const isOut = ({ left, right, top: above, bottom, height }: DOMRect) =>
        (overflowX !== 'visible' && (right > box.right + 2 || left < box.left - 2)) ||
        (overflowY !== 'visible' &&
          (bottom > box.bottom + 1 + height / 5 || above < box.top - 1 - height / 5))
      if (scrolls(overflowX) || scrolls(overflowY)) return false
      if (lines.some(isOut)) return true
      return position !== 'fixed' && hides(element.parentElement, lines)
    }
    const found: string[] = []
    const texts = document.createTreeWalker(top, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const text = texts.currentNode
      const element = text.parentElement
      if (!element || !text.textContent?.trim() || !isRead(element)) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0)
      if (isTooWide(element) || lines.some(leavesScreen) || hides(element, lines))
        found.push(text.textContent)
    }
    return found
  })

/** Everything on top can be pressed and read, and the page does not scroll sideways. */
export async function expectToFit(page: Page, where: string): Promise<void> {
  expect.soft(await tooSmall(page), where).toEqual([])
  expect.soft(await cutOff(page), where).toEqual([])
  // A phone would zoom out to show what is too wide: `innerWidth` grows with it.
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect.soft(wide, where).toBeLessThanOrEqual(0)
}

/** The system's own type size, as Android's settings have it. */
export async function scaleType(page: Page, scale: number): Promise<void> {
  const system = await page.context().newCDPSession(page)
  await system.send('Emulation.setEmulatedOSTextScale', { scale })
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize))
    .toBe(`${16 * scale}px`)
}
