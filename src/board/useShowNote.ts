import { useCallback } from 'react'
import type { NoteId } from '../model/ids.ts'
import { zoneById } from '../model/zones.ts'
import { useBoard } from './boardContext.ts'
import { focusNote } from './focusNote.ts'

/** Opens the tab that a note lies on and gives it the focus; nothing where it is gone. */
export function useShowNote(): (note: NoteId) => void {
  const { session, tab, writer } = useBoard()
  return useCallback(
    (note) => {
      const zone = session.view().notes.get(note)?.place.zone
      if (!zone) return
      writer.close()
      const home = zoneById(zone).tab
      if (home !== null) tab.set(home)
      focusNote(note, zone)
    },
    [session, tab, writer],
  )
}
