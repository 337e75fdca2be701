/** Whether who walks by keys sees where they are: pictures of what has the focus, and of the same once it has gone on. */
import type { Page } from '@playwright/test'

export type Stop = {
  name: string
  /** Pixels that the focus makes stand out, for each pixel along the edge of what has it: as thick a line would be. */
  linePx: number
}

/** WCAG: between the picture with the focus and the one without. */
const CONTRAST = 3
/** What a ring needs around what it is drawn on. */
const AROUND_PX = 6

/** Goes by Tab from the head of the page to its end. */
export async function walkByTab(page: Page): Promise<Stop[]> {
  const camera = await page.context().newCDPSession(page)
  const picture = async ({ x, y, width, height }: Box) => {
    const clip = {
      x: Math.floor(x) - AROUND_PX,
      y: Math.floor(y) - AROUND_PX,
      width: Math.ceil(width) + 2 * AROUND_PX,
      height: Math.ceil(height) + 2 * AROUND_PX,
      scale: 1,
    }
    const { data } = await camera.send('Page.captureScreenshot', { clip, optimizeForSpeed: true })
    return data
  }
  const judge = await page.context().newPage()
  const stops: Stop[] = []
  let last: { at: Focused; seen: string } | null = null
  await page.bringToFront()
  await page.evaluate(fromTheHead)
  for (;;) {
    await page.keyboard.press('Tab')
    const next = await page.evaluate(focused)
    if (last) {
      const pictures = { seen: last.seen, after: await picture(last.at.box), contrast: CONTRAST }
      const standOut = await judge.evaluate(standingOut, pictures)
      const { width, height } = last.at.box
      stops.push({ name: last.at.name, linePx: standOut / (2 * (width + height)) })
    }
    if (!next) break
    last = { at: next, seen: await picture(next.box) }
  }
  await judge.close()
  return stops
}

type Box = { x: number; y: number; width: number; height: number }
type Focused = { name: string; box: Box }

function fromTheHead(): void {
  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute('tabindex')
}

/** Drawn by then. Nothing, once the last thing on the page has been left: the browser may begin anew there. */
async function focused(): Promise<Focused | null> {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  if (element.dataset.walked !== undefined) return null
  element.dataset.walked = ''
  return {
    name: element.getAttribute('aria-label') ?? element.textContent ?? element.tagName,
    box: element.getBoundingClientRect().toJSON(),
  }
}

/** How many pixels have another lightness in two pictures, told on a page of its own. */
async function standingOut(given: {
  seen: string
  after: string
  contrast: number
}): Promise<number> {
  const pixelsOf = async (png: string) => {
    const image = await createImageBitmap(
      await (await fetch(`data:image/png;base64,${png}`)).blob(),
    )
    const paper = new OffscreenCanvas(image.width, image.height).getContext('2d')
    paper?.drawImage(image, 0, 0)
    return paper?.getImageData(0, 0, image.width, image.height).data ?? []
  }
  const light = (pixels: ArrayLike<number>, at: number) => {
    const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((part) => {
      const value = (pixels[at + part] ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [seen, after] = [await pixelsOf(given.seen), await pixelsOf(given.after)]
  let count = 0
  for (let at = 0; at < seen.length; at += 4) {
    const [one, other] = [light(seen, at), light(after, at)]
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    if (ratio >= given.contrast) count++
  }
  return count
}
