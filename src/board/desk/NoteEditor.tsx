import type { KeyboardEvent, MouseEvent } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { ZoneId } from '../../model/zones.ts'
import { isComposed, useEnter } from '../../ui/useEnter.ts'
import { useBoard } from '../boardContext.ts'
import { focusNote } from '../focusNote.ts'
import { growField } from '../growField.ts'
import { useLinesOffer } from '../useLinesOffer.ts'
import { useSayTooLong } from '../useSayRefused.ts'
import { useTextField } from '../useTextField.ts'
import type { Writing } from '../writer.ts'
import styles from './NoteEditor.module.css'

/** The field in a note: it grows with its words. Enter closes it, and after a new note opens the next one below. */
export function NoteEditor({ writing, zone }: { writing: Writing; zone: ZoneId }) {
  const { writer } = useBoard()
  const { board, zones } = useMessages()
  const field = useRef<HTMLTextAreaElement>(null)
  const onTooLong = useSayTooLong()
  const onLines = useLinesOffer(writing)

  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    element.focus({ preventScroll: true })
    const sizes = new ResizeObserver(() => {
      growField(element)
      element.scrollIntoView({ block: endsBelow(element) ? 'end' : 'nearest' })
    })
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [])
  // Behind that: only in a field with the focus the caret is put where it belongs.
  useTextField(field, writing, { onTooLong, onLines, onShown: growField })

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key !== 'Escape' || isComposed(event.nativeEvent)) return
    event.preventDefault()
    finish()
  }
  const onEnter = () => {
    const written = writing.text.noteId()
    const next = writing.isNew && written !== null && writing.text.shown().trim() !== ''
    if (next) writer.open({ create: { zone, after: written } })
    else finish()
  }
  useEnter(field, onEnter)
  const finish = () => {
    const written = writing.text.noteId()
    writer.close()
    focusNote(written, zone)
  }
  const onBlur = () => {
    // Another window in front, or the field made anew in another zone: the writing goes on.
    queueMicrotask(() => {
      const element = field.current
      if (!element?.isConnected || document.activeElement === element || !document.hasFocus())
        return
      if (writer.cell.get()?.text === writing.text) writer.close()
    })
  }
  // The second press of a double click on the note meets the field that the first one opened: it would select a word.
  const pressed = useRef(writing.at === null)
  const onMouseDown = (event: MouseEvent) => {
    if (event.detail === 1) pressed.current = true
    if (!pressed.current) event.preventDefault()
  }
  return (
    <textarea
      ref={field}
      className={styles.field}
      rows={1}
      enterKeyHint={writing.isNew ? 'next' : 'done'}
      dir="auto"
      data-no-drag=""
      aria-label={writing.isNew ? board.note.fieldIn(zones[zone].name) : board.note.field}
      placeholder={board.note.placeholder}
      onMouseDown={onMouseDown}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    />
  )
}

/** Written at the end of more than its zone has room for: "nearest" would be content with any part of it. */
function endsBelow(field: HTMLTextAreaElement): boolean {
  const room = field.closest('[data-scrolls]')?.clientHeight ?? Number.POSITIVE_INFINITY
  return field.selectionEnd === field.value.length && field.offsetHeight > room
}
