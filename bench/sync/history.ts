/** A canvas of 60 notes with many edits behind it, by one person. */
import * as Y from 'yjs'

const NOTES = 60
const KEYS_AT_ONE_PLACE = 10
const MOST_LETTERS = 40

export type History = {
  updates: readonly Uint8Array[]
  state: Uint8Array
  /** The same notes in a document without a past. */
  fresh: Uint8Array
}

export function history(edits: number): History {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const notes = Array.from({ length: NOTES }, (_, i) => addNote(doc, i, 'Titip di warung'))
  // As people do: some words are typed at one place and a part of them is taken back, now and then a note moves.
  let caret = 0
  for (let i = 0; i < edits; i++) {
    const writing = notes[(Math.floor(i / KEYS_AT_ONE_PLACE) * 7) % NOTES]
    if (!writing) continue
    const { note, text } = writing
    const key = i % KEYS_AT_ONE_PLACE
    if (key === 0) caret = Math.floor((((i * 31) % 97) / 97) * text.length)
    if (key === KEYS_AT_ONE_PLACE - 1) {
      note.set('place', { zone: 'key-partners', rank: `b${i}` })
    } else if (key % 2 === 0 || text.length < MOST_LETTERS) text.insert(caret++, 'x')
    else text.delete(--caret, 1)
  }
  const fresh = new Y.Doc()
  for (const [i, { text }] of notes.entries()) addNote(fresh, i, text.toString())
  return { updates, state: Y.encodeStateAsUpdate(doc), fresh: Y.encodeStateAsUpdate(fresh) }
}

function addNote(doc: Y.Doc, i: number, words: string) {
  const note = new Y.Map<unknown>()
  const text = new Y.Text(words)
  doc.transact(() => {
    doc.getMap('notes').set(`note${String(i).padStart(12, '0')}`, note)
    note.set('text', text)
    note.set('place', { zone: 'channels', rank: `a${i}` })
    note.set('colour', 'kunyit')
    note.set('speaker', null)
    note.set('createdAt', 1_800_000_000_000)
  })
  return { note, text }
}
