/**
 * Messages on the sync socket. Types 0–3 are stock y-websocket (sync, awareness, auth, query awareness); ours begin at
 * 100 and are sent only to clients that offered `guyub.<n>`.
 *
 *   100 stored    varUint count          how many of this connection's sync frames (SyncStep2 and Update) are on disk.
 *                                        Cumulative; never sent before this connection's SyncStep2 was stored.
 *   101 presence  varString JSON         everybody connected to the room now: PresentPerson[]
 *   102 disk      varUint 0, 1 or 2      0: the server takes no writes now; frames are left out and never receipted. 1: it does,
 *                                        and asks for what it lacks (SyncStep1). 2: it does, and this room has lost something
 *                                        that people's devices may still hold.
 *   103 vouches                          what this server once had on its disk: `vouches.ts`
 *
 * History: wire version 1.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as v from 'valibot'
import type { SeatId } from '../model/ids.ts'
import { ROLES } from '../model/roles.ts'

export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  stored: 100,
  presence: 101,
  disk: 102,
  vouches: 103,
} as const
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** An awareness update about nobody: the data message that keeps an idle connection open. */
export const HEARTBEAT = new Uint8Array([MESSAGE.awareness, 1, 0])

const seatSchema = v.pipe(
  v.string(),
  v.maxLength(64),
  v.transform((seat) => seat as SeatId),
)

/** One person in a room, as the server knows it: stamped with the capability's name and role, however many devices. */
const presentPersonSchema = v.object({
  seat: seatSchema,
  name: v.pipe(v.string(), v.maxLength(200)),
  role: v.picklist(ROLES),
  /** Awareness ids that this person's connections speak for. */
  clients: v.pipe(v.array(v.number()), v.maxLength(64)),
})
export type PresentPerson = v.InferOutput<typeof presentPersonSchema>
const presenceSchema = v.pipe(v.array(presentPersonSchema), v.maxLength(400))

export function encodeStored(count: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.stored)
  encoding.writeVarUint(encoder, count)
  return encoding.toUint8Array(encoder)
}

/** The rest of a `stored` message, after its type. */
export const decodeStored = (decoder: decoding.Decoder): number => decoding.readVarUint(decoder)

export type Disk = 'refuses' | 'takes' | 'lacks'
const DISKS = ['refuses', 'takes', 'lacks'] as const satisfies readonly Disk[]

export const encodeDisk = (disk: Disk): Uint8Array =>
  Uint8Array.of(MESSAGE.disk, DISKS.indexOf(disk))

/** The rest of a `disk` message, after its type. Null where this program knows no such state. */
export const decodeDisk = (decoder: decoding.Decoder): Disk | null =>
  DISKS[decoding.readVarUint(decoder)] ?? null

export function encodePresence(people: readonly PresentPerson[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.presence)
  encoding.writeVarString(encoder, JSON.stringify(people))
  return encoding.toUint8Array(encoder)
}

/** The rest of a `presence` message, after its type. Null where it is malformed. */
export function decodePresence(decoder: decoding.Decoder): PresentPerson[] | null {
  try {
    const parsed = v.safeParse(presenceSchema, JSON.parse(decoding.readVarString(decoder)))
    return parsed.success ? parsed.output : null
  } catch {
    return null // not JSON
  }
}
