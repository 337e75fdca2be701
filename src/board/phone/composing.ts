import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'

/** What the compose bar is for: a new note, or one that lies here. */
export type Composing = { note: NoteId | null }

const lastWritten = new WeakMap<object, ZoneId>()

/** The zone of a canvas that was last written in on this page, to go on there without being asked. */
export const lastWrittenIn = (session: object): ZoneId | undefined => lastWritten.get(session)

export const rememberWritten = (session: object, zone: ZoneId) => lastWritten.set(session, zone)
