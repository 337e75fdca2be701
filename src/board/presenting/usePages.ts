import type { RefObject } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { CanvasView } from '../../model/canvas.ts'
import type { Page } from './pages.ts'
import { cutIntoPages, pageWith } from './pages.ts'

/** `rest`: notes behind those on this page. */
export type Paging = { page: number; pages: number; rest: number }

/**
 * Shows a list of notes in the first of the sizes at which all fit, else page by page in the last one. Marks on the
 * elements, not state: which notes are seen follows from where the browser lays them.
 * @param sizes In em of the element around the list, the largest first.
 * @param turns False: only the first page is ever shown.
 */
export function usePages(
  list: RefObject<HTMLElement | null>,
  sizes: readonly number[],
  turns: boolean,
  view: CanvasView,
): Paging & { turn(by: 1 | -1): boolean } {
  const [paging, setPaging] = useState<Paging>({ page: 1, pages: 1, rest: 0 })
  const firstShown = useRef(0)
  const turnTo = useRef((_by: 1 | -1): boolean => false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are other sizes
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    let pages: readonly Page[] = []
    let now = 0
    const show = () => {
      const page = pages[now]
      const items = itemsOf(element)
      for (const [at, item] of items.entries()) {
        item.style.display = page && (at < page.first || at > page.last) ? 'none' : ''
      }
      element.scrollTop = page?.scrolled ?? 0
      const shown = element.scrollTop + element.clientHeight
      element.toggleAttribute('data-cut', shown < element.scrollHeight - 1)
      firstShown.current = page?.first ?? 0
      const rest = page ? items.length - 1 - page.last : 0
      setPaging((before) =>
        before.page === now + 1 && before.pages === pages.length && before.rest === rest
          ? before
          : { page: now + 1, pages: pages.length, rest },
      )
    }
    const settle = () => {
      const items = itemsOf(element)
      for (const item of items) item.style.display = ''
      for (const size of sizes) {
        element.style.fontSize = `${size}em`
        if (element.scrollHeight <= element.clientHeight + 1) break
      }
      pages = cutIntoPages(
        items.map(({ offsetTop, offsetHeight }) => ({ top: offsetTop, height: offsetHeight })),
        roomOf(element),
      )
      now = turns ? pageWith(pages, firstShown.current) : 0
      show()
    }
    turnTo.current = (by) => {
      if (!turns || !pages[now + by]) return false
      now += by
      show()
      return true
    }
    settle()
    const resized = new ResizeObserver(settle)
    resized.observe(element)
    return () => resized.disconnect()
  }, [view, sizes, turns])

  return { ...paging, turn: (by) => turnTo.current(by) }
}

const itemsOf = (list: HTMLElement): HTMLElement[] => [...list.children] as HTMLElement[]

function roomOf(list: HTMLElement): number {
  const { paddingTop, paddingBottom } = getComputedStyle(list)
  return list.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom)
}
