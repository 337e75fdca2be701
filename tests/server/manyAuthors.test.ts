/** An update of thousands of authors, each of whom the server signs for: the others go on meanwhile, and order holds. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import * as decoding from 'lib0/decoding'
import { expect, it } from 'vitest'
import { DocumentBytes } from '../../server/documentBytes.ts'
import type { GroupCommit } from '../../server/groupCommit.ts'
import { LiveRoom } from '../../server/liveRoom.ts'
import type { Peer } from '../../server/peer.ts'
import { checkUpdate } from '../../server/updateCheck.ts'
import type { Signer } from '../../server/vouches.ts'
import { isSignedBy, openSigner } from '../../server/vouches.ts'
import type { SeatId } from '../../src/model/ids.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import type { Vouch } from '../../src/protocol/vouches.ts'
import { decodeBehind } from '../../src/protocol/vouches.ts'
import { forgeUpdate } from '../support/forge.ts'

const AUTHORS = 4_000
const SIGNED_AT_ONCE = 512
const NAME = 'w1/canvas/c1' as RoomName
const SEAT = 's1' as SeatId

const sign = openSigner(new Uint8Array(32))

/** A disk that commits when it is told. */
function aDisk() {
  const waiting: (() => void)[] = []
  const groupCommit: GroupCommit = {
    add: (_changes, { committed }) => waiting.push(committed),
    settled: () => Promise.resolve(),
    write: () => Promise.resolve(),
  }
  const commits = () => {
    for (const committed of waiting.splice(0)) committed()
  }
  return { groupCommit, commits }
}

function aRoom(groupCommit: GroupCommit, signer: Signer): LiveRoom {
  return new LiveRoom(
    {
      name: NAME,
      groupCommit,
      documentBytes: 1_000_000,
      now: () => 0,
      log() {},
      sign: signer,
      fold: () => Promise.resolve(null),
      grew() {},
      gone() {},
    },
    {
      document: new DocumentBytes('canvas', []),
      owners: new Map(),
      lost: null,
      tail: { rows: 0, bytes: 0 },
    },
  )
}

const aPeer = (relay: (message: Uint8Array) => void = () => {}): Peer => ({
  seat: SEAT,
  name: '',
  role: 'facilitator',
  speaksGuyub: true,
  tellDisk() {},
  send() {},
  relay,
  close() {},
})

function vouchesIn(message: Uint8Array): Vouch[] {
  const decoder = decoding.createDecoder(message)
  decoding.readVarUint(decoder) // sync
  decoding.readVarUint(decoder) // update
  const update = checkUpdate(decoding.readVarUint8Array(decoder), () => 0)
  if (update.type !== 'whole') throw new Error(update.type)
  return decodeBehind(decoder, update.advanced, () => undefined)
}

/** Counts the turns of the loop until `done`. */
async function countTurns(count: () => void, done: Promise<unknown>): Promise<void> {
  let going = true
  const stop = () => {
    going = false
  }
  void done.then(stop, stop)
  while (going) {
    await nextTurn()
    count()
  }
}

const byOne = (client: number) => forgeUpdate([{ client, clock: 0, text: 'x' }])
const byMany = forgeUpdate(
  Array.from({ length: AUTHORS }, (_, n) => ({ client: n + 10, clock: 0, text: 'x' })),
)

it('is signed for in several turns, and sent on in the order of commits', async () => {
  let turn = 0
  const signedIn = new Map<number, number>()
  const { groupCommit, commits } = aDisk()
  const room = aRoom(groupCommit, (vouched) => {
    signedIn.set(turn, (signedIn.get(turn) ?? 0) + 1)
    return sign(vouched)
  })
  const seen: Vouch[][] = []
  room.join(aPeer((message) => seen.push(vouchesIn(message))))
  const receipts: string[] = []

  expect(room.take(byOne(1), aPeer(), () => receipts.push('before'))).toBe('taken')
  const verdict = Promise.resolve(room.take(byMany, aPeer(), () => receipts.push('many')))
  await countTurns(() => turn++, verdict)
  expect(await verdict).toBe('taken')
  expect(room.take(byOne(2), aPeer(), () => receipts.push('after'))).toBe('taken')
  // Nobody is told of anything before it is on the disk.
  expect(seen).toEqual([])
  commits()

  expect(receipts).toEqual(['before', 'many', 'after'])
  expect(seen.map((vouches) => vouches.length)).toEqual([1, AUTHORS, 1])
  const vouches = seen.flat()
  expect(vouches.every((vouch) => vouch.seat === SEAT)).toBe(true)
  expect(vouches.every((vouch) => isSignedBy(sign, NAME, vouch))).toBe(true)
  expect(Math.max(...signedIn.values())).toBe(SIGNED_AT_ONCE)
  expect([...signedIn.values()].reduce((sum, count) => sum + count)).toBe(AUTHORS + 2)
})
