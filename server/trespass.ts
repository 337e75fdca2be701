/**
 * What no client may write, though it may write in the room: the mark of the schema, which the server alone sets, and
 * other people's names under a note. Seen in the transaction that did it; then nothing of it may stay.
 */
import * as Y from 'yjs'
import { workshopOf } from '../src/model/doc/plan.ts'
import { canvasSettingsOf, notesOf } from '../src/model/doc/schema.ts'
import type { SeatId } from '../src/model/ids.ts'
import type { RoomKind } from '../src/model/roles.ts'

export type Trespass = 'schema' | 'typist'

/** Asked after a client's update was applied. Null: all of it may stay. */
export type TrespassCheck = (transaction: Y.Transaction, by: SeatId) => Trespass | null

/** @param doc Looked at before it takes an update: Yjs makes its root maps anew as they are first asked for. */
export function openTrespassCheck(doc: Y.Doc, kind: RoomKind): TrespassCheck {
  const settings = kind === 'plan' ? workshopOf(doc) : canvasSettingsOf(doc)
  const notes = notesOf(doc)

  /** A note of this transaction has all its keys in it; of an older one only those that were written now. */
  const isForged = (type: Y.AbstractType<unknown>, keys: Set<string | null>, by: SeatId) => {
    if (type === notes) return [...keys].some((id) => hasForeignTypist(notes.get(id ?? ''), by))
    const isNote = type.parent === notes && type instanceof Y.Map
    return isNote && keys.has('typist') && type.get('typist') !== by
  }

  return ({ changed }, by) => {
    for (const [type, keys] of changed as Map<Y.AbstractType<unknown>, Set<string | null>>) {
      if (type === settings && keys.has('schema')) return 'schema'
      if (isForged(type, keys, by)) return 'typist'
    }
    return null
  }
}

/** Nobody's name is no forgery. */
function hasForeignTypist(note: unknown, by: SeatId): boolean {
  if (!(note instanceof Y.Map)) return false
  const typist: unknown = note.get('typist')
  return typist !== undefined && typist !== null && typist !== by
}
