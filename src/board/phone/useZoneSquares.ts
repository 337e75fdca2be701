import { notesInZone } from '../../model/canvas.ts'
import type { NoteColour } from '../../model/note.ts'
import type { ZoneId } from '../../model/zones.ts'
import { zoneById } from '../../model/zones.ts'
import { useViewPart } from '../../sync/useCanvas.ts'
import { useBoard } from '../boardContext.ts'

/** A note as a square on the map: its paper, and the picture of the block that it was taken from. */
type Square = { colour: NoteColour; icon: string | null }

/** The squares of a zone. Redraws when they change, not when words do. */
export function useZoneSquares(zone: ZoneId): readonly Square[] {
  const { session } = useBoard()
  return useViewPart(session, (view) =>
    notesInZone(view, zone).map(({ colour, origin }): Square => {
      const source = origin && view.notes.get(origin)
      return { colour, icon: source ? zoneById(source.place.zone).icon : null }
    }),
  )
}
