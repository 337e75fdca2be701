/** Where on the screen a thing lies. */
import type { Locator } from '@playwright/test'

export type Point = { x: number; y: number }
export type Box = Point & { width: number; height: number; right: number; bottom: number }

export async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is not on screen')
  return { ...box, right: box.x + box.width, bottom: box.y + box.height }
}

export async function middleOf(locator: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(locator)
  return { x: x + width / 2, y: y + height / 2 }
}
