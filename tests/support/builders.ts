/** What a test needs to exist before its sentence begins. Everything not said has a plain value. */
import * as Y from 'yjs'
import { addNote } from '../../src/model/doc/addNote.ts'
import type { EditContext } from '../../src/model/doc/edit.ts'
import { canvasSettingsOf, stampSchema } from '../../src/model/doc/schema.ts'
import type { NoteId, SeatId } from '../../src/model/ids.ts'
import type { NoteColour } from '../../src/model/note.ts'
import type { ZoneId } from '../../src/model/zones.ts'

/** Numbers 0 ≤ x < 1 that a seed decides (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** 2023-07-15 09:00 in Malang: when every test's workshop begins. */
export const MORNING_MS = Date.UTC(2023, 6, 15, 2)

/** Each look at its clock is a millisecond later, and its note ids are `<seat>1`, `<seat>2`, … */
export function aContext(seat: string, random = seededRandom(1)): EditContext {
  let looks = 0
  let notes = 0
  return {
    seat: seat as SeatId,
    now: () => MORNING_MS + looks++,
    random,
    newNoteId: () => `${seat}${++notes}` as NoteId,
  }
}

export type NoteBuilder = {
  in(zone: ZoneId): NoteBuilder
  saying(text: string): NoteBuilder
  coloured(colour: NoteColour): NoteBuilder
  writtenBy(seat: string): NoteBuilder
  asExample(): NoteBuilder
  writeTo(doc: Y.Doc): void
}

type NoteFields = { zone: ZoneId; text: string; seat: string; colour?: NoteColour; example?: true }

/** A note in the tray, by the facilitator. */
export function aNote(id: string): NoteBuilder {
  return noteBuilder(id, { zone: 'tray', text: `note ${id}`, seat: 'facilitator' })
}

function noteBuilder(id: string, fields: NoteFields): NoteBuilder {
  const also = (more: Partial<NoteFields>) => noteBuilder(id, { ...fields, ...more })
  return {
    in: (zone) => also({ zone }),
    saying: (text) => also({ text }),
    coloured: (colour) => also({ colour }),
    writtenBy: (seat) => also({ seat }),
    asExample: () => also({ example: true }),
    writeTo(doc) {
      const { seat, ...note } = fields
      addNote(doc, note, { ...aContext(seat), newNoteId: () => id as NoteId })
    },
  }
}

export type CanvasBuilder = {
  with(...notes: NoteBuilder[]): CanvasBuilder
  /** A fresh document with these notes in this order; whoever asks destroys it. */
  toDoc(): Y.Doc
  /** The same as one update, as a device first receives it. */
  toUpdate(): Uint8Array
}

/** An empty canvas, as the server makes it. */
export function aCanvas(notes: readonly NoteBuilder[] = []): CanvasBuilder {
  const toDoc = () => {
    const doc = new Y.Doc()
    stampSchema(canvasSettingsOf(doc))
    for (const note of notes) note.writeTo(doc)
    return doc
  }
  return {
    with: (...more) => aCanvas([...notes, ...more]),
    toDoc,
    toUpdate() {
      const doc = toDoc()
      const update = Y.encodeStateAsUpdate(doc)
      doc.destroy()
      return update
    },
  }
}
