import { useDraggable } from '@dnd-kit/core'
import type { MouseEvent, TouchEvent } from 'react'
import type { NoteId } from '../../model/ids.ts'

type DragHandlers = {
  onMouseDown?(event: MouseEvent): void
  onTouchStart?(event: TouchEvent): void
}

/** Makes a shell draggable by mouse and by long press, but not by what lies in it for itself (⋮, a field). */
export function useDragNote(
  note: NoteId | null,
  enabled: boolean,
): { setNodeRef(element: HTMLElement | null): void; handlers: DragHandlers } {
  const { setNodeRef, listeners } = useDraggable({
    id: note ?? 'draft',
    disabled: !enabled || note === null,
  })
  if (!listeners) return { setNodeRef, handlers: {} }
  return {
    setNodeRef,
    handlers: {
      onMouseDown: (event) => {
        if (isHandle(event)) listeners.onMouseDown?.(event)
      },
      onTouchStart: (event) => {
        if (isHandle(event)) listeners.onTouchStart?.(event)
      },
    },
  }
}

const isHandle = (event: MouseEvent | TouchEvent): boolean =>
  event.target instanceof Element &&
  event.currentTarget.contains(event.target) &&
  !event.target.closest('[data-no-drag]')
