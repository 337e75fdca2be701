/** The sync socket: `/sync/<room>` on the server's own port. Who comes in, the door decides. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ServerOptions } from 'ws'
import { WebSocket, WebSocketServer } from 'ws'
import type { CloseReason } from '../src/protocol/closeCodes.ts'
import { CLOSE } from '../src/protocol/closeCodes.ts'
import { SYNC_PATH } from '../src/protocol/roomName.ts'
import { frameBytes } from './config.ts'
import { openDoor, selectProtocol } from './door.ts'
import { isOwnOrigin } from './origin.ts'
import { remoteAddress } from './remoteAddress.ts'
import type { Services } from './services.ts'

/** Sizes come from the frame's head, so a frame of 100 MB is refused before it is read. */
const SLACK_BYTES = 64 * 1024
const MAX_FRAGMENTS = 256
/** Whoever has not answered the close by then is cut off: a stop may take 5 s in all. */
const CLOSING_MS = 1_500

/** ws ends a socket that breaks the protocol by codes on which a client would come back at once. */
class SyncWebSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === 1009) super.close(CLOSE.documentTooLarge, 'documentTooLarge')
    else if (code === 1002 || code === 1007 || code === 1008)
      super.close(CLOSE.badFrame, 'badFrame')
    else super.close(code, reason)
  }
}

export type SyncSocket = {
  /** Lets nobody in any more. */
  refuseNew(): void
  /** Sends everybody away until the server is back, and waits until they are gone. */
  close(): Promise<void>
}

export function openSyncSocket(server: Server, services: Services): SyncSocket {
  const { limits, timing, log } = services
  const door = openDoor(services)
  const options: ServerOptions<typeof SyncWebSocket> & { closeTimeout: number } = {
    noServer: true,
    maxPayload: frameBytes(limits) + SLACK_BYTES,
    maxFragments: MAX_FRAGMENTS,
    perMessageDeflate: false,
    clientTracking: true,
    // Of each connection one frame a turn: one that sends thousands at once holds up nobody else.
    allowSynchronousEvents: false,
    closeTimeout: timing.terminateAfterMs,
    WebSocket: SyncWebSocket,
    handleProtocols: (offered) => selectProtocol(offered) ?? false,
  }
  const sockets = new WebSocketServer(options)

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => {}) // a half-open upgrade: it is gone, and nothing was begun
    if (!request.url?.startsWith(`${SYNC_PATH}/`)) return refuse(socket, '404 Not Found')
    const isOwn = isOwnOrigin(request, services.publicUrl)
    if (!isOwn) log({ level: 'warn', event: 'wrongOrigin' })
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      if (!isOwn) {
        services.metrics.closedConnections.add('wrongOrigin')
        return turnAway(accepted, 'wrongOrigin')
      }
      void door.letIn({
        socket: accepted,
        line: request.socket,
        offered: offeredIn(request),
        room: roomPart(request),
        address: remoteAddress(request),
      })
    })
  })

  return {
    refuseNew: door.refuseNew,
    async close() {
      door.close()
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

const offeredIn = ({ headers }: IncomingMessage): string[] =>
  (headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** The raw path, undecoded: names hold letters, digits and slashes only, so nothing can hide in them. */
const roomPart = (request: IncomingMessage): string =>
  (request.url ?? '').slice(SYNC_PATH.length + 1).replace(/\?.*$/s, '')
