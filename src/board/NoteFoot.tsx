import { useMessages } from '../i18n/useMessages.ts'
import type { NoteId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import type { ZoneId } from '../model/zones.ts'
import { zoneById } from '../model/zones.ts'
import { useNote } from '../sync/useCanvas.ts'
import { Icon } from '../ui/Icon.tsx'
import { useBoard } from './boardContext.ts'
import styles from './NoteFoot.module.css'

/** The zone of the note that this one was taken from, while it still lies somewhere. */
export function useOriginZone(origin: NoteId | null): ZoneId | null {
  const { session } = useBoard()
  return useNote(session, origin ?? ('' as NoteId))?.place.zone ?? null
}

/** Star and word of a finding; picture and name of the block that a note was taken from. */
export function NoteFoot({ note, className = '' }: { note: Note; className?: string }) {
  const { board, zones } = useMessages()
  const { device } = useBoard()
  const origin = useOriginZone(note.origin)
  if (!note.finding && !origin) return null
  const name = origin && (device === 'phone' ? zones[origin].nickname : zones[origin].name)
  return (
    <div className={`${styles.foot} ${className}`}>
      {note.finding && (
        <span>
          <Icon name="starf" size={12} className={styles.star} />
          {board.note.finding}
        </span>
      )}
      {origin && (
        <span>
          <Icon name={zoneById(origin).icon} size={14} />
          <span className="visually-hidden">{board.note.from(name ?? '')}</span>
          <span aria-hidden="true">{name}</span>
        </span>
      )}
    </div>
  )
}
