import type { RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { ZoneId } from '../../model/zones.ts'
import { isCellId } from '../../model/zones.ts'
import { useZone } from '../../sync/useCanvas.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import type { Composing } from './composing.ts'
import { PairStrip } from './PairStrip.tsx'
import { PhoneSlot } from './PhoneSlot.tsx'
import { TypingHere } from './TypingHere.tsx'
import { useSwipe } from './useSwipe.ts'
import styles from './ZoneList.module.css'

type ZoneListProps = { zone: ZoneId; composing: Composing | null }

/** A zone's notes in one column; over those of a strategy cell, what it combines. */
export function ZoneList({ zone, composing }: ZoneListProps) {
  const { session, writer } = useBoard()
  const { board, zones } = useMessages()
  const notes = useZone(session, zone)
  // What is being written stands in the field; a second time in the list would only be in the way.
  const inField = useCell(writer.cell, (writing) => (writing?.isNew ? writing.noteId : null))
  const list = useRef<HTMLUListElement>(null)
  const swipe = useSwipe(zone)
  const shown = notes.filter((note) => note !== inField)
  useStayAtEnd(list, composing?.note === null, shown.length)
  return (
    <ul className={styles.list} ref={list} data-scrolls="" {...swipe}>
      {isCellId(zone) && <PairStrip cell={zone} />}
      {shown.map((note) => (
        <PhoneSlot key={note} note={note} edited={composing?.note === note} />
      ))}
      {shown.length === 0 && composing === null && (
        <li className={styles.empty}>{zone === 'tray' ? board.tray.hint : zones[zone].plain}</li>
      )}
      <TypingHere notes={notes} />
    </ul>
  )
}

/** While new notes are written, the latest one stays in view: also when the keyboard comes or the field grows. */
function useStayAtEnd(
  list: RefObject<HTMLElement | null>,
  writingNew: boolean,
  count: number,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one note more moves the end
  useLayoutEffect(() => {
    const element = list.current
    if (!element || !writingNew) return
    const screen = element.closest('[data-zone]')
    const toEnd = () => {
      element.scrollTop = element.scrollHeight
      // With large type the whole screen scrolls instead of its list.
      if (screen) screen.scrollTop = screen.scrollHeight
    }
    toEnd()
    const sizes = new ResizeObserver(toEnd)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [list, writingNew, count])
}
