import type { KeyboardEvent } from 'react'
import { useCallback } from 'react'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { useKeyCarry } from '../drag/useKeyCarry.ts'
import { focusNote } from '../focusNote.ts'
import { directionOf, nearest } from './spatial.ts'

type NoteKeys = {
  onKeyDown(event: KeyboardEvent): void
  onKeyUp(event: KeyboardEvent): void
  onBlur(): void
}

/** Firefox presses a button when Space is let go. */
const onKeyUp = (event: KeyboardEvent) => {
  if (event.key === ' ') event.preventDefault()
}

/** Keys on a note: arrows walk, Enter edits (it is a button), Space lifts, Delete deletes. */
export function useNoteKeys(note: NoteId | null, zone: ZoneId): NoteKeys {
  const { session, actions, menu } = useBoard()
  const { onKey, letGo } = useKeyCarry(note, zone)
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (!note || event.ctrlKey || event.metaKey || event.altKey) return
      if (onKey(event)) return
      const direction = directionOf(event.key)
      if (direction) {
        event.preventDefault()
        focusNearest(event.currentTarget, direction)
      } else if (event.key === 'Delete' || event.key === 'Backspace') {
        event.preventDefault()
        const notes = session.view().zones[zone]
        const at = notes.indexOf(note)
        actions.remove(note)
        focusNote(notes[at + 1] ?? notes[at - 1] ?? null, zone)
      } else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
        event.preventDefault()
        if (event.currentTarget instanceof HTMLElement) {
          menu.set({ note, anchor: event.currentTarget })
        }
      }
    },
    [note, zone, session, actions, menu, onKey],
  )
  return { onKeyDown, onKeyUp, onBlur: letGo }
}

function focusNearest(from: Element, direction: Parameters<typeof nearest>[2]): void {
  const others = [...document.querySelectorAll<HTMLElement>('[data-nav]')].filter(
    (element) => element !== from && element.offsetParent !== null,
  )
  const boxes = others.map((element) => element.getBoundingClientRect())
  others[nearest(from.getBoundingClientRect(), boxes, direction)]?.focus()
}
