/** Sockets that are a burden without a bad frame. Each resolves once the server has ended it, with the code of its close. */
import { connect } from 'node:net'
import { clientFrame, rawSyncSocket } from './rawSyncSocket.ts'

export type Door = { port: number; room: string; capability: string }

const NEVER_SENT = 255
const DRIP_MS = 100
const HUGE_BYTES = 100 * 1024 * 1024
/** Far more at once than anybody may say. */
const FLOOD = Buffer.concat(Array.from({ length: 30_000 }, () => clientFrame(Uint8Array.of(99))))

type Rude = (door: Door) => Promise<number>

async function closeOf(
  { port, room, capability }: Door,
  rudely: { write?: Buffer; answersPings?: boolean },
): Promise<number> {
  const raw = await rawSyncSocket(port, room, capability, rudely)
  if (rudely.write) raw.socket.write(rudely.write)
  const heard = await raw.hears(NEVER_SENT)
  raw.destroy()
  if ('closedBy' in heard) return heard.closedBy
  throw new Error('the server said what it never says')
}

/** Comes in as others do, and was never there any more: no ping is answered. */
const halfOpen: Rude = (door) => closeOf(door, { answersPings: false })

/** Announces a frame of 100 MB. */
const hugeFrame: Rude = (door) =>
  closeOf(door, { write: clientFrame(new Uint8Array(), HUGE_BYTES).subarray(0, -4) })

const flood: Rude = (door) => closeOf(door, { write: FLOOD })

/** Says a header line of its upgrade now and then, and never the last. */
const slowUpgrade: Rude = async ({ port, room }) => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {}) // cut while it spoke
  socket.resume()
  socket.write(`GET /sync/${room} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n`)
  const drip = setInterval(() => socket.write('X-Wait: a little\r\n'), DRIP_MS)
  await new Promise((resolve) => socket.once('close', resolve))
  clearInterval(drip)
  return 1006
}

/** Each kind with the code that must end it. */
export const RUDE: readonly { kind: string; rude: Rude; code: number }[] = [
  { kind: 'half-open', rude: halfOpen, code: 1006 },
  { kind: 'slow upgrade', rude: slowUpgrade, code: 1006 },
  { kind: '100 MB frame', rude: hugeFrame, code: 4413 },
  { kind: 'flood', rude: flood, code: 4529 },
]
