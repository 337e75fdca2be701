import { memo } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import { codeOf } from '../../model/canvas.ts'
import type { NoteId } from '../../model/ids.ts'
import type { Note } from '../../model/note.ts'
import { isCellId } from '../../model/zones.ts'
import { useCanvasView, useNote } from '../../sync/useCanvas.ts'
import { PaperMark } from '../../ui/PaperMark.tsx'
import { useBoard } from '../boardContext.ts'
import { NoteFoot } from '../NoteFoot.tsx'
import { NoteText } from '../NoteText.tsx'
import styles from './PresentedNote.module.css'

type PresentedNoteProps = {
  note: NoteId
  /** It is spoken of: of what a strategy joins the words are shown, not the codes alone. */
  large: boolean
  /** It shows what strategies call it. */
  coded: boolean
}

/** A note on the wall: its words, and what is said of it. */
export const PresentedNote = memo(function PresentedNote(props: PresentedNoteProps) {
  const { note: id, large, coded } = props
  const { session } = useBoard()
  const note = useNote(session, id)
  if (!note) return null
  return (
    <li
      className={`${styles.note} ${large ? '' : styles.calm} sticky paper-${note.colour}`}
      dir="auto"
    >
      <PaperMark colour={note.colour} className={styles.mark} />
      {coded && <Code note={id} />}
      <NoteText text={note.text} />
      <NoteFoot note={note} className={styles.foot} />
      {isCellId(note.place.zone) && <Joined note={note} large={large} />}
    </li>
  )
})

function Code({ note }: { note: NoteId }) {
  const view = useCanvasView(useBoard().session)
  return <b className={styles.code}>{codeOf(view, note)}</b>
}

function Joined({ note, large }: { note: Note; large: boolean }) {
  const { session } = useBoard()
  const words = useMessages().board.strategy
  const view = useCanvasView(session)
  const joined = note.joins.flatMap((id) => {
    const code = codeOf(view, id)
    return code === null ? [] : [{ id, code, text: view.notes.get(id)?.text ?? '' }]
  })
  return (
    <>
      {joined.length > 0 && (
        <ul className={large ? styles.joined : styles.codes}>
          {joined.map(({ id, code, text }) => (
            <li key={id}>
              <b>{code}</b>
              {large && (
                <span dir="auto">
                  <NoteText text={text} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {view.thisWeek === note.id && <p className={styles.foot}>→ {words.thisWeek}</p>}
    </>
  )
}
