import { useEffect, useRef } from 'react'
import type { NoteId } from '../model/ids.ts'
import type { ZoneId } from '../model/zones.ts'
import { zoneById } from '../model/zones.ts'
import { useBoard } from './boardContext.ts'
import type { BoardProps } from './boardProps.ts'

/** Opens the note that the app asks for, wherever it lies: its tab first, then `write` as this screen does it. */
export function useNoteToOpen(
  { noteToOpen = null, onNoteOpened }: Pick<BoardProps, 'noteToOpen' | 'onNoteOpened'>,
  write: (note: NoteId, zone: ZoneId) => void,
): void {
  const { session, tab } = useBoard()
  const latest = useRef({ write, onNoteOpened })
  useEffect(() => {
    latest.current = { write, onNoteOpened }
  })
  useEffect(() => {
    if (noteToOpen === null) return
    const zone = session.view().notes.get(noteToOpen)?.place.zone
    if (zone) {
      const home = zoneById(zone).tab
      if (home !== null) tab.set(home)
      latest.current.write(noteToOpen, zone)
    }
    latest.current.onNoteOpened?.()
  }, [noteToOpen, session, tab])
}
