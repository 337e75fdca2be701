/** An update of thousands of authors, each of whom the server signs for: the others go on meanwhile, and order holds. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import * as decoding from 'lib0/decoding'
import { expect, it } from 'vitest'
import { checkUpdate } from '../../server/updateCheck.ts'
import { isSignedBy } from '../../server/vouches.ts'
import type { Vouch } from '../../src/protocol/vouches.ts'
import { decodeBehind } from '../../src/protocol/vouches.ts'
import { forgeUpdate } from '../support/forge.ts'
import { aDisk, aPeer, aRoom, ROOM, SEAT, sign } from '../support/roomInMemory.ts'

const AUTHORS = 4_000
const SIGNED_AT_ONCE = 512
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
  const room = aRoom(groupCommit, {
    sign(vouched) {
      signedIn.set(turn, (signedIn.get(turn) ?? 0) + 1)
      return sign(vouched)
    },
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
  expect(vouches.every((vouch) => isSignedBy(sign, ROOM, vouch))).toBe(true)
  expect(Math.max(...signedIn.values())).toBe(SIGNED_AT_ONCE)
  expect([...signedIn.values()].reduce((sum, count) => sum + count)).toBe(AUTHORS + 2)
})
