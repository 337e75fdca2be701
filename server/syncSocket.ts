/**
 * The sync socket: `/sync/<room>` on the server's own port. A refusal is said by a close code after the upgrade, because
 * a client that is refused by HTTP can't tell why and tries again for ever.
 */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ServerOptions } from 'ws'
import { WebSocket, WebSocketServer } from 'ws'
import type { CloseReason } from '../src/protocol/closeCodes.ts'
import { CLOSE } from '../src/protocol/closeCodes.ts'
import type { RoomName } from '../src/protocol/roomName.ts'
import { parseRoomName, SYNC_PATH } from '../src/protocol/roomName.ts'
import { CAPABILITY_PREFIX, OLDEST_WIRE_VERSION, WIRE_VERSION } from '../src/protocol/version.ts'
import { accessOf, findHolder } from './access.ts'
import { frameBytes } from './config.ts'
import { Connection } from './connection.ts'
import { isOwnOrigin } from './origin.ts'
import { WindowCounter } from './rateLimit.ts'
import { remoteAddress } from './remoteAddress.ts'
import { markUsed } from './seatUse.ts'
import type { Services } from './services.ts'
import { DamagedRoom } from './store/store.ts'

/** Sizes come from the frame's head, so a frame of 100 MB is refused before it is read. */
const SLACK_BYTES = 64 * 1024
const MAX_FRAGMENTS = 256
/** Whoever has not answered the close by then is cut off: a stop may take 5 s in all. */
const CLOSING_MS = 1_500
const OUR_SUBPROTOCOL = /^guyub\.(\d{1,6})$/

/** ws ends a socket that breaks the protocol by codes on which a client would come back at once. */
class SyncWebSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === 1009) super.close(CLOSE.documentTooLarge, 'documentTooLarge')
    else if (code === 1002 || code === 1007 || code === 1008)
      super.close(CLOSE.badFrame, 'badFrame')
    else super.close(code, reason)
  }
}

/** `selected` is null where nothing but a capability was offered, `version` for stock clients. */
type Offer = { selected: string | null; version: number | null; token: string }

export type SyncSocket = {
  /** Lets nobody in any more. */
  refuseNew(): void
  /** Sends everybody away until the server is back, and waits until they are gone. */
  close(): Promise<void>
}

export function openSyncSocket(server: Server, services: Services): SyncSocket {
  const { limits, timing, now, log } = services
  const failures = new WindowCounter(limits.linkFailuresPerMinute, 60_000)
  /** Rooms whose damage stands in the log: their people come back again and again. */
  const damaged = new Set<RoomName>()
  let closing = false
  const options: ServerOptions<typeof SyncWebSocket> & { closeTimeout: number } = {
    noServer: true,
    maxPayload: frameBytes(limits) + SLACK_BYTES,
    maxFragments: MAX_FRAGMENTS,
    perMessageDeflate: false,
    clientTracking: true,
    closeTimeout: timing.terminateAfterMs,
    WebSocket: SyncWebSocket,
    handleProtocols: selectProtocol,
  }
  const sockets = new WebSocketServer(options)

  /** Why this connection may not come in; null: it is in. */
  const admit = async (
    connection: Connection,
    request: IncomingMessage,
  ): Promise<CloseReason | null> => {
    const offer = readOffer(request)
    if (closing) return 'serverRestarting'
    // No browser takes an answer that selects nothing; one that does is told that this is no way to ask.
    if (offer.selected === null && offer.token !== '') return 'badFrame'
    if (offer.version !== null && !isSpoken(offer.version)) return 'clientTooOld'
    const holder = await findHolder(services.store, offer.token)
    if (!holder.ok) {
      const from = remoteAddress(request)
      if (failures.waitSeconds(from, now()) > 0) return 'tooManyMessages'
      failures.count(from, now())
      return holder.error.type
    }
    const raw = roomPart(request)
    const address = parseRoomName(raw)
    if (!address || accessOf(holder.value.seat, address) === 'none') return 'roomUnknown'
    if (!connection.identify(holder.value)) return null
    const { connections } = services
    if (connections.countIn(address.workshop) > limits.connectionsPerWorkshop) return 'workshopFull'
    const room = await services.rooms.open(raw as RoomName)
    if (!room) return 'roomUnknown'
    if (room.peerCount >= limits.connectionsPerRoom) return 'roomFull'
    connection.enter(room, address)
    services.rooms.left(room) // where the connection is closed already, nobody else would say so
    void markUsed(services, holder.value)
    return null
  }

  const onConnection = async (socket: WebSocket, request: IncomingMessage) => {
    const connection = new Connection(
      socket,
      request.socket,
      readOffer(request).version !== null,
      services,
    )
    try {
      const refusal = await admit(connection, request)
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
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => {}) // a half-open upgrade: it is gone, and nothing was begun
    if (!request.url?.startsWith(`${SYNC_PATH}/`)) return refuse(socket, '404 Not Found')
    const isOwn = isOwnOrigin(request, services.publicUrl)
    if (!isOwn) log({ level: 'warn', event: 'wrongOrigin' })
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      if (isOwn) void onConnection(accepted, request)
      else turnAway(accepted, 'wrongOrigin')
    })
  })

  const pings = setInterval(() => {
    for (const connection of services.connections.all()) connection.ping()
  }, timing.pingMs)
  const heartbeats = setInterval(() => {
    for (const connection of services.connections.all()) connection.heartbeat()
  }, timing.heartbeatCheckMs)

  return {
    refuseNew() {
      closing = true
    },
    async close() {
      closing = true
      clearInterval(pings)
      clearInterval(heartbeats)
      services.connections.closeAll('serverRestarting')
      const cutOff = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
      }, CLOSING_MS)
      await Promise.all([...sockets.clients].map(ended))
      clearTimeout(cutOff)
      sockets.close()
    },
  }
}

const ended = (socket: WebSocket) =>
  new Promise<void>((resolve) => {
    if (socket.readyState === WebSocket.CLOSED) resolve()
    else socket.once('close', () => resolve())
    socket.close(CLOSE.serverRestarting, 'serverRestarting')
  })

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Nothing that it says is listened to. */
function turnAway(socket: WebSocket, reason: CloseReason): void {
  socket.on('error', () => {}) // it breaks the protocol while it leaves
  socket.close(CLOSE[reason], reason)
}

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
function selectProtocol(offered: Iterable<string>): string | false {
  const names = [...offered].filter((name) => !name.startsWith(CAPABILITY_PREFIX))
  const spoken = names.find((name) => isSpoken(versionOf(name) ?? 0))
  return spoken ?? names[0] ?? false
}

function readOffer(request: IncomingMessage): Offer {
  const header = request.headers['sec-websocket-protocol'] ?? ''
  const offered = header.split(',').map((name) => name.trim())
  const token = offered.find((name) => name.startsWith(CAPABILITY_PREFIX))
  const selected = selectProtocol(offered.filter((name) => name !== '')) || null
  return {
    selected,
    version: selected === null ? null : versionOf(selected),
    token: token?.slice(CAPABILITY_PREFIX.length) ?? '',
  }
}

/** The raw path, undecoded: names hold letters, digits and slashes only, so nothing can hide in them. */
const roomPart = (request: IncomingMessage): string =>
  (request.url ?? '').slice(SYNC_PATH.length + 1).replace(/\?.*$/s, '')
