import type { RefObject } from 'react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { Zone } from '../../model/zones.ts'
import { useCanvasView } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import styles from './LargeZone.module.css'
import { PresentedNote } from './PresentedNote.tsx'

/** From the largest: the first at which all fits. At the last, which the back row can still read, pages are turned. */
const SIZES_REM = [2.75, 2.375, 2, 1.75, 1.5]

type LargeZoneProps = {
  zone: Zone
  /** Turns a page, where there is one more in that direction. */
  page: RefObject<{ turn(by: 1 | -1): boolean } | null>
}

/** One zone as large as its notes allow. */
export function LargeZone({ zone, page }: LargeZoneProps) {
  const { session } = useBoard()
  const { desk, zones } = useMessages()
  const view = useCanvasView(session)
  const notes = view.zones[zone.id]
  const list = useRef<HTMLUListElement>(null)
  const [pages, setPages] = useState({ now: 1, all: 1 })
  /** Stays in view when others write meanwhile. */
  const shownFirst = useRef(0)
  const turnTo = useRef((_by: 1 | -1): boolean => false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are other sizes
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    let cut: readonly Page[] = []
    let now = 0
    const show = () => {
      const page = cut[now]
      if (!page) return
      for (const [at, item] of itemsOf(element).entries()) {
        item.style.display = at < page.first || at > page.last ? 'none' : ''
      }
      element.scrollTop = page.scrolled
      shownFirst.current = page.first
      setPages({ now: now + 1, all: cut.length })
    }
    const settle = () => {
      const items = itemsOf(element)
      for (const item of items) item.style.display = ''
      for (const size of SIZES_REM) {
        element.style.fontSize = `${size}rem`
        if (element.scrollHeight <= element.clientHeight + 1) break
      }
      cut = cutIntoPages(element, items)
      const after = cut.findIndex(({ first }) => first > shownFirst.current)
      now = after < 0 ? Math.max(0, cut.length - 1) : Math.max(0, after - 1)
      show()
    }
    turnTo.current = (by) => {
      if (!cut[now + by]) return false
      now += by
      show()
      return true
    }
    settle()
    const sizes = new ResizeObserver(settle)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [view])

  useEffect(() => {
    page.current = { turn: (by) => turnTo.current(by) }
    return () => {
      page.current = null
    }
  }, [page])

  return (
    <section className={styles.zone}>
      <header className={`${styles.head} paper-${zone.colour}`}>
        <span className={styles.chip}>
          <Icon name={zone.icon} size={34} />
        </span>
        <h2>{zones[zone.id].name}</h2>
        {pages.all > 1 && <p>{desk.presenting.page(pages.now, pages.all)}</p>}
      </header>
      {notes.length === 0 && <p className={styles.empty}>{desk.presenting.empty}</p>}
      <ul ref={list} className={styles.notes}>
        {notes.map((note) => (
          <PresentedNote key={note} note={note} />
        ))}
      </ul>
    </section>
  )
}

/** Whole rows of notes, from the first to the last; or a part of one note that is higher than the screen. */
type Page = { first: number; last: number; scrolled: number }

const itemsOf = (list: HTMLElement): HTMLElement[] => [...list.children] as HTMLElement[]

function cutIntoPages(list: HTMLElement, items: readonly HTMLElement[]): Page[] {
  const { paddingTop, paddingBottom } = getComputedStyle(list)
  const room = list.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom)
  const pages: Page[] = []
  let from = 0
  for (const [at, item] of items.entries()) {
    const page = pages.at(-1)
    const top = item.offsetTop
    if (page && (top === items[at - 1]?.offsetTop || top + item.offsetHeight - from <= room + 1)) {
      page.last = at
    } else {
      from = top
      pages.push({ first: at, last: at, scrolled: 0 })
    }
  }
  return pages.flatMap((page) => inParts(page, items, room))
}

/** A row that is higher than the screen is read on in steps that overlap a little. */
function inParts(page: Page, items: readonly HTMLElement[], room: number): Page[] {
  const height = Math.max(
    ...items.slice(page.first, page.last + 1).map((item) => item.offsetHeight),
  )
  const step = room * 0.9
  const more = step > 0 ? Math.max(0, Math.ceil((height - room - 1) / step)) : 0
  return Array.from({ length: more + 1 }, (_, at) => ({ ...page, scrolled: at * step }))
}
