/** Updates of very many pieces, and a thread elsewhere that the test holds back. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import * as Y from 'yjs'
import { cutFrom } from '../../server/cut.ts'
import { fold } from '../../server/fold.ts'
import type { Elsewhere } from '../../server/folding.ts'

export const NOTES = 6_000
/** Three structs a note. */
function manyNotes(client: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  const notes = doc.getMap('notes')
  doc.transact(() => {
    for (let i = 0; i < NOTES; i++) {
      notes.set(`${client}-${i}`, new Y.Map<unknown>([['colour', 'jambu']]))
    }
  })
  return Y.encodeStateAsUpdate(doc)
}
export const oneNote = (client: number, key: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getMap('notes').set(key, 'x')
  return Y.encodeStateAsUpdate(doc)
}
export const many = manyNotes(100)
export const others = manyNotes(200)

/** What the first job elsewhere waits for. */
export function aHold() {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let asked = () => {}
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  return { release: () => release(), held, asked: () => asked(), isAsked }
}
export const heldBy = ({ held, asked }: ReturnType<typeof aHold>): Elsewhere => ({
  async fold(parts) {
    const given = [...parts]
    asked()
    await held
    const state = fold(given)
    return state && { state, cpuMs: 0 }
  },
  async cut(parts, vector) {
    const given = [...parts]
    asked()
    await held
    return cutFrom(given, vector)
  },
})

/** How many turns others have until it is there. */
export async function turnsOf(verdict: Promise<unknown>, each: (turn: number) => void = () => {}) {
  let turns = 0
  let done = false
  void verdict.then(() => {
    done = true
  })
  for (; !done; turns++) {
    each(turns)
    await nextTurn()
  }
  return turns
}
