/** The rooms that are in memory. A room is read once however many come at once, and leaves some time after the last. */
import type { RoomName } from '../src/protocol/roomName.ts'
import type { Limits, Timing } from './config.ts'
import type { Folding } from './folding.ts'
import type { GroupCommit } from './groupCommit.ts'
import { LiveRoom } from './liveRoom.ts'
import { loadRoom } from './loadRoom.ts'
import type { Log } from './log.ts'
import { grownBy, isLong, NO_TAIL } from './longTail.ts'
import type { Room } from './room.ts'
import type { Store } from './store/store.ts'
import type { Signer } from './vouches.ts'
import { openSigner } from './vouches.ts'

export type Rooms = {
  /** How many are in memory. */
  readonly count: number
  /** Null where there is no such room. Join it within the turn: it may leave memory then. @throws DamagedRoom */
  open(name: RoomName): Promise<Room | null>
  /** Lends a room for a piece of work. @throws DamagedRoom, and what `work` throws */
  use<T>(name: RoomName, work: (room: Room) => T | Promise<T>): Promise<T>
  /** Somebody left, or looked in only: a room that nobody is in leaves memory after a while. */
  left(room: Room): void
  /** Resolves when the compactions that are under way are done. */
  close(): Promise<void>
}

export type RoomsContext = {
  store: Store
  groupCommit: GroupCommit
  folding: Folding
  limits: Limits
  timing: Timing
  log: Log
  now(): number
}

type Entry = { loading: Promise<Room | null>; room: Room | null; evict: NodeJS.Timeout | null }

export function openRooms(context: RoomsContext): Rooms {
  const { store, groupCommit, folding, limits, timing, log, now } = context
  const entries = new Map<RoomName, Entry>()
  /** Asked for when the first room is read: the file may still be opening. */
  let signer: Promise<Signer> | null = null
  let compacting: Promise<void> = Promise.resolve()

  const forget = (name: RoomName) => {
    const entry = entries.get(name)
    if (entry?.evict) clearTimeout(entry.evict)
    entries.delete(name)
  }

  const load = async (name: RoomName): Promise<Room | null> => {
    const loaded = await loadRoom(store, name)
    if (!loaded) return null
    log({ level: 'debug', event: 'roomRead', room: name, bytes: loaded.document.byteCount })
    signer ??= store.secret().then(openSigner)
    const sign = await signer
    let { tail } = loaded
    return new LiveRoom(
      {
        name,
        groupCommit,
        documentBytes: limits.documentBytes,
        now,
        log,
        sign,
        elsewhere: folding.for(name),
        gone: () => forget(name),
        grew(bytes) {
          tail = grownBy(tail, bytes)
          if (!isLong(tail, 'onDisk')) return
          tail = NO_TAIL
          compacting = compacting.then(() => compact(store, folding, log, name))
        },
      },
      loaded,
    )
  }

  const open = async (name: RoomName): Promise<Room | null> => {
    const known = entries.get(name)
    if (known) return known.loading
    const entry: Entry = { loading: load(name), room: null, evict: null }
    entries.set(name, entry)
    try {
      entry.room = await entry.loading
      if (!entry.room) entries.delete(name)
      return entry.room
    } catch (error) {
      entries.delete(name)
      throw error
    }
  }

  const evictLater = (entry: Entry, name: RoomName) => {
    if (entry.evict) clearTimeout(entry.evict)
    entry.evict = setTimeout(() => {
      // Rows still on their way would be missing from what the next to come reads.
      if (entry.room?.idle) {
        forget(name)
        log({ level: 'debug', event: 'roomForgotten', room: name })
      } else if (entry.room?.peerCount === 0) evictLater(entry, name)
    }, timing.evictAfterMs)
    entry.evict.unref()
  }

  const left = (room: Room) => {
    const entry = entries.get(room.name)
    if (entry?.room === room && room.peerCount === 0) evictLater(entry, room.name)
  }

  return {
    get count() {
      return entries.size
    },
    open,
    async use(name, work) {
      const room = await open(name)
      if (!room) throw new Error(`no such room: ${name}`)
      try {
        return await work(room)
      } finally {
        left(room)
      }
    },
    left,
    async close() {
      for (const name of [...entries.keys()]) forget(name)
      await compacting
    },
  }
}

/**
 * One state in place of many rows: made from the rows themselves in a thread of its own, read again, and swapped in one
 * transaction.
 */
export async function compact(
  store: Store,
  folding: Folding,
  log: Log,
  name: RoomName,
): Promise<void> {
  try {
    const stored = await store.loadRoom(name)
    if (!stored || stored.updates.length === 0) return
    const { updates, lastRow } = stored
    log({ level: 'debug', event: 'compacting', room: name })
    const parts = stored.state ? [stored.state, ...updates] : updates
    const folded = await folding.compact(name, parts)
    if (!folded) throw new Error('its rows can not be folded')
    if (folded === 'notNow') throw new Error('it takes too long')
    const { state } = folded
    await store.compactRoom(name, state, lastRow)
    const rows = updates.length
    log({ level: 'debug', event: 'compacted', room: name, rows, bytes: state.length })
  } catch (cause) {
    // The rows stay as they are: a room that was not compacted loses nothing.
    log({ level: 'error', event: 'compactionFailed', room: name, reason: reasonOf(cause) })
  }
}

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause)
