/** What a hostile client sends, to any of the servers. Room for what stands before a message is left by `Person`. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { ForgedStruct } from '../../tests/support/forge.ts'
import { forgeUpdate } from '../../tests/support/forge.ts'
import type { Person } from './person.ts'

export type HostileCase = { what: string; attack(attacker: Person): void }

const SYNC = 0
const AWARENESS = 1
const STEP1 = 0
const UPDATE = 2
const MEGABYTE = 1024 * 1024

const numbers = (...values: number[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  for (const value of values) encoding.writeVarUint(encoder, value)
  return encoding.toUint8Array(encoder)
}
const framed = (head: readonly number[], content: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  for (const number of head) encoding.writeVarUint(encoder, number)
  encoding.writeVarUint8Array(encoder, content)
  return encoding.toUint8Array(encoder)
}
const update = (bytes: Uint8Array) => framed([SYNC, UPDATE], bytes)
const forged = (...structs: ForgedStruct[]) => update(forgeUpdate(structs))

const sends = (what: string, ...frames: Uint8Array[]): HostileCase => ({
  what,
  attack(attacker) {
    for (const frame of frames) attacker.raw(frame)
  },
})

function awareness(...states: [client: number, clock: number, json: string][]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, states.length)
  for (const [client, clock, json] of states) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, json)
  }
  return framed([AWARENESS], encoding.toUint8Array(encoder))
}

function honest(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  change(doc)
  return Y.encodeStateAsUpdate(doc)
}
const note = honest((doc) => doc.getMap('notes').set('x', new Y.Map([['text', new Y.Text('x')]])))

function nested(depth: number): Uint8Array {
  return honest((doc) => {
    let map = doc.getMap<unknown>('notes')
    for (let i = 0; i < depth; i++) {
      const inner = new Y.Map<unknown>()
      map.set('n', inner)
      map = inner
    }
  })
}

/** One byte of each is changed, at every place and to several values. */
const mutated = Array.from({ length: 300 }, (_, i) => {
  const bytes = note.slice()
  bytes[i % bytes.length] = (i * 37) & 255
  return update(bytes)
})

export const HOSTILE_CASES: readonly HostileCase[] = [
  sends('nothing', new Uint8Array()),
  { what: 'text', attack: (attacker) => attacker.socket.send('{"hello":1}') },
  sends('a message type that is none', Uint8Array.of(99, 1, 2, 3)),
  sends('a number without an end', new Uint8Array(20).fill(0xff)),
  sends('a sync message without a kind', numbers(SYNC)),
  sends('a sync kind that is none', numbers(SYNC, 9, 0)),
  sends('a length beyond the end', numbers(SYNC, UPDATE, 2 ** 32)),
  sends('a state vector that is none', framed([SYNC, STEP1], numbers(1, 2 ** 40))),
  sends('a state vector of four billion', framed([SYNC, STEP1], numbers(2 ** 32))),
  sends('32 million structs in 7 bytes', update(Uint8Array.of(1, 0xff, 0xff, 0xff, 0x0f, 1, 0))),
  sends('four billion deletions in few bytes', update(numbers(0, 2 ** 32))),
  sends('a struct of 9·10^15 clocks', forged({ client: 9, clock: 0, collected: 2 ** 53 - 1 })),
  sends('a struct of no clocks', forged({ client: 9, clock: 0, collected: 0 })),
  sends('a hole', forged({ client: 9, clock: 0, hole: 5 })),
  sends(
    'an author twice',
    forged({ client: 9, clock: 0, text: 'a' }, { client: 9, clock: 0, text: 'b' }),
  ),
  sends('an update with a gap', forged({ client: 9, clock: 1_000, text: 'later' })),
  sends(
    '200 updates with a gap, 10 KB each',
    ...Array.from({ length: 200 }, (_, i) =>
      forged({ client: 1_000 + i, clock: 1 + i, text: 'x'.repeat(10_000) }),
    ),
  ),
  sends(
    'an update at each of its lengths',
    ...Array.from(note, (_, i) => update(note.slice(0, i))),
  ),
  sends('300 mutated updates', ...mutated),
  sends('8,000 maps in each other', update(nested(8_000))),
  sends('awareness that is no JSON', awareness([7, 1, '{"tab":'])),
  sends(
    'awareness of 10,000 who are not there',
    awareness(...Array.from({ length: 10_000 }, (_, i): [number, number, string] => [i, 1, '{}'])),
  ),
  sends('awareness of four billion', framed([AWARENESS], numbers(2 ** 32))),
  sends('5,000 updates at once', ...Array.from({ length: 5_000 }, () => update(note))),
  sends('a frame of 32 MB', update(new Uint8Array(32 * MEGABYTE).fill(7))),
]
