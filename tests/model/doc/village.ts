/** Three to eight people at random work on one canvas, who meet in pairs now and then. Drawn as data, so a failure shrinks. */
import fc from 'fast-check'
import type { CanvasView } from '../../../src/model/canvas.ts'
import type { NoteId } from '../../../src/model/ids.ts'
import { NOTE_COLOURS } from '../../../src/model/note.ts'
import type { CellId, ZoneId } from '../../../src/model/zones.ts'
import {
  CELL_USES,
  CELLS,
  isCellId,
  QUADRANTS,
  ZONE_IDS,
  zoneById,
} from '../../../src/model/zones.ts'
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
  'takeIntoSwot',
  'removeSource',
  'strategy',
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

/** Where a village works: many in a few zones, or each in a zone of their own. */
export const someZones: fc.Arbitrary<ZoneId[]> = fc.shuffledSubarray([...ZONE_IDS], {
  minLength: 3,
})

export type Villager = { person: Person; client: number; writing: Writing | null }

export type Village = {
  people: Villager[]
  zones: readonly ZoneId[]
  /** Every note that anybody ever put onto the canvas. */
  added: Set<string>
  /** The note that each linked copy was made from. */
  sourceOf: Map<string, string>
  /** Who typed a letter: each is typed once. */
  authorOf: Map<string, number>
  /** `<who> <letter>`: whose letters somebody deleted while writing. Redoing that is no theft. */
  struckOut: Set<string>
  nextLetter(author: number): string
  /** Called when somebody puts a note onto the canvas, or takes it off, other than by undo. */
  onPurpose(one: Villager, note: string, act: 'put' | 'taken'): void
}

export function aVillage(size: number, zones: readonly ZoneId[] = ZONE_IDS): Village {
  const update = aCanvas().toUpdate()
  const authorOf = new Map<string, number>()
  return {
    people: Array.from({ length: size }, (_, index) => {
      const client = 100 + index
      return { person: aPerson(`p${index}n`, update, client), client, writing: null }
    }),
    zones,
    added: new Set(),
    sourceOf: new Map(),
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

const isInBlock = (view: CanvasView, id: NoteId): boolean =>
  zoneById(view.notes.get(id)?.place.zone ?? 'tray').tab === 'bmc'

/** A cell, and a note from each of its two quadrants where there is one. */
function strategyAt(view: CanvasView, zone: ZoneId, which: number) {
  const cell = isCellId(zone) ? zone : (pick(CELLS, which)?.id as CellId)
  const pair = CELL_USES[cell].flatMap((quadrant) => pick(view.zones[quadrant], which) ?? [])
  return { cell, pair }
}

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
  // Which zone says nothing of where in it.
  const zone = pick(village.zones, where >> 3) ?? 'tray'
  const some = live.filter((_, index) => (which >> (index % 10)) % 2 === 1)
  switch (act) {
    case 'add': {
      const after = where % 2 === 0 ? undefined : (pick(person.view().zones[zone], which) ?? null)
      const text = village.nextLetter(one.client)
      const added = person.addNote(zone, text, after === undefined ? {} : { after })
      put(village, one, added)
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
      if (act === 'take') take(village, one, few, zone)
      else for (const id of person.duplicateNotes(few)) put(village, one, id)
      return
    }
    case 'takeIntoSwot': {
      const inBlocks = live.filter((id) => isInBlock(person.view(), id))
      const quadrant = pick(QUADRANTS, where)?.id ?? 'strengths'
      const note = pick(inBlocks, which)
      if (note) take(village, one, [note], quadrant)
      return
    }
    case 'removeSource': {
      const source = pick(
        live.filter((id) => [...village.sourceOf.values()].includes(id)),
        which,
      )
      if (source && person.removeNote(source)) village.onPurpose(one, source, 'taken')
      return
    }
    case 'strategy': {
      const { cell, pair } = strategyAt(person.view(), zone, which)
      // Chance alone rarely leaves a note in both quadrants: every other time one is written where there is none.
      for (const quadrant of which % 2 === 0 && pair.length < 2 ? CELL_USES[cell] : []) {
        put(village, one, person.addNote(quadrant, village.nextLetter(one.client)))
        pair.push(...person.view().zones[quadrant].slice(-1))
      }
      if (where % 3 === 0) {
        leave(village, one)
        one.writing = person.writeNew(cell, pair)
        typeSomewhere(village, one, one.writing, where)
      } else {
        const text = village.nextLetter(one.client)
        put(village, one, person.addNote(cell, text, { joins: pair, finding: where % 2 === 0 }))
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

function put(village: Village, one: Villager, id: string): void {
  village.added.add(id)
  village.onPurpose(one, id, 'put')
}

/** Linked copies: each names what it was made from, or where that came from. */
function take(village: Village, one: Villager, notes: readonly NoteId[], zone: ZoneId): void {
  const copies = one.person.takeNotes(notes, { zone })
  for (const [index, id] of copies.entries()) {
    const from = notes[index] ?? ''
    village.sourceOf.set(id, village.sourceOf.get(from) ?? from)
    put(village, one, id)
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
  if (id && !village.added.has(id)) put(village, one, id)
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
