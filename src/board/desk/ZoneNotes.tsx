import { memo, useCallback, useMemo, useRef, useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { useZone } from '../../sync/useCanvas.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { LandingSlot } from '../drag/LandingSlot.tsx'
import { Guard } from '../Guard.tsx'
import { zoneItems } from '../zoneItems.ts'
import { NoteSlot } from './NoteSlot.tsx'
import edges from './softEdges.module.css'
import { useFit } from './useFit.ts'
import styles from './ZoneNotes.module.css'

/** A zone's notes in order. Too many: papers grow smaller, the type steps down once, then the list scrolls with a soft edge. */
export const ZoneNotes = memo(function ZoneNotes({ zone }: { zone: ZoneId }) {
  const { session, writer, carried } = useBoard()
  const words = useMessages().board.zone
  const notes = useZone(session, zone)
  const writing = useCell(writer.cell, (value) =>
    value && (value.noteId && !value.isGone ? notes.includes(value.noteId) : value.zone === zone)
      ? value
      : null,
  )
  const landing = useCell(carried, (value) => (value?.to?.zone === zone ? value.to : null))
  const [stop, setStop] = useState<NoteId | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  useFit(scroller, list)

  const items = useMemo(
    () => zoneItems(zone, notes, writing, landing),
    [zone, notes, writing, landing],
  )
  const tabStop = stop && notes.includes(stop) ? stop : (notes[0] ?? null)
  const onFocusNote = useCallback((note: NoteId) => setStop(note), [])

  return (
    <Guard words={words.broken} of={items}>
      <div className={styles.room}>
        <div
          className={`${styles.scroller} ${edges.soft} ${writing ? styles.written : ''}`}
          ref={scroller}
          data-scrolls=""
          data-bare=""
        >
          <ul className={styles.notes} ref={list} data-bare="">
            {items.map((item) =>
              item.type === 'slot' ? (
                <LandingSlot key={item.key} />
              ) : (
                <NoteSlot
                  key={item.key}
                  zone={zone}
                  note={item.type === 'note' ? item.note : null}
                  writing={item.writing}
                  tabStop={item.type === 'note' && item.note === tabStop}
                  onFocusNote={onFocusNote}
                />
              ),
            )}
          </ul>
        </div>
      </div>
    </Guard>
  )
})
