import type { KeyboardEvent } from 'react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { NoteColour } from '../../model/note.ts'
import { pairIn } from '../../model/pair.ts'
import type { ZoneId } from '../../model/zones.ts'
import { zoneById } from '../../model/zones.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { isComposed, useEnter } from '../../ui/useEnter.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { growField } from '../growField.ts'
import { PaperPicker } from '../PaperPicker.tsx'
import { useColourName } from '../useColourName.ts'
import { useLinesOffer } from '../useLinesOffer.ts'
import { useNextPair } from '../usePair.ts'
import { useSayTooLong } from '../useSayRefused.ts'
import { useTextField } from '../useTextField.ts'
import styles from './Compose.module.css'
import { keepFocus } from './keepFocus.ts'
import { usePhone } from './phoneTools.ts'

type ComposeProps = {
  zone: ZoneId
  /** Null: a new note, and after it the next. */
  note: NoteId | null
}

/** A field like a chat's: Enter and + stick the note and keep the field, and the keyboard, open. Every sign is live. */
export function Compose({ zone, note }: ComposeProps) {
  const { session, writer, actions, pair, pasted, help } = useBoard()
  const { board, zones } = useMessages()
  const { stopComposing: onDone } = usePhone()
  const nameOf = useColourName()
  const codes = useNextPair(zone)
  const field = useRef<HTMLTextAreaElement>(null)
  const [colour, setColour] = useState<NoteColour>(zoneById(zone).colour)
  const [choosing, setChoosing] = useState(false)
  const writing = useCell(writer.cell, (value) => value)
  const onTooLong = useSayTooLong()
  const onLines = useLinesOffer(writing, { waits: true })
  useTextField(field, writing, { onTooLong, onLines, onShown: growField })
  const there = useNote(session, note)
  const paper = note ? (there?.colour ?? writing?.colour ?? colour) : colour

  /** What a new note starts with: its paper, and in a strategy cell the pair it joins. */
  const next = (paperOfNew: NoteColour) => ({
    zone,
    colour: paperOfNew,
    joins: pairIn(session.view(), pair.get(), zone),
  })

  // Before the first paint, so that a press's focus opens the keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another target is another writing; colours are handled below
  useLayoutEffect(() => {
    const opened = writer.open(note ? { note } : { create: next(colour) })
    if (!opened) {
      onDone()
      return
    }
    field.current?.focus({ preventScroll: true })
    const shown = opened.text.shown().length
    field.current?.setSelectionRange(shown, shown)
    return () => writer.close()
  }, [writer, note, zone])

  // Closed from elsewhere.
  const open = writing !== null
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !open) onDone()
    wasOpen.current = open
  }, [open, onDone])

  const stick = () => {
    const element = field.current
    if (note !== null) {
      element?.blur()
      onDone()
      return
    }
    if ((writing?.text.shown().trim() ?? '') === '') element?.focus()
    else writer.open({ create: next(colour) })
  }
  const choose = (chosen: NoteColour) => {
    setChoosing(false)
    setColour(chosen)
    if (writing?.noteId) actions.recolour(writing.noteId, chosen)
    else if (note === null) writer.open({ create: next(chosen) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isComposed(event.nativeEvent)) onDone()
  }
  // In a note that is there it begins a line: there is no next one to go to.
  useEnter(field, () => note === null && stick())
  const onBlur = () => {
    // After the press that took the focus has found its target: the bar's going moves everything.
    setTimeout(() => {
      const element = field.current
      const left = document.activeElement !== element && document.hasFocus()
      // One who reads help or answers what becomes of pasted lines comes back to the field: it waits for them.
      const waits = pasted.get() !== null || help.get() !== null
      if (element?.isConnected && left && !waits) onDone()
    })
  }

  return (
    <div className={styles.bar}>
      {writing?.isGone ? (
        <p className={styles.title}>{board.note.gone}</p>
      ) : (
        note !== null && <p className={styles.title}>{board.note.editing}</p>
      )}
      {note === null && codes !== '' && <p className={styles.title}>{codes}</p>}
      {choosing && (
        <div className={styles.papers} onPointerDown={keepFocus}>
          <PaperPicker size="bar" chosen={paper} onChoose={choose} />
        </div>
      )}
      <div className={styles.row}>
        <button
          type="button"
          className={`${styles.swatch} paper-${paper}`}
          aria-label={board.note.colour(nameOf(paper))}
          aria-expanded={choosing}
          onPointerDown={keepFocus}
          onClick={() => setChoosing(!choosing)}
        >
          <i />
        </button>
        <textarea
          ref={field}
          className={styles.field}
          rows={1}
          dir="auto"
          enterKeyHint={note ? 'enter' : 'send'}
          aria-label={note ? board.note.editing : board.note.fieldIn(zones[zone].nickname)}
          placeholder={board.note.placeholder}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
        <button
          type="button"
          className={styles.stick}
          aria-label={note ? board.note.done : board.note.stick}
          onPointerDown={keepFocus}
          onClick={stick}
        >
          <Icon name={note ? 'check' : 'plus'} size={28} />
        </button>
      </div>
    </div>
  )
}
