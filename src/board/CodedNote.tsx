import type { ButtonHTMLAttributes } from 'react'
import { useSyncExternalStore } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { codeOf } from '../model/canvas.ts'
import type { Note } from '../model/note.ts'
import { useBoard } from './boardContext.ts'
import styles from './CodedNote.module.css'
import { NoteText } from './NoteText.tsx'

type CodedNoteProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  note: Note
  size: 'pointer' | 'touch'
  /** A strategy joins it. */
  joined: boolean
}

/** A note of the SWOT with the code that strategies call it by. */
export function CodedNote({ note, size, joined, children, ...rest }: CodedNoteProps) {
  const { session } = useBoard()
  const words = useMessages().board.strategy
  const code = useSyncExternalStore(session.subscribe, () => codeOf(session.view(), note.id) ?? '')
  const look = `${styles.note} ${size === 'touch' ? styles.touch : ''} ${joined ? styles.joined : ''}`
  return (
    <button
      type="button"
      className={`${look} paper-${note.colour}`}
      aria-label={words.coded(code, note.text)}
      {...rest}
    >
      <b>{code}</b>
      <span dir="auto">
        <NoteText text={note.text} />
      </span>
      {children}
    </button>
  )
}
