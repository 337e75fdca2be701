/**
 * A textarea bound to a text session. The field is never controlled: while Android's keyboard composes (all its typing
 * is composition), setting a field's value doubles the text or throws the caret to the end. Only `input` events are
 * trusted, never keys, and remote words wait for the composition to end.
 */
import type { RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { LIMITS } from '../model/limits.ts'
import { useBoard } from './boardContext.ts'
import { linesOf } from './pastedLines.ts'
import type { Writing } from './writer.ts'

export type PastedText = {
  lines: readonly string[]
  /** As they would stand in the field: its words before and behind them, and the text between. */
  before: string
  text: string
  behind: string
  /** Puts it into the field after all, as if it were typed at the caret. */
  insert(): void
}

type TextFieldEvents = {
  /** It would have grown past what a note may hold: nothing was changed. */
  onTooLong(length: number): void
  /** Several lines are being pasted: they are kept out of the field until a word is said on what becomes of them. */
  onLines?(pasted: PastedText): void
  /** The field shows other words now. */
  onShown?(field: HTMLTextAreaElement): void
}

/** Where the caret stood, by writing, for when the field is made anew in another zone. */
const carets = new WeakMap<object, [number, number]>()

export function useTextField(
  ref: RefObject<HTMLTextAreaElement | null>,
  writing: Writing | null,
  events: TextFieldEvents,
): void {
  const { changes, writer } = useBoard()
  const text = writing?.text
  const at = writing?.at ?? null
  const latest = useRef(events)
  useLayoutEffect(() => {
    latest.current = events
  })

  useLayoutEffect(() => {
    const field = ref.current
    if (!field || !text) return
    let composing = false

    const show = (value: string, start: number, end: number) => {
      const mine = document.activeElement === field
      if (field.value !== value) field.value = value
      if (mine) field.setSelectionRange(start, end)
      latest.current.onShown?.(field)
    }
    const back = () => {
      const wanted = field.value.length
      const value = text.shown()
      const caret = Math.min(field.selectionEnd, value.length)
      show(value, caret, caret)
      latest.current.onTooLong(wanted)
    }
    const onInput = () => {
      const taken = changes.mine(() => text.input(field.value, field.selectionEnd))
      if (taken === 'tooLong' && !composing) back()
      writer.typed()
      latest.current.onShown?.(field)
    }
    const onCompositionStart = () => {
      composing = true
      text.hold(true)
    }
    const onCompositionEnd = () => {
      composing = false
      onInput()
      text.hold(false)
    }
    const onBeforeInput = (event: InputEvent) => {
      if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
        event.preventDefault()
        changes.mine(() => (event.inputType === 'historyUndo' ? text.undo() : text.redo()))
      }
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = undoKey(event)
      if (!direction) return
      event.preventDefault()
      event.stopPropagation()
      changes.mine(() => text[direction]())
    }
    // A paste that is too long is refused before it changes anything.
    const onPaste = (event: ClipboardEvent) => {
      const pasted = event.clipboardData?.getData('text/plain') ?? ''
      const kept = field.value.length - (field.selectionEnd - field.selectionStart)
      const text = pasted.replace(/\r\n?/g, '\n')
      const length = kept + text.length
      const lines = linesOf(text)
      if (lines.length > 1 && latest.current.onLines) {
        event.preventDefault()
        const { value, selectionStart, selectionEnd } = field
        latest.current.onLines({
          lines,
          before: value.slice(0, selectionStart),
          text,
          behind: value.slice(selectionEnd),
          insert() {
            field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
            onInput()
            field.focus()
          },
        })
      } else if (length > LIMITS.noteTextLength) {
        event.preventDefault()
        latest.current.onTooLong(length)
      }
    }

    const shown = text.shown()
    const kept = carets.get(text)
    show(shown, ...(kept ?? [shown.length, shown.length]))
    const pressed = kept ? null : caretAt(field, at)
    if (pressed !== null) field.setSelectionRange(pressed, pressed)
    const stop = text.subscribe((change) => {
      const { selectionStart, selectionEnd } = field
      show(change.text, change.mapIndex(selectionStart), change.mapIndex(selectionEnd))
    })
    field.addEventListener('input', onInput)
    field.addEventListener('compositionstart', onCompositionStart)
    field.addEventListener('compositionend', onCompositionEnd)
    field.addEventListener('beforeinput', onBeforeInput)
    field.addEventListener('keydown', onKeyDown)
    field.addEventListener('paste', onPaste)
    return () => {
      carets.set(text, [field.selectionStart, field.selectionEnd])
      stop()
      field.removeEventListener('input', onInput)
      field.removeEventListener('compositionstart', onCompositionStart)
      field.removeEventListener('compositionend', onCompositionEnd)
      field.removeEventListener('beforeinput', onBeforeInput)
      field.removeEventListener('keydown', onKeyDown)
      field.removeEventListener('paste', onPaste)
    }
  }, [ref, text, at, changes, writer])
}

/** Before which letter a press was; null where there was none, or the browser cannot tell. */
function caretAt(field: HTMLTextAreaElement, at: Writing['at']): number | null {
  const caret = at && document.caretPositionFromPoint?.(at.x, at.y)
  return caret?.offsetNode === field ? caret.offset : null
}

/** Ctrl/Cmd+Z, Ctrl+Shift+Z and Ctrl+Y. */
export function undoKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.shiftKey ? 'redo' : null
}
