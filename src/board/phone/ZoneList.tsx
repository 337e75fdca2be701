import type { RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { useZone } from '../../sync/useCanvas.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { LandingSlot } from '../drag/LandingSlot.tsx'
import { zoneItems } from '../zoneItems.ts'
import type { Composing } from './composing.ts'
import { PhoneSlot } from './PhoneSlot.tsx'
import { TypingHere } from './TypingHere.tsx'
import { useSwipe } from './useSwipe.ts'
import styles from './ZoneList.module.css'

type ZoneListProps = {
  zone: ZoneId
  composing: Composing | null
  onEdit(note: NoteId): void
  onMore(note: NoteId): void
  onOpen(zone: ZoneId): void
}

/** A zone's notes in one column. */
export function ZoneList({ zone, composing, onEdit, onMore, onOpen }: ZoneListProps) {
  const { session, writer, carried, canEdit } = useBoard()
  const { board, zones } = useMessages()
  const notes = useZone(session, zone)
  // What is being written stands in the field; a second time in the list would only be in the way.
  const inField = useCell(writer.cell, (writing) => (writing?.isNew ? writing.noteId : null))
  const landing = useCell(carried, (value) => (value?.to?.zone === zone ? value.to : null))
  const list = useRef<HTMLUListElement>(null)
  const swipe = useSwipe(zone, onOpen)
  const shown = notes.filter((note) => note !== inField)
  useStayAtEnd(list, composing?.note === null, shown.length)
  return (
    <ul className={styles.list} ref={list} data-scrolls="" {...swipe}>
      {zoneItems(zone, shown, null, landing).map((item) =>
        item.type === 'note' ? (
          <PhoneSlot
            key={item.key}
            note={item.note}
            edited={composing?.note === item.note}
            onEdit={canEdit ? onEdit : null}
            onMore={canEdit ? onMore : null}
          />
        ) : (
          <LandingSlot key={item.key} />
        ),
      )}
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
    const toEnd = () => {
      element.scrollTop = element.scrollHeight
    }
    toEnd()
    const sizes = new ResizeObserver(toEnd)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [list, writingNew, count])
}
