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

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are other sizes
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const settle = () => {
      for (const size of SIZES_REM) {
        element.style.fontSize = `${size}rem`
        if (element.scrollHeight <= element.clientHeight + 1) break
      }
      setPages(pagesOf(element))
    }
    settle()
    const sizes = new ResizeObserver(settle)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [view])

  useEffect(() => {
    page.current = {
      turn(by) {
        const element = list.current
        if (!element) return false
        const before = element.scrollTop
        element.scrollTop += by * element.clientHeight * 0.9
        setPages(pagesOf(element))
        return element.scrollTop !== before
      },
    }
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

function pagesOf(list: HTMLElement): { now: number; all: number } {
  const step = list.clientHeight * 0.9
  const hidden = list.scrollHeight - list.clientHeight
  if (hidden <= 1 || step <= 0) return { now: 1, all: 1 }
  const all = 1 + Math.ceil(hidden / step)
  return { now: Math.min(all, 1 + Math.ceil(list.scrollTop / step)), all }
}
