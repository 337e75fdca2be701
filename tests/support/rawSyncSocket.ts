/** The sync socket by hand, on bare TCP: a quarter of the cost of a client, for tests that open thousands. */
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { connect } from 'node:net'
import { CAPABILITY_PREFIX, GUYUB_SUBPROTOCOL } from '../../src/protocol/version.ts'

const HEAD_END = '\r\n\r\n'
const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 } as const

const upgradeRequest = (room: string, capability: string): string =>
  [
    `GET /sync/${room} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
    `Sec-WebSocket-Protocol: ${GUYUB_SUBPROTOCOL}, ${CAPABILITY_PREFIX}${capability}`,
  ].join('\r\n') + HEAD_END

/** Masked with zeros, which leaves the bytes as they are. */
export function clientFrame(
  bytes: Uint8Array,
  claimedLength = bytes.length,
  opcode: number = OPCODE.binary,
): Buffer {
  const head =
    claimedLength < 126
      ? Buffer.from([0x80 | claimedLength])
      : claimedLength < 65_536
        ? Buffer.from([0x80 | 126, claimedLength >> 8, claimedLength & 255])
        : Buffer.concat([Buffer.from([0x80 | 127]), bigEndian(claimedLength)])
  return Buffer.concat([Buffer.from([0x80 | opcode]), head, Buffer.alloc(4), bytes])
}

function bigEndian(length: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(length))
  return bytes
}

/** The first frame of what a server sent, and where it ends; null where it is not all here. */
function firstFrame(bytes: Buffer): { opcode: number; content: Buffer; end: number } | null {
  if (bytes.length < 2) return null
  const [first = 0, second = 0] = bytes
  const size = second & 127
  const start = size < 126 ? 2 : size === 126 ? 4 : 10
  if (bytes.length < start) return null
  const length =
    size < 126 ? size : size === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  if (bytes.length < start + length) return null
  return {
    opcode: first & 15,
    content: bytes.subarray(start, start + length),
    end: start + length,
  }
}

export type RawSyncSocket = {
  socket: Socket
  write(bytes: Uint8Array): void
  /** The next message of this type, or the code of the close that came first. */
  hears(messageType: number): Promise<Buffer | { closedBy: number }>
  destroy(): void
}

/** Resolves once it is upgraded. */
export async function rawSyncSocket(
  port: number,
  room: string,
  capability: string,
  { answersPings = true }: { answersPings?: boolean } = {},
): Promise<RawSyncSocket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {}) // the server cut it: the close that came before tells why
  socket.write(upgradeRequest(room, capability))
  let received = Buffer.alloc(0)
  let upgraded = false
  let closedBy: number | null = null
  const messages: Buffer[] = []
  let look = () => {}

  socket.on('data', (data) => {
    received = received.length > 0 ? Buffer.concat([received, data]) : data
    if (!upgraded) {
      const end = received.indexOf(HEAD_END)
      if (end < 0) return
      upgraded = true
      received = received.subarray(end + HEAD_END.length)
      socket.emit('upgraded')
    }
    for (let frame = firstFrame(received); frame; frame = firstFrame(received)) {
      received = received.subarray(frame.end)
      if (frame.opcode === OPCODE.binary) messages.push(frame.content)
      else if (frame.opcode === OPCODE.ping && answersPings) {
        socket.write(clientFrame(frame.content, frame.content.length, OPCODE.pong))
      } else if (frame.opcode === OPCODE.close) closedBy = frame.content.readUInt16BE(0)
    }
    look()
  })
  socket.on('close', () => {
    closedBy ??= 1006
    look()
  })
  await once(socket, 'upgraded')

  return {
    socket,
    write: (bytes) => socket.write(clientFrame(bytes)),
    hears: (messageType) =>
      new Promise((resolve) => {
        look = () => {
          const found = messages.splice(0).find((message) => message[0] === messageType)
          if (found) resolve(found)
          else if (closedBy !== null) resolve({ closedBy })
        }
        look()
      }),
    destroy: () => socket.destroy(),
  }
}
