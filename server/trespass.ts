/**
 * What no client may write, though it may write in the room: the mark of the schema, which the server alone sets, and
 * other people's names under a note: as its typist, or as who removed it. Told from where new structs lie and what is
 * deleted, before anybody sees it.
 */
import * as Y from 'yjs'
import type { SeatId } from '../src/model/ids.ts'
import type { RoomKind } from '../src/model/roles.ts'
import type { Deletions } from './decodeUpdate.ts'
import type { Range } from './deletedRanges.ts'
import { DeletedRanges } from './deletedRanges.ts'
import type { Work } from './inTurns.ts'
import { Pieces } from './inTurns.ts'
import type { Struct } from './readStructs.ts'
import { SERVER_SEAT } from './store/store.ts'
import type { HeadOf, WholeUpdate } from './updateCheck.ts'
import type { Spot, Whereabouts } from './whereabouts.ts'

export type Trespass = 'schema' | 'typist' | 'remover'

/** Root types of `src/model/doc`. */
const NOTES = 'notes'
const SETTINGS_OF = {
  plan: 'workshop',
  canvas: 'canvas',
  history: 'canvas',
} as const satisfies Record<RoomKind, string>

export type TrespassContext = {
  kind: RoomKind
  /** The update is placed in it already. */
  whereabouts: Whereabouts
  /** Without what the update deletes. */
  deleted: DeletedRanges
  /** As it was before the update. */
  headOf: HeadOf
}
/** Whose the structs of a client are. */
export type AuthorOf = (client: number) => SeatId
export type Placed = { update: WholeUpdate; spots: readonly Spot[]; deletions: readonly Range[] }

/** Null: all of it may stay. */
export function* findTrespass(
  context: TrespassContext,
  placed: Placed,
  authorOf: AuthorOf,
): Work<Trespass | null> {
  const { kind, whereabouts, headOf } = context
  const schema = whereabouts.spotInRoot(SETTINGS_OF[kind], 'schema')
  /** Spots of typists that it touches, and what it writes there. */
  const typists = new Map<Spot, Struct[]>()
  const touch = (spot: Spot): Struct[] => {
    const written = typists.get(spot) ?? []
    typists.set(spot, written)
    return written
  }

  const mayMark = (client: number) => authorOf(client) === SERVER_SEAT

  const pieces = new Pieces()
  for (const [index, spot] of placed.spots.entries()) {
    if (pieces.endsWith()) yield
    const struct = placed.update.structs[index]
    if (spot === schema && !(struct && mayMark(struct.id.client))) return 'schema'
    if (!struct) continue
    if (noteOf(whereabouts, spot)) touch(spot).push(struct)
    else if (noteOf(whereabouts, spot, 'removed') && !isOwnRemoval(struct, authorOf)) {
      return 'remover'
    }
  }
  for (const { client, from, to } of placed.deletions) {
    for (const spot of whereabouts.spotsWithin(client, from, to)) {
      if (pieces.endsWith()) yield
      // Where the mark itself comes back, what it once replaced is deleted along with it.
      const isBack = from >= headOf(client) && mayMark(client)
      if (spot === schema && !isBack) return 'schema'
      if (noteOf(whereabouts, spot)) touch(spot)
    }
  }
  const isForged = typists.size > 0 && (yield* anyForged(context, placed, typists, authorOf))
  return isForged ? 'typist' : null
}

/** The note whose typist (or the like) lies in this spot. */
function noteOf(whereabouts: Whereabouts, spot: Spot, key = 'typist'): Y.ID | null {
  const around = whereabouts.typeAround(spot, key)
  return around && whereabouts.isInRoot(around.lies, NOTES) ? around.id : null
}

function* anyForged(
  { whereabouts, deleted, headOf }: TrespassContext,
  { deletions }: Placed,
  typists: ReadonlyMap<Spot, readonly Struct[]>,
  authorOf: AuthorOf,
): Work<boolean> {
  const deletedNow = new DeletedRanges()
  deletedNow.add(deletions)
  const isGone = ({ client, clock }: Y.ID) =>
    deleted.has(client, clock) || deletedNow.has(client, clock)

  /** Notes that had a typist, whose old one goes and who get no other. */
  const robbed = new Set<Spot>()
  const pieces = new Pieces()
  for (const [spot, written] of typists) {
    if (pieces.endsWith()) yield
    const note = noteOf(whereabouts, spot)
    if (!note || isGone(note)) continue
    const isNew = note.clock >= headOf(note.client)
    const standing = written.filter(({ id }) => !isGone(id))
    if (!standing.every((struct) => mayStand(struct, authorOf(struct.id.client), isNew)))
      return true
    if (standing.length === 0 && !isNew) robbed.add(spot)
  }
  if (robbed.size === 0) return false
  // An older write that still stands is that note's typist then.
  for (const { client, from, to, spot } of whereabouts.allRuns(headOf)) {
    if (pieces.endsWith()) yield
    if (!robbed.has(spot) || to <= from) continue
    const kept = deleted.newIn(asDeletions({ client, from, to }))
    if (kept.some((range) => deletedNow.newIn(asDeletions(range)).length > 0)) robbed.delete(spot)
  }
  return robbed.size > 0
}

const asDeletions = ({ client, from, to }: Range): Deletions =>
  new Map([[client, [{ clock: from, len: to - from }]]])

/** A mark of removal names who makes it, also where an undo or an old device brings it again; bringing back names nobody. */
function isOwnRemoval(struct: Struct, authorOf: AuthorOf): boolean {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentAny)) return true
  return struct.content.arr.every((mark: unknown) => {
    if (typeof mark !== 'object' || mark === null || !('by' in mark)) return true
    return mark.by === authorOf(struct.id.client)
  })
}

/** One's own name; in a note that is only now made also nobody's. */
function mayStand(struct: Struct, by: SeatId, isNewNote: boolean): boolean {
  if (!(struct instanceof Y.Item)) return true
  const { content } = struct
  if (content instanceof Y.ContentDeleted) return isNewNote
  if (!(content instanceof Y.ContentAny) || content.arr.length !== 1) return false
  const [name]: unknown[] = content.arr
  return name === by || (isNewNote && (name === null || name === undefined))
}
