/** Edits made beforehand, so that what is measured is the servers: each person moves and re-times one note of theirs. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

export type MadeEdits = { client: number; first: Uint8Array; edits: readonly Uint8Array[] }

export function makeEdits(count: number): MadeEdits {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const note = new Y.Map<unknown>()
  doc.transact(() => {
    doc.getMap('notes').set(`n${doc.clientID}`, note)
    note.set('text', new Y.Text('Titip di warung'))
    note.set('place', { zone: 'channels', rank: 'a0' })
  })
  for (let i = 0; i < count; i++) {
    doc.transact(() => {
      note.set('place', { zone: i % 2 === 0 ? 'key-partners' : 'channels', rank: `a${i}` })
      note.set('editedAt', 1_800_000_000_000 + i)
    })
  }
  doc.destroy()
  const [first = new Uint8Array(), ...edits] = updates
  return { client: doc.clientID, first, edits }
}

/** The first struct in an update names the edit. */
export function nameOf(update: Uint8Array): string | null {
  let at = 0
  const number = () => {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = update[at++] ?? 0
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }
  if (number() === 0) return null
  number()
  return `${number()}:${number()}`
}

export function cursorOf(client: number, clock: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, JSON.stringify({ tab: 'bmc', zone: 'channels', at: clock }))
  return encoding.toUint8Array(encoder)
}
