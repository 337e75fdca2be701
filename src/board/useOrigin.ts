import type { NoteId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import type { ZoneId } from '../model/zones.ts'
import { useNotePart } from '../sync/useCanvas.ts'
import { useBoard } from './boardContext.ts'

/** The note that one was taken from and where it lies now, or that it is gone; null where the thought was born here. */
export function useOrigin({ origin }: Note): { note: NoteId; zone: ZoneId } | 'gone' | null {
  const zone = useNotePart(useBoard().session, origin, ({ place }) => place.zone)
  if (origin === null) return null
  return zone ? { note: origin, zone } : 'gone'
}
