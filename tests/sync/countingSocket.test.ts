import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { HEARTBEAT, MESSAGE } from '../../src/protocol/messages.ts'
import { countingSocket } from '../../src/sync/countingSocket.ts'

/** A socket that goes nowhere, and what it was told to send. */
function aSocket(writes: boolean) {
  const sent: number[][] = []
  const told: string[] = []
  class Line {
    send(data: Uint8Array): void {
      sent.push([...data.slice(0, 2)])
    }
  }
  const Counting = countingSocket(
    Line as unknown as typeof WebSocket,
    { opened: () => told.push('opened'), sent: (kind) => told.push(kind) },
    writes,
  )
  return { socket: new Counting('ws://guyub.test'), sent, told }
}

const sync = (write: (encoder: encoding.Encoder) => void): Uint8Array<ArrayBuffer> => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.sync)
  write(encoder)
  return new Uint8Array(encoding.toUint8Array(encoder))
}
const doc = new Y.Doc()
const step1 = sync((encoder) => writeSyncStep1(encoder, doc))
const step2 = sync((encoder) => writeSyncStep2(encoder, doc))
const update = sync((encoder) => writeUpdate(encoder, Y.encodeStateAsUpdate(doc)))

describe('a socket that counts', () => {
  it('tells of the frames that bring something, and of no others', () => {
    const { socket, sent, told } = aSocket(true)
    for (const frame of [step1, new Uint8Array(HEARTBEAT), step2, update]) socket.send(frame)
    expect(told).toEqual(['opened', 'step2', 'update'])
    expect(sent).toHaveLength(4)
  })

  it('lets no update out before all that was written without a connection', () => {
    const { socket, sent, told } = aSocket(true)
    for (const frame of [update, step1, update, step2, update]) socket.send(frame)
    expect(told).toEqual(['opened', 'step2', 'update'])
    expect(sent.map(([, kind]) => kind)).toEqual([0, 1, 2])
  })

  it('lets nothing out that would change a room one may only read', () => {
    const { socket, sent, told } = aSocket(false)
    for (const frame of [step1, new Uint8Array(HEARTBEAT), step2, update]) socket.send(frame)
    expect(told).toEqual(['opened'])
    expect(sent).toEqual([
      [MESSAGE.sync, 0],
      [MESSAGE.awareness, 1],
    ])
  })
})
