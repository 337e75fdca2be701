import { useSyncExternalStore } from 'react'
import { notesInZone } from '../../model/canvas.ts'
import type { NoteColour } from '../../model/note.ts'
import type { ZoneId } from '../../model/zones.ts'
import { zoneById } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'

/** A note as a square on the map: its paper, and the picture of the block that it was taken from. */
type Square = { colour: NoteColour; icon: string | null }

/** The squares of a zone. Redraws when they change, not when words do. */
export function useZoneSquares(zone: ZoneId): Square[] {
  const { session } = useBoard()
  const written = useSyncExternalStore(session.subscribe, () => {
    const view = session.view()
    return notesInZone(view, zone)
      .map((note) => {
        const origin = note.origin && view.notes.get(note.origin)
        return `${note.colour} ${origin ? zoneById(origin.place.zone).icon : ''}`
      })
      .join('|')
  })
  if (written === '') return []
  return written.split('|').map((square) => {
    const [colour, icon] = square.split(' ')
    return { colour: colour as NoteColour, icon: icon || null }
  })
}
