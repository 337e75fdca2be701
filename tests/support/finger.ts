/** A finger on the glass: touches through the protocol, as Android sends them. */
import type { Page } from '@playwright/test'
import type { Point } from './boxes.ts'

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
