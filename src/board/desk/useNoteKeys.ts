import type { KeyboardEvent } from 'react'
import { useCallback } from 'react'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { useKeyCarry } from '../drag/useKeyCarry.ts'
import { focusNote } from '../focusNote.ts'

type NoteKeys = {
  onKeyDown(event: KeyboardEvent): void
  onKeyUp(event: KeyboardEvent): void
  onBlur(): void
}

/** Firefox presses a button when Space is let go. */
const onKeyUp = (event: KeyboardEvent) => {
  if (event.key === ' ') event.preventDefault()
}

/** Keys on a note: Enter edits (it is a button), Space lifts, Shift+Space selects, Delete deletes, Ctrl+D duplicates. */
export function useNoteKeys(note: NoteId | null, zone: ZoneId): NoteKeys {
  const { session, actions, selection, menu } = useBoard()
  const { onKey, letGo } = useKeyCarry(note, zone)
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (!note || event.altKey) return
      const held = event.ctrlKey || event.metaKey
      if (held) {
        if (event.key.toLowerCase() === 'd') {
          event.preventDefault()
          const [copy] = actions.duplicate(selection.meantBy(note))
          if (copy) focusNote(copy, zone)
        } else if (event.key.toLowerCase() === 'a') {
          event.preventDefault()
          selection.select(session.view().zones[zone])
        }
        return
      }
      if (event.key === ' ' && event.shiftKey) {
        event.preventDefault()
        selection.toggle(note)
      } else if (onKey(event)) {
        event.stopPropagation()
      } else if (event.key === 'Delete' || event.key === 'Backspace') {
        event.preventDefault()
        actions.remove(selection.meantBy(note))
      } else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
        event.preventDefault()
        if (event.currentTarget instanceof HTMLElement) {
          menu.set({ note, anchor: event.currentTarget })
        }
      }
    },
    [note, zone, session, actions, selection, menu, onKey],
  )
  return { onKeyDown, onKeyUp, onBlur: letGo }
}
