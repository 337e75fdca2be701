/** What a person does on an open canvas, and how it is seen there. */
import type { NewNote } from '../../../src/model/doc/addNote.ts'
import type { CanvasId, NoteId } from '../../../src/model/ids.ts'
import { canvasRoom } from '../../../src/protocol/roomName.ts'
import type { RoomKey } from '../../../src/storage/device.ts'
import type { CanvasEdits, CanvasSession } from '../../../src/sync/session.ts'
import type { Person } from './rig.ts'
import { until } from './until.ts'

export const editsOf = (session: CanvasSession): CanvasEdits => {
  const edits = session.edits()
  if (!edits) throw new Error('this session may only read')
  return edits
}
export const add = (session: CanvasSession, note: NewNote): NoteId => {
  const added = editsOf(session).addNote(note)
  if (typeof added !== 'string') throw new Error(added.refused)
  return added
}
export const textOf = (session: CanvasSession, note: NoteId) => session.view().notes.get(note)?.text
export const untilSeen = (session: CanvasSession, note: NoteId, text: string) =>
  until(session, () => textOf(session, note) === text)

export const canvasOf = ({ canvas }: Person): CanvasId => {
  if (!canvas) throw new Error('a member has a canvas')
  return canvas
}
/** Where somebody's device keeps a canvas. */
export const keyOf = (person: Person, of: Person): RoomKey => ({
  room: canvasRoom(person.workshop, canvasOf(of)),
  seat: person.seat,
})
