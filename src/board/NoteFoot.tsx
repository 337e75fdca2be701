import { useSyncExternalStore } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { originOf } from '../model/canvas.ts'
import type { NoteId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import type { ZoneId } from '../model/zones.ts'
import { zoneById } from '../model/zones.ts'
import { useNotePart } from '../sync/useCanvas.ts'
import { Icon } from '../ui/Icon.tsx'
import { useBoard } from './boardContext.ts'
import styles from './NoteFoot.module.css'
import { useShowNote } from './useShowNote.ts'

/** The zone of the note that this one was taken from, while it still lies somewhere. */
export function useOriginZone(origin: NoteId | null): ZoneId | null {
  const { session } = useBoard()
  return useNotePart(session, origin, ({ place }) => place.zone)
}

/** Whether a note has anything to say at its foot. */
export const hasFoot = (note: Note): boolean =>
  note.finding || note.origin !== null || note.tags.length > 0

type NoteFootProps = {
  note: Note
  className?: string
  /** The origin leads to the note that this one was taken from. */
  jumps?: boolean
}

/** Star and word of a finding; picture and name of the block that a note was taken from; its tags. */
export function NoteFoot({ note, className = '', jumps = false }: NoteFootProps) {
  const words = useMessages().board.note
  if (!hasFoot(note)) return null
  return (
    <div className={`${styles.foot} ${className}`}>
      {note.finding && (
        <span>
          <Icon name="starf" size={12} className={styles.star} />
          {words.finding}
        </span>
      )}
      {note.origin !== null && <Origin note={note} origin={note.origin} jumps={jumps} />}
      {note.tags.map((tag) => (
        <span key={tag} className={styles.tag} dir="auto">
          {tag}
        </span>
      ))}
    </div>
  )
}

function Origin({ note, origin, jumps }: { note: Note; origin: NoteId; jumps: boolean }) {
  const { session, device } = useBoard()
  const { board, zones } = useMessages()
  const show = useShowNote()
  const zone = useOriginZone(origin)
  const gone = useSyncExternalStore(
    session.subscribe,
    () => originOf(session.view(), note)?.type === 'gone',
  )
  if (gone) return <span className={styles.gone}>{board.note.originGone}</span>
  if (!zone) return null
  const name = device === 'phone' ? zones[zone].nickname : zones[zone].name
  const shown = (
    <>
      <Icon name={zoneById(zone).icon} size={14} />
      <span aria-hidden="true">{name}</span>
    </>
  )
  if (!jumps) {
    return (
      <span>
        <span className="visually-hidden">{board.note.from(name)}</span>
        {shown}
      </span>
    )
  }
  return (
    <button
      type="button"
      className={styles.origin}
      data-no-drag=""
      tabIndex={-1}
      aria-label={board.note.toOrigin(name)}
      title={board.note.toOrigin(name)}
      onClick={() => show(origin)}
    >
      {shown}
    </button>
  )
}
