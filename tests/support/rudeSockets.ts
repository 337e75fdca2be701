/** Sockets that are a burden without a bad frame. Each resolves once the server has ended it, with the code of its close. */
import { connect } from 'node:net'
import { clientFrame, rawSyncSocket } from './rawSyncSocket.ts'

export type Door = { port: number; room: string; capability: string }

const NEVER_SENT = 255
const DRIP_MS = 100
const HUGE_BYTES = 100 * 1024 * 1024
/** Far more at once than anybody may say. */
const FLOOD = Buffer.concat(Array.from({ length: 10_000 }, () => clientFrame(Uint8Array.of(99))))

type Sit = (door: Door) => Promise<number>
/** What it does, and the code that must end it. */
export type Rude = { kind: string; sit: Sit; code: number }

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
export const HALF_OPEN: Rude = {
  kind: 'half-open',
  sit: (door) => closeOf(door, { answersPings: false }),
  code: 1006,
}

/** Announces a frame of 100 MB. */
const hugeFrame: Sit = (door) =>
  closeOf(door, { write: clientFrame(new Uint8Array(), HUGE_BYTES).subarray(0, -4) })

const flood: Sit = (door) => closeOf(door, { write: FLOOD })

/** Says a header line of its upgrade now and then, and never the last. */
const slowUpgrade: Sit = async ({ port, room }) => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {}) // cut while it spoke
  socket.resume()
  socket.write(`GET /sync/${room} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n`)
  const drip = setInterval(() => socket.write('X-Wait: a little\r\n'), DRIP_MS)
  await new Promise((resolve) => socket.once('close', resolve))
  clearInterval(drip)
  return 1006
}

/** Those that are ended soon. */
export const RUDE: readonly Rude[] = [
  { kind: 'slow upgrade', sit: slowUpgrade, code: 1006 },
  { kind: '100 MB frame', sit: hugeFrame, code: 4413 },
  { kind: 'flood', sit: flood, code: 4529 },
]
