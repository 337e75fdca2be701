/** Three to eight people at random work on one canvas, who meet in pairs now and then. Drawn as data, so a failure shrinks. */
import fc from 'fast-check'
import type { NoteId } from '../../../src/model/ids.ts'
import { NOTE_COLOURS } from '../../../src/model/note.ts'
import { ZONE_IDS } from '../../../src/model/zones.ts'
import { aCanvas } from '../../support/builders.ts'
import type { Person, Writing } from '../../support/twoPeople.ts'
import { aPerson, deliver } from '../../support/twoPeople.ts'

const ACTS = [
  'add',
  'add',
  'move',
  'move',
  'recolour',
  'moveSome',
  'recolourSome',
  'removeSome',
  'tag',
  'mark',
  'join',
  'thisWeek',
  'take',
  'duplicate',
  'type',
  'type',
  'open',
  'leave',
  'remove',
  'restore',
  'undo',
  'undo',
  'redo',
  'meet',
  'meet',
  'meet',
  'hear',
] as const

/** `which` and `where` choose among what is there when the act comes. */
export type Act = { who: number; act: (typeof ACTS)[number]; which: number; where: number }

export const anAct: fc.Arbitrary<Act> = fc.record({
  who: fc.nat(7),
  act: fc.constantFrom(...ACTS),
  which: fc.nat(1_000),
  where: fc.nat(1_000),
})

export type Villager = { person: Person; client: number; writing: Writing | null }

export type Village = {
  people: Villager[]
  /** Every note that anybody ever put onto the canvas. */
  added: Set<string>
  /** Who typed a letter: each is typed once. */
  authorOf: Map<string, number>
  /** `<who> <letter>`: whose letters somebody deleted while writing. Redoing that is no theft. */
  struckOut: Set<string>
  nextLetter(author: number): string
  /** Called when somebody puts a note onto the canvas, or takes it off, other than by undo. */
  onPurpose(one: Villager, note: string, act: 'put' | 'taken'): void
}

export function aVillage(size: number): Village {
  const update = aCanvas().toUpdate()
  const authorOf = new Map<string, number>()
  return {
    people: Array.from({ length: size }, (_, index) => {
      const client = 100 + index
      return { person: aPerson(`p${index}n`, update, client), client, writing: null }
    }),
    added: new Set(),
    authorOf,
    nextLetter(author) {
      // Letters of two halves too: a cut one would show.
      const letter = String.fromCodePoint(
        (authorOf.size % 3 === 0 ? 0x20000 : 0x4e00) + authorOf.size,
      )
      authorOf.set(letter, author)
      return letter
    },
    struckOut: new Set(),
    onPurpose() {},
  }
}

const tag = (where: number): string => `tag ${where % 7}`

const pick = <T>(from: readonly T[], index: number): T | undefined => from[index % from.length]

/** Does one act; `aroundUndo` sees the one who undoes or redoes before and after it. */
export function perform(
  village: Village,
  { who, act, which, where }: Act,
  aroundUndo: (one: Villager, undo: () => void, act: 'undo' | 'redo') => void = (_, undo) => undo(),
): void {
  const one = pick(village.people, who)
  const other = pick(village.people, which)
  if (!one || !other) return
  const { person } = one
  const live = [...person.view().notes.keys()].sort()
  const note = pick(live, which)
  const zone = pick(ZONE_IDS, where % 3) ?? 'tray'
  const some = live.filter((_, index) => (which >> (index % 10)) % 2 === 1)
  switch (act) {
    case 'add': {
      const after = where % 2 === 0 ? undefined : (pick(person.view().zones[zone], which) ?? null)
      const text = village.nextLetter(one.client)
      const added = person.addNote(zone, text, after === undefined ? {} : { after })
      village.added.add(added)
      village.onPurpose(one, added, 'put')
      return
    }
    case 'move': {
      const after = where % 2 === 0 ? undefined : (pick(person.view().zones[zone], where) ?? null)
      if (note) person.moveNote(note, after === undefined ? { zone } : { zone, after })
      return
    }
    case 'recolour':
      if (note) person.recolourNote(note, pick(NOTE_COLOURS, where) ?? 'susu')
      return
    case 'moveSome':
      person.moveNotes(some, where % 2 === 0 ? { zone } : { zone, after: note ?? null })
      return
    case 'recolourSome':
      person.recolourNotes(some, pick(NOTE_COLOURS, where) ?? 'susu')
      return
    case 'removeSome':
      for (const id of person.removeNotes(some)) village.onPurpose(one, id, 'taken')
      return
    case 'tag':
      person.tagNotes(some, where % 3 === 0 ? { remove: tag(where) } : { add: tag(where) })
      return
    case 'mark':
      person.markFinding(some, where % 3 > 0)
      return
    case 'join':
      if (note) person.joinNotes(note, some)
      return
    case 'thisWeek':
      person.setThisWeek(where % 4 === 0 ? null : (note ?? null))
      return
    case 'take':
    case 'duplicate': {
      const few = some.slice(0, 3)
      const copies = act === 'take' ? person.takeNotes(few, { zone }) : person.duplicateNotes(few)
      for (const id of copies) {
        village.added.add(id)
        village.onPurpose(one, id, 'put')
      }
      return
    }
    case 'open':
      leave(village, one)
      one.writing = note && where % 4 > 0 ? person.writeIn(note) : person.writeNew(zone)
      return
    case 'type':
      if (!one.writing && note) one.writing = person.writeIn(note)
      if (one.writing) typeSomewhere(village, one, one.writing, where)
      return
    case 'leave':
      leave(village, one)
      return
    case 'remove':
      if (note && person.removeNote(note)) village.onPurpose(one, note, 'taken')
      return
    case 'restore': {
      const gone = [...village.added].sort().filter((id) => !person.view().notes.has(id as NoteId))
      const back = pick(gone, which)
      if (back && person.restoreNote(back)) village.onPurpose(one, back, 'put')
      return
    }
    case 'undo':
      aroundUndo(one, () => person.history.undo(), act)
      return
    case 'redo':
      aroundUndo(one, () => person.history.redo(), act)
      return
    case 'meet':
      deliver(person, other.person)
      deliver(other.person, person)
      return
    case 'hear':
      deliver(other.person, person)
      return
  }
}

/** One letter more, or now and then one less. */
function typeSomewhere(village: Village, one: Villager, writing: Writing, where: number): void {
  const letters = [...writing.shown()]
  const at = where % (letters.length + 1)
  const before = letters.slice(0, at).join('')
  if (where % 5 === 0 && at < letters.length) {
    village.struckOut.add(`${one.client} ${letters[at]}`)
    writing.input(before + letters.slice(at + 1).join(''), before.length)
  } else {
    const letter = village.nextLetter(one.client)
    writing.input(before + letter + letters.slice(at).join(''), before.length + letter.length)
  }
  const id = writing.noteId()
  if (!id || village.added.has(id)) return
  village.added.add(id)
  village.onPurpose(one, id, 'put')
}

function leave(village: Village, one: Villager): void {
  const id = one.writing?.noteId()
  const lay = id && one.person.view().notes.has(id)
  one.writing?.leave()
  one.writing = null
  if (id && lay && !one.person.view().notes.has(id)) village.onPurpose(one, id, 'taken')
}

/** Everybody leaves their notes and meets everybody. */
export function comeTogether(village: Village): void {
  for (const one of village.people) leave(village, one)
  for (let round = 0; round < 2; round++) {
    for (const one of village.people) {
      for (const other of village.people) deliver(one.person, other.person)
    }
  }
}
