import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CanvasView } from '../../../src/model/canvas.ts'
import { readCanvas } from '../../../src/model/doc/readCanvas.ts'
import type { SharedNote } from '../../../src/model/doc/schema.ts'
import { notesOf } from '../../../src/model/doc/schema.ts'
import type { NoteId } from '../../../src/model/ids.ts'
import type { Village, Villager } from './village.ts'
import { anAct, aVillage, comeTogether, perform, thisWeekWriter, writeOf } from './village.ts'
import { problemsOf, redrawnForNothing } from './wholeCanvas.ts'

const acts = fc.array(anAct, { minLength: 20, maxLength: 120, size: 'max' })
const size = fc.integer({ min: 3, max: 8 })

/** The letters in a note that other people typed. */
const othersLetters = (village: Village, view: CanvasView, id: NoteId, me: number): string[] =>
  [...(view.notes.get(id)?.text ?? '')].filter((letter) => village.authorOf.get(letter) !== me)

describe('a canvas that several people write on, meeting in pairs now and then', () => {
  it('becomes the same for all, each note whole and in one zone, none lost and none doubled', () => {
    fc.assert(
      fc.property(size, acts, (people, all) => {
        const village = aVillage(people)
        for (const act of all) perform(village, act)
        comeTogether(village)
        const [first, ...others] = village.people
        const view = first?.person.view()
        for (const other of others) expect(isDeepStrictEqual(other.person.view(), view)).toBe(true)
        expect(view && problemsOf(view)).toEqual([])
        for (const { person } of village.people) {
          expect(new Set(notesOf(person.doc).keys())).toEqual(village.added)
          for (const note of notesOf(person.doc).values()) {
            const fields = [...(note as SharedNote).keys()]
            expect(fields.filter((key) => !SOMETIMES.includes(key)).sort()).toEqual(WHOLE_NOTE)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is followed change by change as if it were read anew, and what did not change is not drawn again', () => {
    fc.assert(
      fc.property(size, acts, (people, all) => {
        const village = aVillage(people)
        const seen = new Map(village.people.map((one) => [one, one.person.view()]))
        const wrong: string[] = []
        for (const one of village.people) {
          one.person.doc.on('update', () => {
            const view = one.person.view()
            if (!isDeepStrictEqual(view, readCanvas(one.person.doc))) wrong.push('not as read anew')
            wrong.push(...redrawnForNothing(seen.get(one) ?? view, view))
            seen.set(one, view)
          })
        }
        for (const act of all) perform(village, act)
        comeTogether(village)
        expect(wrong).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('keeps what others wrote through everybody’s undo and redo', () => {
    fc.assert(
      fc.property(size, acts, (people, all) => {
        const village = aVillage(people)
        const memory = aMemory(village)
        for (const act of all) {
          const wrong: string[] = []
          perform(village, act, (one, undo, kind) => {
            const before = one.person.view()
            const writers = fieldWriters(one, before)
            const chooser = thisWeekWriter(one.person.doc)
            undo()
            const struckOut = kind === 'redo' ? village.struckOut : new Set<string>()
            wrong.push(...workTaken(village, one, before, writers, struckOut))
            if (chooser !== one.client && thisWeekWriter(one.person.doc) !== chooser)
              wrong.push('thisWeek')
            wrong.push(...memory.notesTaken(one, before, kind))
          })
          expect(wrong).toEqual([])
        }
      }),
      { numRuns: 250 },
    )
  })
})

const SOMETIMES = ['finding', 'joins', 'origin', 'removed', 'tags']
const WHOLE_NOTE = ['colour', 'createdAt', 'editedAt', 'place', 'speaker', 'text', 'typist']

const FIELDS = ['place', 'colour', 'tags', 'finding', 'joins'] as const

function fieldWriters({ person }: Villager, view: CanvasView): Map<string, number | undefined> {
  const writers = new Map<string, number | undefined>()
  for (const id of view.notes.keys()) {
    for (const field of FIELDS)
      writers.set(`${id} ${field}`, writeOf(person.doc, id, field)?.client)
  }
  return writers
}

/** What others wrote in notes that still lie there, and is gone or changed. */
function workTaken(
  village: Village,
  { person, client }: Villager,
  before: CanvasView,
  writers: ReadonlyMap<string, number | undefined>,
  struckOut: ReadonlySet<string>,
): string[] {
  const after = person.view()
  const wrong: string[] = []
  for (const [id, note] of before.notes) {
    const now = after.notes.get(id)
    if (!now) continue
    for (const letter of othersLetters(village, before, id, client)) {
      if (struckOut.has(`${client} ${letter}`)) continue
      if (!now.text.includes(letter)) wrong.push(`${id}: ${letter} is gone`)
    }
    for (const field of FIELDS) {
      const others = writers.get(`${id} ${field}`) !== client
      if (others && !isDeepStrictEqual(now[field], note[field])) wrong.push(`${id}: ${field}`)
    }
  }
  return wrong
}

/** All in a note that others wrote, as one person's copy shows it: their fields, and their letters. */
function foreignIn(village: Village, { person, client }: Villager, note: string): string[] {
  const fields = [...SOMETIMES, ...WHOLE_NOTE]
    .map((field) => ({ field, write: writeOf(person.doc, note, field) }))
    .filter(({ write }) => write !== undefined && write.client !== client)
    .map(({ field, write }) => `${field} ${write?.client} ${write?.clock}`)
  const text = String((notesOf(person.doc).get(note) as SharedNote).get('text'))
  return [...fields, ...[...text].filter((letter) => village.authorOf.get(letter) !== client)]
}

/**
 * Remembers what others had written in a note when somebody put it onto the canvas or took it off on purpose. Undoing the
 * one, or redoing the other, may make it vanish only while there is no more of theirs in it.
 */
function aMemory(village: Village) {
  const atThatTime = new Map<string, string[]>()
  village.onPurpose = (one, note, act) =>
    atThatTime.set(`${one.client} ${note} ${act}`, foreignIn(village, one, note))
  return {
    notesTaken(one: Villager, before: CanvasView, act: 'undo' | 'redo'): string[] {
      const purpose = act === 'undo' ? 'put' : 'taken'
      return [...before.notes.keys()]
        .filter((note) => !one.person.view().notes.has(note))
        .flatMap((note) => {
          const then = atThatTime.get(`${one.client} ${note} ${purpose}`) ?? []
          const since = foreignIn(village, one, note).filter((each) => !then.includes(each))
          return since.map((each) => `${note} vanished with ${each} by ${act}`)
        })
    },
  }
}
