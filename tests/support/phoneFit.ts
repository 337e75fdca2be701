/** Whether all on a phone's screen can be pressed and read: what lies on top is looked at. */
import type { Page } from '@playwright/test'
import { expect } from './people.ts'

/** What a thumb would miss: targets under 48 px. */
export const tooSmall = (page: Page) =>
  page.evaluate(() => {
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
    return [...top.querySelectorAll('button, a[href], textarea, input')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.width < 47.5 || box.height < 47.5))
      .map(({ name, box }) => `${name} ${box.width}×${box.height}`)
  })

/** Words whose box is smaller than they are: nobody can read them. A row that scrolls can be scrolled. */
export const cutOff = (page: Page) =>
  page.evaluate(() => {
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
    return [...top.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.checkVisibility() && element.clientWidth > 1)
      .filter((element) => element.childElementCount === 0 && element.textContent?.trim())
      .filter(
        (element) => !element.closest('[class*="visually-hidden"], textarea, [data-sideways]'),
      )
      .filter((element) => {
        const box = element.getBoundingClientRect()
        return (
          box.right > window.innerWidth + 1 ||
          box.left < -1 ||
          element.scrollWidth > element.clientWidth + 2
        )
      })
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .map((element) => element.textContent)
  })

/** Everything on top can be pressed and read, and the page does not scroll sideways. */
export async function expectToFit(page: Page, where: string): Promise<void> {
  expect.soft(await tooSmall(page), where).toEqual([])
  expect.soft(await cutOff(page), where).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
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
