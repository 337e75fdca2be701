/**
 * Who comes in: from what a connection offers to the room it is in. A refusal is said by a close code after the upgrade,
 * because a client that is refused by HTTP can't tell why and tries again for ever.
 */
import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { CloseReason } from '../src/protocol/closeCodes.ts'
import type { RoomName } from '../src/protocol/roomName.ts'
import { parseRoomName } from '../src/protocol/roomName.ts'
import { CAPABILITY_PREFIX, OLDEST_WIRE_VERSION, WIRE_VERSION } from '../src/protocol/version.ts'
import { accessOf, findHolder } from './access.ts'
import { Connection } from './connection.ts'
import { WindowCounter } from './rateLimit.ts'
import { markUsed } from './seatUse.ts'
import type { Services } from './services.ts'
import { DamagedRoom } from './store/store.ts'

/** A socket that is open, and what was said as it was opened. */
export type Caller = {
  socket: WebSocket
  line: Socket
  /** Subprotocols, in order. */
  offered: readonly string[]
  /** What stands behind the sync path, undecoded. */
  room: string
  /** Where it comes from. */
  address: string
}

export type Door = {
  /** Lets a caller into the room it asks for, or closes its socket with the reason. */
  letIn(caller: Caller): Promise<void>
  /** Lets nobody in any more. */
  refuseNew(): void
  /** And looks no more after those who are in. */
  close(): void
}

export function openDoor(services: Services): Door {
  const { connections, limits, timing, now, log } = services
  const failures = new WindowCounter(limits.linkFailuresPerMinute, 60_000)
  /** Rooms whose damage stands in the log: their people come back again and again. */
  const damaged = new Set<RoomName>()
  let closing = false

  /** Why this connection may not come in; null: it is in. */
  const admit = async (
    connection: Connection,
    { offered, room: name, address: from }: Caller,
  ): Promise<CloseReason | null> => {
    const { selected, version, token } = readOffer(offered)
    if (closing) return 'serverRestarting'
    // No browser takes an answer that selects nothing; one that does is told that this is no way to ask.
    if (selected === null && token !== '') return 'badFrame'
    if (version !== null && !isSpoken(version)) return 'clientTooOld'
    const holder = await findHolder(services.store, token)
    if (!holder.ok) {
      if (failures.waitSeconds(from, now()) > 0) return 'tooManyMessages'
      failures.count(from, now())
      return holder.error.type
    }
    const address = parseRoomName(name)
    if (!address || accessOf(holder.value.seat, address) === 'none') return 'roomUnknown'
    if (!connection.identify(holder.value)) return null
    if (connections.countIn(address.workshop) > limits.connectionsPerWorkshop) return 'workshopFull'
    const room = await services.rooms.open(name as RoomName)
    if (!room) return 'roomUnknown'
    if (room.peerCount >= limits.connectionsPerRoom) return 'roomFull'
    if (room.peersOf(connection.seat) >= limits.connectionsPerSeat) return 'roomFull'
    connection.enter(room, address)
    services.rooms.left(room) // where the connection is closed already, nobody else would say so
    void markUsed(services, holder.value)
    return null
  }

  const pings = setInterval(() => {
    for (const connection of connections.all()) connection.ping()
  }, timing.pingMs)
  const heartbeats = setInterval(() => {
    for (const connection of connections.all()) connection.heartbeat()
  }, timing.heartbeatCheckMs)

  return {
    async letIn(caller) {
      const speaksGuyub = readOffer(caller.offered).version !== null
      const connection = new Connection(caller.socket, caller.line, speaksGuyub, services)
      try {
        const refusal = await admit(connection, caller)
        if (refusal) connection.close(refusal)
      } catch (cause) {
        if (cause instanceof DamagedRoom) {
          if (!damaged.has(cause.room)) {
            log({ level: 'error', event: 'roomDamaged', room: cause.room, reason: cause.message })
          }
          damaged.add(cause.room)
          return connection.close('roomDamaged')
        }
        log({ level: 'error', event: 'connectFailed', reason: String(cause) })
        connection.close('serverRestarting')
      }
    },
    refuseNew() {
      closing = true
    },
    close() {
      closing = true
      clearInterval(pings)
      clearInterval(heartbeats)
    },
  }
}

const OUR_SUBPROTOCOL = /^guyub\.(\d{1,6})$/

/** `selected` is null where nothing but a capability was offered, `version` for stock clients. */
type Offer = { selected: string | null; version: number | null; token: string }

const versionOf = (name: string): number | null => {
  const version = OUR_SUBPROTOCOL.exec(name)?.[1]
  return version === undefined ? null : Number(version)
}
const isSpoken = (version: number): boolean =>
  version >= OLDEST_WIRE_VERSION && version <= WIRE_VERSION

/**
 * A version that we speak, or else whatever can carry a refusal. Never the capability: what is selected stands in a
 * response header.
 */
export function selectProtocol(offered: Iterable<string>): string | null {
  const names = [...offered].filter((name) => !name.startsWith(CAPABILITY_PREFIX))
  return names.find((name) => isSpoken(versionOf(name) ?? 0)) ?? names[0] ?? null
}

function readOffer(offered: readonly string[]): Offer {
  const selected = selectProtocol(offered)
  const token = offered.find((name) => name.startsWith(CAPABILITY_PREFIX))
  return {
    selected,
    version: selected === null ? null : versionOf(selected),
    token: token?.slice(CAPABILITY_PREFIX.length) ?? '',
  }
}
