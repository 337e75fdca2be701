/** A finger on the glass: touches through the protocol, as Android sends them. */
import type { Locator, Page } from '@playwright/test'

type Point = { x: number; y: number }

export type Finger = {
  down(at: Point): Promise<void>
  /** In steps, as a hand moves. */
  moveTo(at: Point): Promise<void>
  up(): Promise<void>
  /** Down, across and up without a pause, as one scrolls or swipes. */
  flick(from: Point, to: Point): Promise<void>
}

const STEPS = 8

export async function fingerOn(page: Page): Promise<Finger> {
  const glass = await page.context().newCDPSession(page)
  let here: Point = { x: 0, y: 0 }
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd') =>
    glass.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [here] })
  const finger: Finger = {
    async down(at) {
      here = at
      await touch('touchStart')
    },
    async moveTo(at) {
      const from = here
      const steps = Array.from({ length: STEPS }, (_, index) => {
        const part = (index + 1) / STEPS
        here = { x: from.x + (at.x - from.x) * part, y: from.y + (at.y - from.y) * part }
        return touch('touchMove')
      })
      await Promise.all(steps)
    },
    up: () => touch('touchEnd').then(() => {}),
    // All at once: an answer awaited on a busy machine would be a pause, and a pause is a long press.
    async flick(from, to) {
      await Promise.all([finger.down(from), finger.moveTo(to), finger.up()])
    },
  }
  return finger
}

export async function middleOf(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is not on screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
