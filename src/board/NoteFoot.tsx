import { useMessages } from '../i18n/useMessages.ts'
import type { Note } from '../model/note.ts'
import { zoneById } from '../model/zones.ts'
import { Icon } from '../ui/Icon.tsx'
import { useBoard } from './boardContext.ts'
import styles from './NoteFoot.module.css'
import { useOrigin } from './useOrigin.ts'
import { useShowNote } from './useShowNote.ts'

/** Whether a note has anything to say at its foot. */
export const hasFoot = (note: Note): boolean =>
  note.finding || note.origin !== null || note.tags.length > 0

type NoteFootProps = {
  note: Note
  className?: string
  /** `line`: as parts of the line that it stands in. */
  shape?: 'block' | 'line'
  /** The origin leads to the note that this one was taken from. */
  jumps?: boolean
}

/** Star and word of a finding; picture and name of the block that a note was taken from; its tags. */
export function NoteFoot({ note, className = '', shape = 'block', jumps = false }: NoteFootProps) {
  const words = useMessages().board.note
  if (!hasFoot(note)) return null
  return (
    <span className={`${styles.foot} ${styles[shape]} ${className}`}>
      {note.finding && (
        <span>
          <Icon name="starf" size={12} className={styles.star} />
          {words.finding}
        </span>
      )}
      <Origin note={note} jumps={jumps} />
      {note.tags.map((tag) => (
        <span key={tag} className={styles.tag} dir="auto">
          {tag}
        </span>
      ))}
    </span>
  )
}

function Origin({ note, jumps }: { note: Note; jumps: boolean }) {
  const { device } = useBoard()
  const { board, zones } = useMessages()
  const show = useShowNote()
  const origin = useOrigin(note)
  if (!origin) return null
  if (origin === 'gone') return <span className={styles.gone}>{board.note.originGone}</span>
  const name = zones[origin.zone][device === 'phone' ? 'nickname' : 'name']
  const shown = (
    <>
      <Icon name={zoneById(origin.zone).icon} size={14} />
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
      onClick={() => show(origin.note)}
    >
      {shown}
    </button>
  )
}
