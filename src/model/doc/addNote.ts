import * as Y from 'yjs'
import type { NoteId, SeatId } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import type { NoteColour } from '../note.ts'
import { cleanTags } from '../tags.ts'
import { wellFormed } from '../text.ts'
import type { ZoneId } from '../zones.ts'
import { CELL_USES, isCellId, zoneById } from '../zones.ts'
import type { Step } from './change.ts'
import { appearanceOf } from './change.ts'
import type { EditContext } from './edit.ts'
import { edit } from './edit.ts'
import { liveNotes } from './liveNotes.ts'
import { placesIn } from './placeIn.ts'
import { readZone } from './readZone.ts'
import type { SharedNote } from './schema.ts'
import { notesOf } from './schema.ts'
import type { Edited } from './setField.ts'

export type NewNote = {
  zone: ZoneId
  text: string
  /** The note it stands behind; left out: the end of the zone. */
  after?: NoteId | null
  colour?: NoteColour
  speaker?: SeatId | null
  tags?: readonly string[]
  /** The note it is taken from. */
  origin?: NoteId
  /** In a strategy cell; those of them that lie where it can join them. */
  joins?: readonly NoteId[]
  finding?: boolean
  example?: boolean
}

/** Puts a note onto the canvas, whole and in one transaction. */
export function addNote(
  doc: Y.Doc,
  wanted: NewNote,
  context: EditContext,
): { id: NoteId; step: Step } {
  const { reached, step } = addNotes(doc, [wanted], context)
  return { id: reached[0] as NoteId, step }
}

/** Puts notes onto the canvas in one transaction. Those with one destination stand there in the order given. */
export function addNotes(doc: Y.Doc, wanted: readonly NewNote[], context: EditContext): Edited {
  return edit(doc, () => {
    const added = runsOf(wanted).flatMap((run) => {
      const lying = readZone(doc, run[0].zone)
      const places = placesIn(lying, run[0], run.length, context.random)
      return run.map((note, index) => writeNote(doc, note, places[index], context))
    })
    return {
      reached: added.map(({ id }) => id),
      step: added.map(({ id, note }) => ({
        type: 'appeared',
        note: id,
        mark: null,
        as: appearanceOf(note),
      })),
    }
  })
}

type Run = [NewNote, ...NewNote[]]

/** Neighbours with one destination. */
function runsOf(notes: readonly NewNote[]): Run[] {
  const runs: Run[] = []
  for (const note of notes) {
    const run = runs.at(-1)
    if (run && run[0].zone === note.zone && run[0].after === note.after) run.push(note)
    else runs.push([note])
  }
  return runs
}

function writeNote(
  doc: Y.Doc,
  wanted: NewNote,
  place: unknown,
  context: EditContext,
): { id: NoteId; note: SharedNote } {
  const id = context.newNoteId()
  const note = new Y.Map<unknown>()
  notesOf(doc).set(id, note)
  note.set('text', new Y.Text(wellFormed(wanted.text)))
  note.set('place', place)
  note.set('colour', wanted.colour ?? zoneById(wanted.zone).colour)
  note.set('speaker', wanted.speaker === undefined ? context.seat : wanted.speaker)
  note.set('typist', context.seat)
  note.set('createdAt', context.now())
  note.set('editedAt', context.now())
  const tags = cleanTags(wanted.tags ?? [], LIMITS.tagsOnNote)
  if (tags.length > 0) note.set('tags', tags)
  if (wanted.origin) note.set('origin', wanted.origin)
  const joins = joinable(doc, wanted)
  if (joins.length > 0) note.set('joins', joins.slice(0, LIMITS.joinsOfNote))
  if (wanted.finding) note.set('finding', true)
  if (wanted.example) note.set('example', true)
  return { id, note }
}

/** What was deleted or moved since it was picked for a strategy is left out. */
function joinable(doc: Y.Doc, { zone, joins = [] }: NewNote): readonly NoteId[] {
  if (!isCellId(zone)) return []
  const used: readonly ZoneId[] = CELL_USES[zone]
  return liveNotes(doc, joins).flatMap(({ id, note }) => (used.includes(note.place.zone) ? id : []))
}
