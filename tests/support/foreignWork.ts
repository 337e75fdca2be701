/**
 * What of a canvas others wrote, as one person's copy shows it, and whether that person's undo leaves it alone. By Yjs' own
 * books: told independently of our undo.
 */
import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import type { CanvasView } from '../../src/model/canvas.ts'
import type { SharedNote } from '../../src/model/doc/schema.ts'
import { notesOf } from '../../src/model/doc/schema.ts'

const FIELDS = ['place', 'colour', 'tags', 'finding', 'joins'] as const
const SOMETIMES = ['finding', 'joins', 'origin', 'removed', 'tags']
const ALWAYS = ['colour', 'createdAt', 'editedAt', 'place', 'speaker', 'text', 'typist']

export type Writer = {
  doc: Y.Doc
  view(): CanvasView
  /** Each letter is typed once, by one person. */
  isOwn(letter: string): boolean
  /** This person deleted it while writing: redoing that is no theft. */
  struckOut(letter: string): boolean
}

export type ForeignWork = {
  /**
   * Somebody put a note onto the canvas or took it off, other than by undo. Undoing the one, or redoing the other, may make
   * it vanish only while there is no more of others' work in it than then.
   */
  onPurpose(note: string, act: 'put' | 'taken'): void
  /** Undoes or redoes, and names what of others' work is gone or changed. */
  takenBy(act: 'undo' | 'redo', undo: () => void): string[]
}

export function watchForeignWork(person: Writer): ForeignWork {
  const { doc, view, isOwn, struckOut } = person
  const me = doc.clientID
  const atThatTime = new Map<string, string[]>()

  const writers = (): Map<string, number | undefined> => {
    const found = new Map([['thisWeek', writerOfThisWeek(doc)]])
    for (const id of view().notes.keys()) {
      for (const field of FIELDS) found.set(`${id} ${field}`, writeOf(doc, id, field)?.client)
    }
    return found
  }
  const foreignIn = (note: string): string[] => {
    const fields = [...SOMETIMES, ...ALWAYS]
      .map((field) => ({ field, write: writeOf(doc, note, field) }))
      .filter(({ write }) => write !== undefined && write.client !== me)
      .map(({ field, write }) => `${field} ${write?.client} ${write?.clock}`)
    const text = String((notesOf(doc).get(note) as SharedNote).get('text'))
    return [...fields, ...[...text].filter((letter) => !isOwn(letter))]
  }
  /** In notes that still lie there. */
  const changed = (
    before: CanvasView,
    wroteBefore: ReadonlyMap<string, number | undefined>,
    act: 'undo' | 'redo',
  ): string[] => {
    const wrong: string[] = []
    for (const [id, note] of before.notes) {
      const now = view().notes.get(id)
      if (!now) continue
      for (const letter of [...note.text].filter((each) => !isOwn(each))) {
        if (act === 'redo' && struckOut(letter)) continue
        if (!now.text.includes(letter)) wrong.push(`${id}: ${letter} is gone`)
      }
      for (const field of FIELDS) {
        const others = wroteBefore.get(`${id} ${field}`) !== me
        if (others && !isDeepStrictEqual(now[field], note[field])) wrong.push(`${id}: ${field}`)
      }
    }
    return wrong
  }
  const vanished = (before: CanvasView, act: 'undo' | 'redo'): string[] =>
    [...before.notes.keys()]
      .filter((note) => !view().notes.has(note))
      .flatMap((note) => {
        const then = atThatTime.get(`${note} ${act === 'undo' ? 'put' : 'taken'}`) ?? []
        const since = foreignIn(note).filter((each) => !then.includes(each))
        return since.map((each) => `${note} vanished with ${each} by ${act}`)
      })

  return {
    onPurpose: (note, act) => void atThatTime.set(`${note} ${act}`, foreignIn(note)),
    takenBy(act, undo) {
      const before = view()
      const wroteBefore = writers()
      undo()
      const chooser = wroteBefore.get('thisWeek')
      const thisWeek = chooser !== me && writerOfThisWeek(doc) !== chooser ? ['thisWeek'] : []
      return [...changed(before, wroteBefore, act), ...vanished(before, act), ...thisWeek]
    },
  }
}

/** Names every field that a note lacks or should not have. */
export function brokenNotes(doc: Y.Doc): string[] {
  return [...notesOf(doc)].flatMap(([id, note]) => {
    const fields = note instanceof Y.Map ? [...note.keys()] : []
    const missing = ALWAYS.filter((field) => !fields.includes(field))
    const strange = fields.filter((field) => ![...ALWAYS, ...SOMETIMES].includes(field))
    return [...missing, ...strange].map((field) => `${id}: ${field}`)
  })
}

/** Whose write a note's field shows, and which. */
function writeOf(doc: Y.Doc, note: string, field: string): Y.ID | undefined {
  const shared = doc.getMap('notes').get(note)
  return shared instanceof Y.Map ? shared._map.get(field)?.id : undefined
}

const writerOfThisWeek = (doc: Y.Doc): number | undefined =>
  doc.getMap('canvas')._map.get('thisWeek')?.id.client
