import type { RefObject } from 'react'
import { useLayoutEffect } from 'react'

/** What gives way where notes don't fit, in order: the height that papers have without words, then the type. */
const STEPS = ['data-snug', 'data-dense'] as const

/** With so many steps taken, one is taken back only where the notes fill at most this part of the room. */
const ROOMY = [1, 1, 0.8]

/**
 * Marks a scrolling box `data-snug` and then `data-dense` when its notes don't fit, and `data-fade` with the ends at
 * which it goes on. Marks on the element, not state: nothing is drawn again for it. Sizes are read only where the browser
 * has just laid out by itself: asking for them at each keystroke laid the whole canvas out again and again.
 */
export function useFit(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const box = scroller.current
    const list = content.current
    if (!box || !list) return
    let frame = 0
    let room = 0
    let taken = 0
    /** By steps taken: a height at which one step less did not fit. */
    let tooTall = STEPS.map(() => Number.POSITIVE_INFINITY)
    /** How many lay there as a step down became due. */
    let dueWith: number | null = null

    const fade = () => {
      const above = box.scrollTop > 2
      const below = box.scrollTop + box.clientHeight < box.scrollHeight - 2
      const ends = [above ? 'above' : '', below ? 'below' : ''].join(' ').trim()
      if (box.dataset.fade !== ends) box.dataset.fade = ends
    }
    const take = (steps: number) => {
      taken = steps
      for (const [at, step] of STEPS.entries()) box.toggleAttribute(step, at < steps)
      // Told again even where the step changed no size: then the next one is due.
      sizes.unobserve(list)
      sizes.observe(list)
    }
    const stepDown = () => take(taken + 1)
    const stepUp = () => {
      // While somebody writes here the type may step down, but not jump back up.
      if (!list.querySelector('textarea:focus')) take(taken - 1)
    }
    const fit = () => {
      const height = list.offsetHeight
      if (box.clientHeight > room) tooTall = STEPS.map(() => Number.POSITIVE_INFINITY)
      room = box.clientHeight
      // What was carried across meanwhile made it too tall, not what lies here.
      if (dueWith === list.childElementCount && taken > 0) tooTall[taken - 1] = height
      dueWith = null
      const fits = height <= room + 1
      const roomy = height < (tooTall[taken - 1] ?? 0) && height <= room * (ROOMY[taken] ?? 1)
      fade()
      cancelAnimationFrame(frame)
      // In the next frame: a size that changes while sizes are being told is an error of the page.
      if (!fits && taken < STEPS.length) {
        dueWith = list.childElementCount
        frame = requestAnimationFrame(stepDown)
      } else if (roomy) frame = requestAnimationFrame(stepUp)
    }
    const sizes = new ResizeObserver(fit)
    sizes.observe(box)
    sizes.observe(list)
    box.addEventListener('scroll', fade, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      box.removeEventListener('scroll', fade)
    }
  }, [scroller, content])
}
