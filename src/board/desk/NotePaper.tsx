import { memo } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { isCellId, zoneById } from '../../model/zones.ts'
import { useNote, useNotePart } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { ChangeRing } from '../ChangeRing.tsx'
import { useCell } from '../cell.ts'
import { useDragDescription } from '../drag/useDragDescription.ts'
import { hasFoot, NoteFoot } from '../NoteFoot.tsx'
import { NoteSign } from '../NoteSign.tsx'
import { NoteText } from '../NoteText.tsx'
import { NoteTick } from '../NoteTick.tsx'
import { shortWords } from '../shortWords.ts'
import { useWritersOf } from '../usePresence.ts'
import type { Writing } from '../writer.ts'
import { isSelecting } from './isSelecting.ts'
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

/**
 * A note on a wide screen. Its words are a button (press to edit); while it is written, they are a field, and a letter
 * draws nothing at all: the field has it already.
 */
export const NotePaper = memo(function NotePaper(props: NotePaperProps) {
  const { zone, note, writing } = props
  const { session, selection, lit, canEdit } = useBoard()
  const words = useMessages().board.note
  const laid = useNotePart(session, note, ({ colour }) => colour)
  const footed = useNotePart(session, note, hasFoot)
  const joins = useNotePart(session, note, (each) => each.joins.join(' '))
  const writers = useWritersOf(note)
  const selected = useCell(selection.cell, (notes) => note !== null && notes.has(note))
  const isLit = useCell(
    lit,
    (value) => value !== null && (value === note || joins?.split(' ').includes(value) === true),
  )
  const lies = note !== null && laid !== null
  if (!lies && !writing) return null

  const colour = laid ?? writing?.colour ?? zoneById(zone).colour
  const first = writers[0]
  const ring = first ? `${styles.written} person-${first.colour}` : ''
  const strategy = isCellId(zone)
  const look = [
    strategy || footed ? styles.footed : '',
    writing ? styles.writing : '',
    writing?.isGone ? styles.leaving : '',
    selected ? styles.selected : '',
    strategy && isLit ? styles.lit : '',
  ].join(' ')
  return (
    <div className={`${styles.note} sticky paper-${colour} ${ring} ${look}`} dir="auto">
      <NoteSign sign={colour} className={styles.mark} />
      {first && <WriterTag names={writers.map((person) => person.name)} />}
      {writing ? (
        <NoteEditor writing={writing} zone={zone} />
      ) : (
        lies && <NoteFace {...props} note={note} selected={selected} />
      )}
      {writing?.isGone && <p className={styles.gone}>{words.gone}</p>}
      {lies && (strategy || footed) && <Feet {...props} note={note} />}
      {lies && !writing && (
        <NoteTick note={note} className={`${styles.tick} ${canEdit ? styles.unpressed : ''}`} />
      )}
      {lies && !writing && canEdit && <MoreButton {...props} note={note} />}
      {note && <ChangeRing note={note} />}
    </div>
  )
})

type PartProps = Omit<NotePaperProps, 'note' | 'writing'> & { note: NoteId }

/** Its words. */
function NoteFace({
  note,
  zone,
  tabStop,
  selected,
  onFocusNote,
}: PartProps & { selected: boolean }) {
  const { session, writer, selection, canEdit } = useBoard()
  const text = useNotePart(session, note, (each) => each.text) ?? ''
  const description = useDragDescription()
  const keys = useNoteKeys(note, zone)
  if (!canEdit) {
    return (
      <p className={styles.face} data-note={note} tabIndex={-1}>
        <NoteText text={text} />
      </p>
    )
  }
  return (
    <button
      type="button"
      className={styles.face}
      data-note={note}
      data-nav=""
      tabIndex={tabStop ? 0 : -1}
      aria-pressed={selected || undefined}
      {...description}
      onFocus={onFocusNote}
      onClick={(event) => {
        if (isSelecting(event, selection.cell.get())) return selection.toggle(note)
        selection.clear()
        // Enter presses the button too, and nowhere.
        const at = event.detail > 0 ? { x: event.clientX, y: event.clientY } : undefined
        writer.open({ note, at })
      }}
      {...keys}
    >
      <span className={styles.words}>
        <NoteText text={text} />
      </span>
    </button>
  )
}

/** Where it has something to say of itself below its words. */
function Feet({ note: id, zone, tabStop }: PartProps) {
  const note = useNote(useBoard().session, id)
  if (!note) return null
  return (
    <>
      <NoteFoot note={note} className={styles.foot} jumps />
      {isCellId(zone) && <StrategyFoot note={note} zone={zone} tabStop={tabStop} />}
    </>
  )
}

function MoreButton({ note, tabStop, onFocusNote }: PartProps) {
  const { session, menu } = useBoard()
  const words = useMessages().board.note
  const name = useNotePart(session, note, (each) => shortWords(each.text, words.empty))
  return (
    <button
      type="button"
      className={styles.more}
      data-no-drag=""
      tabIndex={tabStop ? 0 : -1}
      aria-label={words.menuOf(name ?? words.empty)}
      title={words.menu}
      aria-haspopup="dialog"
      onFocus={onFocusNote}
      onClick={(event) => menu.set({ note, anchor: event.currentTarget })}
    />
  )
}

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
