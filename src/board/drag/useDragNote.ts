import type { MouseEvent, TouchEvent } from 'react'
import { useMemo, useRef } from 'react'
import type { NoteId } from '../../model/ids.ts'
import type { Press } from './hand.ts'
import { useHand } from './hand.ts'

type DragHandlers = {
  onMouseDown?(event: MouseEvent): void
  onTouchStart?(event: TouchEvent): void
}

type DragNote = { setNodeRef(element: HTMLElement | null): void; handlers: DragHandlers }

/** Makes a shell draggable by mouse and by long press, but not by what lies in it for itself (⋮, a field). */
export function useDragNote(note: NoteId | null, enabled: boolean): DragNote {
  const hand = useHand()
  const shell = useRef<HTMLElement | null>(null)
  return useMemo(() => {
    const setNodeRef = (element: HTMLElement | null) => {
      shell.current = element
    }
    if (!enabled || note === null) return { setNodeRef, handlers: {} }
    const press = (event: Press) => {
      if (shell.current && isHandle(event)) hand.press(note, shell.current, event)
    }
    return { setNodeRef, handlers: { onMouseDown: press, onTouchStart: press } }
  }, [note, enabled, hand])
}

const isHandle = (event: Press): boolean =>
  event.target instanceof Element &&
  event.currentTarget.contains(event.target) &&
  !event.target.closest('[data-no-drag]')
