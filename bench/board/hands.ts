/** One measured page: what a hand does in it, and the clocks that its probe read meanwhile. */
import type { Page } from '@playwright/test'
import { SUBJECT, TARGET_ZONE } from './notes.ts'
import type { Probe } from './probe.ts'

/** How a page shows the things a hand needs. */
export type Place = {
  note: string
  zone: string
  /** Opens a new note's field in `zone`. */
  add: string
  /** What follows the pointer while a note is carried; null: nothing can be carried here. */
  carried: string | null
}

declare global {
  var probe: Probe
}

const LETTERS = 'keripik renyah tidak berminyak '
/** Between keys, as a quick typist's: the frame before must be over, or the next would wait for it. */
const KEY_PAUSE_MS = 60
const MOVES = 60
const MOVE_MS = 16

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** @returns ms from each key to the frame that shows its letter */
export async function type(page: Page, place: Place, keys: number): Promise<number[]> {
  await page.locator(place.note).click()
  await page.locator('textarea').waitFor()
  await pause(300)
  const figures: number[] = []
  for (let i = 0; i < keys; i++) {
    await page.evaluate(() => probe.awaitPaint('keydown'))
    await page.keyboard.press(
      LETTERS[i % LETTERS.length] === ' ' ? 'Space' : (LETTERS[i % LETTERS.length] ?? 'a'),
    )
    figures.push(await page.evaluate(() => probe.figure()))
    await pause(KEY_PAUSE_MS)
  }
  return figures
}

/** A note that arises with its first letter is opened sooner and written later than one that is there at once. */
export type Adding = { openedMs: number; writtenMs: number }

/**
 * @returns ms from each press of + to the frame that shows the new note's field; and the same with what it took from the
 * first letter to the frame that shows that
 */
export async function add(page: Page, place: Place, times: number): Promise<Adding[]> {
  const figures: Adding[] = []
  for (let i = 0; i < times; i++) {
    await page.evaluate(() => probe.awaitShown('textarea', 'click'))
    await page.locator(place.add).click()
    const openedMs = await page.evaluate(() => probe.figure())
    await page.locator('textarea').waitFor()
    await page.evaluate(() => probe.awaitPaint('keydown'))
    await page.keyboard.press('b')
    const letterMs = await page.evaluate(() => probe.figure())
    figures.push({ openedMs, writtenMs: openedMs + letterMs })
    await page.keyboard.type('aru')
    await page.keyboard.press('Escape')
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await pause(150)
  }
  return figures
}

export type Carrying = { startMs: number; frames: number[] }

/** Carries the subject over the canvas and back to where it lay. */
export async function carry(page: Page, place: Place): Promise<Carrying> {
  const note = await page.locator(place.note).boundingBox()
  const zone = await page.locator(place.zone).boundingBox()
  if (!note || !zone || place.carried === null) throw new Error('nothing to carry')
  const from = { x: note.x + 40, y: note.y + 12 }
  const to = { x: zone.x + zone.width / 2, y: zone.y + zone.height / 2 }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.evaluate((selector) => probe.awaitShown(selector, 'mousemove'), place.carried)
  await page.mouse.move(from.x + 10, from.y)
  const startMs = await page.evaluate(() => probe.figure())
  await pause(200)
  await page.evaluate(() => probe.startFrames())
  for (let i = 1; i <= MOVES; i++) {
    const t = i / MOVES
    await page.mouse.move(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t)
    await pause(MOVE_MS)
  }
  const frames = await page.evaluate(() => probe.stopFrames())
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await pause(400)
  return { startMs, frames }
}

export const atFloor: Place = {
  note: `[data-note="${SUBJECT}"]`,
  zone: `[data-zone="${TARGET_ZONE}"]`,
  add: '[data-add="channels"]',
  carried: '[data-carried]',
}
export const atBoard: Place = {
  note: `[data-note="${SUBJECT}"]`,
  zone: `[data-zone="${TARGET_ZONE}"]`,
  add: '[aria-label="Tulis catatan di Saluran"]',
  carried: '[data-carried]',
}
