/** One who counts in a shared document as fast as receipts come: what was promised of it is a single number. */
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { encodeSync } from '../../server/frames.ts'
import { SYNC } from '../../src/protocol/messages.ts'
import { CAPABILITY_PREFIX, GUYUB_SUBPROTOCOL } from '../../src/protocol/version.ts'
import { decodeMessage } from './serverClients.ts'

/** So many are always on their way: something is at every stage when the end comes. */
const AHEAD = 4

export type Counter = {
  mark: string
  /** The highest number that was receipted. */
  receipted(): number
  /** How far others' structs reach that it was shown, by client. */
  shown(): ReadonlyMap<number, number>
  connect(origin: string): Promise<void>
  /** Comes back at once under the same origin, so that its room may leave memory in between. */
  comesAndGoes: boolean
  closed(): Promise<unknown>
}

export function aCounter(
  room: string,
  capability: string,
  mark: string,
  { comesAndGoes, onReceipt }: { comesAndGoes: boolean; onReceipt(): void },
): Counter {
  const doc = new Y.Doc()
  const numbers = doc.getMap<number>('numbers')
  let next = 0
  let receipted = -1
  let socket: WebSocket | null = null
  let gone: Promise<void> = Promise.resolve()
  const shown = new Map<number, number>()

  const count = (): Uint8Array => {
    const before = Y.encodeStateVector(doc)
    numbers.set(mark, next++)
    return Y.encodeStateAsUpdate(doc, before)
  }

  const connect = async (origin: string): Promise<void> => {
    const own = new WebSocket(`${origin.replace('http', 'ws')}/sync/${room}`, [
      GUYUB_SUBPROTOCOL,
      `${CAPABILITY_PREFIX}${capability}`,
    ])
    socket = own
    own.on('error', () => {}) // the server was killed
    const closed = new Promise<void>((resolve) => own.once('close', () => resolve()))
    gone = closed
    /** The number that each frame of this connection carried last. */
    const carried: number[] = []
    const send = (kind: number, update: Uint8Array) => {
      carried.push(next - 1)
      own.send(encodeSync(kind, update))
    }
    own.on('message', (data: Buffer) => {
      const message = decodeMessage(data)
      if (message.type === 'step1') send(SYNC.step2, Y.encodeStateAsUpdate(doc))
      if (message.type === 'update') {
        for (const [client, clock] of Y.parseUpdateMeta(message.update).to) {
          shown.set(client, Math.max(clock, shown.get(client) ?? 0))
        }
      }
      if (message.type !== 'stored') return
      receipted = Math.max(receipted, carried[message.count - 1] ?? -1)
      onReceipt()
      if (comesAndGoes && message.count > AHEAD) {
        // While something of it is on its way to the disk, its room stays.
        if (message.count < carried.length) return
        own.close()
        void closed.then(() => connect(origin))
        return
      }
      while (carried.length < message.count + AHEAD) send(SYNC.update, count())
    })
    await Promise.race([closed, new Promise<void>((resolve) => own.once('open', () => resolve()))])
  }

  return {
    mark,
    comesAndGoes,
    receipted: () => receipted,
    shown: () => shown,
    connect,
    async closed() {
      while (socket?.readyState !== WebSocket.CLOSED) await gone
    },
  }
}
