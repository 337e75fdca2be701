import * as Y from 'yjs'
import type { NoteId, SeatId } from '../ids.ts'
import type { NoteColour } from '../note.ts'
import { wellFormed } from '../text.ts'
import type { ZoneId } from '../zones.ts'
import { zoneById } from '../zones.ts'
import type { Step } from './change.ts'
import { appearanceOf } from './change.ts'
import type { EditContext } from './edit.ts'
import { edit } from './edit.ts'
import { placeIn } from './placeIn.ts'
import { readCanvas } from './readCanvas.ts'
import { notesOf } from './schema.ts'

export type NewNote = {
  zone: ZoneId
  text: string
  /** The note it stands behind; left out: the end of the zone. */
  after?: NoteId | null
  colour?: NoteColour
  speaker?: SeatId
  example?: boolean
}

/** Puts a note onto the canvas, whole and in one transaction. */
export function addNote(
  doc: Y.Doc,
  wanted: NewNote,
  context: EditContext,
): { id: NoteId; step: Step } {
  const id = context.newNoteId()
  const place = placeIn(readCanvas(doc), wanted, context.random)
  const note = new Y.Map<unknown>()
  edit(doc, () => {
    notesOf(doc).set(id, note)
    note.set('text', new Y.Text(wellFormed(wanted.text)))
    note.set('place', place)
    note.set('colour', wanted.colour ?? zoneById(wanted.zone).colour)
    note.set('speaker', wanted.speaker ?? context.seat)
    note.set('typist', context.seat)
    note.set('createdAt', context.now())
    note.set('editedAt', context.now())
    if (wanted.example) note.set('example', true)
  })
  return { id, step: [{ type: 'appeared', note: id, as: appearanceOf(note) }] }
}
