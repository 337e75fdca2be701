/**
 * Messages on their way out of one socket. Each is framed in one piece, and those of one turn of the event loop leave
 * together: system calls are what relaying costs.
 */
import type { Socket } from 'node:net'

/** Whole, binary, unmasked: as a server sends. */
const FINAL_BINARY = 0x82
const TWO_BYTE_LENGTH = 126
const EIGHT_BYTE_LENGTH = 127

const corked: Socket[] = []

export function sendFrame(line: Socket, message: Uint8Array): void {
  if (!line.writableCorked) {
    line.cork()
    if (corked.push(line) === 1) process.nextTick(uncorkAll)
  }
  line.write(frameOf(message))
}

function uncorkAll(): void {
  for (const line of corked.splice(0)) line.uncork()
}

export function frameOf(message: Uint8Array): Buffer {
  const { length } = message
  const head = length < TWO_BYTE_LENGTH ? 2 : length < 2 ** 16 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = FINAL_BINARY
  if (head === 2) frame[1] = length
  else if (head === 4) {
    frame[1] = TWO_BYTE_LENGTH
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = EIGHT_BYTE_LENGTH
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(message, head)
  return frame
}
