import { memo } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { Note } from '../../model/note.ts'
import type { ZoneId } from '../../model/zones.ts'
import { isCellId, zoneById } from '../../model/zones.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { ChangeRing } from '../ChangeRing.tsx'
import { useCell } from '../cell.ts'
import { useDragDescription } from '../drag/useDragDescription.ts'
import { hasFoot, NoteFoot } from '../NoteFoot.tsx'
import { NoteSign } from '../NoteSign.tsx'
import { NoteText } from '../NoteText.tsx'
import { NoteTick } from '../NoteTick.tsx'
import { useWritersOf } from '../usePresence.ts'
import type { Writing } from '../writer.ts'
import { NoteEditor } from './NoteEditor.tsx'
import styles from './NotePaper.module.css'
import { StrategyFoot } from './StrategyFoot.tsx'
import { useNoteKeys } from './useNoteKeys.ts'

type NotePaperProps = {
  zone: ZoneId
  note: NoteId | null
  writing: Writing | null
  tabStop: boolean
  onFocusNote(): void
}

/** A note on a wide screen. Its words are a button (press to edit); while it is written, they are a field. */
export const NotePaper = memo(function NotePaper(props: NotePaperProps) {
  const { zone, note: id, writing, tabStop, onFocusNote } = props
  const { session, writer, selection, lit, menu, canEdit } = useBoard()
  const words = useMessages().board.note
  const note = useNote(session, id ?? NO_NOTE)
  const writers = useWritersOf(id)
  const description = useDragDescription()
  const keys = useNoteKeys(id, zone)
  const selected = useCell(selection.cell, (notes) => id !== null && notes.has(id))
  const isLit = useCell(lit, (value) => value !== null && (value === id || joinsNote(note, value)))
  if (!note && !writing) return null

  const colour = note?.colour ?? writing?.colour ?? zoneById(zone).colour
  const first = writers[0]
  const ring = first ? `${styles.written} person-${first.colour}` : ''
  const strategy = isCellId(zone)
  const look = [
    strategy || (note && hasFoot(note)) ? styles.footed : '',
    writing ? styles.writing : '',
    writing?.isGone ? styles.leaving : '',
    selected ? styles.selected : '',
    strategy && isLit ? styles.lit : '',
  ].join(' ')
  return (
    <div className={`${styles.note} paper-${colour} ${ring} ${look}`} dir="auto">
      <NoteSign sign={colour} className={styles.mark} />
      {first && <WriterTag names={writers.map((person) => person.name)} />}
      {writing ? (
        <NoteEditor writing={writing} zone={zone} />
      ) : canEdit && note ? (
        <button
          type="button"
          className={styles.face}
          data-note={note.id}
          data-nav=""
          tabIndex={tabStop ? 0 : -1}
          aria-pressed={selected || undefined}
          {...description}
          onFocus={onFocusNote}
          onClick={(event) => {
            if (event.shiftKey || event.ctrlKey || event.metaKey) return selection.toggle(note.id)
            selection.clear()
            // Enter presses the button too, and nowhere.
            const at = event.detail > 0 ? { x: event.clientX, y: event.clientY } : undefined
            writer.open({ note: note.id, at })
          }}
          {...keys}
        >
          <span className={styles.words}>
            <NoteText text={note.text} />
          </span>
        </button>
      ) : (
        <p className={styles.face}>{note && <NoteText text={note.text} />}</p>
      )}
      {writing?.isGone && <p className={styles.gone}>{words.gone}</p>}
      {note && <NoteFoot note={note} className={styles.foot} jumps />}
      {note && strategy && <StrategyFoot note={note} zone={zone} tabStop={tabStop} />}
      {note && !writing && <NoteTick note={note.id} className={styles.tick} />}
      {note && !writing && canEdit && (
        <button
          type="button"
          className={styles.more}
          data-no-drag=""
          tabIndex={tabStop ? 0 : -1}
          aria-label={words.menuOf(note.text.slice(0, 60) || words.empty)}
          title={words.menu}
          aria-haspopup="dialog"
          onFocus={onFocusNote}
          onClick={(event) => menu.set({ note: note.id, anchor: event.currentTarget })}
        />
      )}
      {id && <ChangeRing note={id} />}
    </div>
  )
})

const NO_NOTE = '' as NoteId

const joinsNote = (note: Note | null, other: NoteId): boolean =>
  note?.joins.includes(other) ?? false

/** The whole sentence where the note is wide enough, else the name alone with a pencil: never a cut one. */
function WriterTag({ names }: { names: readonly string[] }) {
  const words = useMessages().board.people
  const who = names.join(', ')
  return (
    <span className={styles.tag} dir="auto">
      <span className={styles.sentence}>{words.typing(who)}</span>
      <span className={styles.name} aria-hidden="true">
        <Icon name="pencil" size={13} />
        {who}
      </span>
    </span>
  )
}
