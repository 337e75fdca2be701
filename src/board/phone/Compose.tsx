import type { KeyboardEvent, PointerEvent } from 'react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { NoteColour } from '../../model/note.ts'
import { NOTE_COLOURS } from '../../model/note.ts'
import type { ZoneId } from '../../model/zones.ts'
import { zoneById } from '../../model/zones.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { useTextField } from '../useTextField.ts'
import { useTooLong } from '../useTooLong.ts'
import styles from './Compose.module.css'

type ComposeProps = {
  zone: ZoneId
  /** Null: a new note, and after it the next. */
  note: NoteId | null
  onDone(): void
}

/** A field like a chat's: Enter and + stick the note and keep the field, and the keyboard, open. Every sign is live. */
export function Compose({ zone, note, onDone }: ComposeProps) {
  const { session, writer, actions } = useBoard()
  const { board, common, zones } = useMessages()
  const field = useRef<HTMLTextAreaElement>(null)
  const [colour, setColour] = useState<NoteColour>(zoneById(zone).colour)
  const [choosing, setChoosing] = useState(false)
  const writing = useCell(writer.cell, (value) => value)
  const onTooLong = useTooLong()
  useTextField(field, writing, { onTooLong, onShown: grow })
  const there = useNote(session, note ?? ('' as NoteId))
  const paper = note ? (there?.colour ?? colour) : colour

  // Before the first paint, so that a press's focus opens the keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another target is another writing; colours are handled below
  useLayoutEffect(() => {
    const opened = writer.open(note ? { note } : { create: { zone, colour } })
    if (!opened) {
      onDone()
      return
    }
    field.current?.focus({ preventScroll: true })
    const shown = opened.text.shown().length
    field.current?.setSelectionRange(shown, shown)
    return () => writer.close()
  }, [writer, note, zone])

  // Closed from elsewhere: somebody removed the note that stood here.
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
    else writer.open({ create: { zone, colour } })
  }
  const choose = (next: NoteColour) => {
    setChoosing(false)
    setColour(next)
    if (writing?.noteId) actions.recolour(writing.noteId, next)
    else if (note === null) writer.open({ create: { zone, colour: next } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      stick()
    } else if (event.key === 'Escape') onDone()
  }
  useEnterOfKeyboards(field, stick)
  const onBlur = () => {
    // After the press that took the focus has found its target: the bar's going moves everything.
    setTimeout(() => {
      const element = field.current
      if (element?.isConnected && document.activeElement !== element && document.hasFocus())
        onDone()
    })
  }

  return (
    <div className={styles.bar}>
      {note !== null && <p className={styles.title}>{board.note.editing}</p>}
      {choosing && <Papers chosen={paper} onChoose={choose} />}
      <div className={styles.row}>
        <button
          type="button"
          className={`${styles.swatch} paper-${paper}`}
          aria-label={board.note.colour(common.colours[paper])}
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
          enterKeyHint="send"
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

/** A press on the bar must not take the focus from the field: the keyboard would go and come. */
const keepFocus = (event: PointerEvent) => event.preventDefault()

type PapersProps = { chosen: NoteColour; onChoose(colour: NoteColour): void }

function Papers({ chosen, onChoose }: PapersProps) {
  const { board, common } = useMessages()
  return (
    <fieldset className={styles.papers} onPointerDown={keepFocus}>
      <legend className="visually-hidden">{board.note.paper}</legend>
      {NOTE_COLOURS.map((each) => (
        <button
          key={each}
          type="button"
          className={`paper-${each}`}
          aria-label={common.colours[each]}
          aria-pressed={each === chosen}
          onClick={() => onChoose(each)}
        >
          {each === chosen && <Icon name="check" size={22} />}
        </button>
      ))}
    </fieldset>
  )
}

/** Keyboards that compose send their Enter as input, not as a key. */
function useEnterOfKeyboards(
  field: React.RefObject<HTMLTextAreaElement | null>,
  onEnter: () => void,
): void {
  const latest = useRef(onEnter)
  useEffect(() => {
    latest.current = onEnter
  })
  useEffect(() => {
    const element = field.current
    if (!element) return
    let shift = false
    const onKey = (event: globalThis.KeyboardEvent) => {
      shift = event.shiftKey
    }
    const onBeforeInput = (event: InputEvent) => {
      const enter = event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph'
      if (!enter || shift) return
      event.preventDefault()
      latest.current()
    }
    element.addEventListener('keydown', onKey)
    element.addEventListener('beforeinput', onBeforeInput)
    return () => {
      element.removeEventListener('keydown', onKey)
      element.removeEventListener('beforeinput', onBeforeInput)
    }
  }, [field])
}

function grow(field: HTMLTextAreaElement): void {
  field.style.height = '0'
  field.style.height = `${field.scrollHeight + 4}px`
}
