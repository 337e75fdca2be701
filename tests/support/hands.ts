/** What carries notes: a mouse, or a finger on the glass. */
import type { Locator, Page } from '@playwright/test'
import type { Point } from './boxes.ts'
import { middleOf } from './boxes.ts'
import { fingerOn } from './finger.ts'

export type Hand = {
  /** Until it is in the hand. */
  lift(note: Locator): Promise<void>
  /** In steps, as a hand moves. */
  moveTo(at: Point): Promise<void>
  drop(): Promise<void>
}

/** A hand comes to rest where it is going: what it is over has been drawn by then. */
const atRest = (page: Page) =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )

/** The copy that is carried, until it has glided to its place. */
export const inHand = (page: Page): Locator => page.locator('[data-carried]')

/** What was let go before lies in its place, and is not taken for what is lifted next. */
const emptyHand = (page: Page) => inHand(page).waitFor({ state: 'detached' })

export function mouseOn(page: Page): Hand {
  const { mouse } = page
  return {
    async lift(note) {
      await emptyHand(page)
      const { x, y } = await middleOf(note)
      await mouse.move(x, y)
      await mouse.down()
      await mouse.move(x + 12, y + 8, { steps: 3 })
      await inHand(page).waitFor()
    },
    async moveTo({ x, y }) {
      await mouse.move(x, y, { steps: 10 })
      await atRest(page)
    },
    drop: () => mouse.up(),
  }
}

/** It presses long enough. */
export async function longPressOn(page: Page): Promise<Hand> {
  const finger = await fingerOn(page)
  return {
    async lift(note) {
      await emptyHand(page)
      await finger.down(await middleOf(note))
      await inHand(page).waitFor()
    },
    async moveTo(at) {
      await finger.moveTo(at)
      await atRest(page)
    },
    drop: finger.up,
  }
}
