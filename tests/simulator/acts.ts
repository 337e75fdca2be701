/** What people do on a canvas: one act of one person in one tab, chosen by chance among what is there. */
import type { NoteId } from '../../src/model/ids.ts'
import { NOTE_COLOURS } from '../../src/model/note.ts'
import { ZONE_IDS } from '../../src/model/zones.ts'
import type { AddedNotes, CanvasEdits } from '../../src/sync/session.ts'
import type { ForeignWork } from '../support/foreignWork.ts'
import type { Chance } from './chance.ts'
import type { Letters } from './letters.ts'
import type { Tab } from './tab.ts'

export const ACTS = {
  add: 5,
  addSome: 1,
  move: 5,
  moveSome: 2,
  recolour: 3,
  recolourSome: 1,
  tag: 2,
  mark: 1,
  join: 1,
  thisWeek: 1,
  take: 1,
  duplicate: 2,
  type: 12,
  open: 3,
  leave: 3,
  remove: 3,
  removeSome: 1,
  restore: 3,
  undo: 6,
  redo: 3,
  undoLatest: 1,
  look: 2,
} as const
export type Act = keyof typeof ACTS

export type Person = {
  tab: Tab
  edits: CanvasEdits
  work: ForeignWork
  letters: Letters
  chance: Chance
}

/** @returns What it took of others' work, which is nothing. */
export function perform(person: Person, act: Act): string[] {
  let taken: string[] = []
  person.letters.goneWith(person.tab.room.doc, () => {
    taken = DO[act](person) ?? []
  })
  return taken
}

const live = ({ tab }: Person): NoteId[] => [...tab.view.notes.keys()].sort()
const aNote = (person: Person): NoteId | null => person.chance.oneOf(live(person))
const some = (person: Person): NoteId[] => {
  const most = person.chance.below(4) + 1
  return live(person)
    .filter(() => person.chance.is(0.4))
    .slice(0, most)
}
/** Few zones, so that people meet. */
const aZone = ({ chance }: Person) => chance.oneOf(ZONE_IDS.slice(0, 3)) ?? 'tray'

function aPlace(person: Person) {
  const zone = aZone(person)
  if (person.chance.is(0.5)) return { zone }
  return { zone, after: person.chance.oneOf(person.tab.view.zones[zone]) }
}

function put(person: Person, added: AddedNotes): void {
  if (!('refused' in added)) for (const id of added) person.work.onPurpose(id, 'put')
}

function aNewNote(person: Person) {
  const letter = person.letters.next()
  const typedIn = (note: string) =>
    person.letters.typed(letter, {
      client: person.tab.client,
      note,
      honest: !person.tab.cheats,
    })
  return { note: { ...aPlace(person), text: letter }, typedIn }
}

const isOn = ({ tab }: Person, note: string): boolean => tab.view.notes.has(note as NoteId)

function leave(person: Person): void {
  const { writing } = person.tab
  const note = writing?.noteId()
  const lay = note && isOn(person, note)
  writing?.close()
  person.tab.writing = null
  if (note && lay && !isOn(person, note)) person.work.onPurpose(note, 'taken')
}

function open(person: Person, note: NoteId | null): void {
  leave(person)
  const target = note ? { note } : { create: { zone: aZone(person) } }
  const writing = person.edits.writeIn(target)
  if (!('refused' in writing)) person.tab.writing = writing
}

/** One letter more, or now and then one less. */
function typeSomewhere(person: Person): void {
  const { tab, chance, letters } = person
  if (!tab.writing) open(person, aNote(person))
  const { writing } = tab
  if (!writing) return
  const shown = [...writing.shown()]
  const at = chance.below(shown.length + 1)
  const before = shown.slice(0, at).join('')
  const less = shown[at]
  if (less !== undefined && chance.is(0.2)) {
    letters.struckOut(tab.client, less)
    writing.input(before + shown.slice(at + 1).join(''), before.length)
  } else {
    const letter = letters.next()
    const known = writing.noteId()
    // Whose it is must be known before anybody hears of it.
    letters.typed(letter, { client: tab.client, note: known ?? '', honest: !tab.cheats })
    writing.input(before + letter + shown.slice(at).join(''), before.length + letter.length)
    const note = writing.noteId()
    if (note) letters.typed(letter, { client: tab.client, note, honest: !tab.cheats })
    if (note && !known) person.work.onPurpose(note, 'put')
  }
}

const DO: Record<Act, (person: Person) => string[] | undefined> = {
  add(person) {
    const { note, typedIn } = aNewNote(person)
    const added = person.edits.addNote(note)
    if (typeof added !== 'string') return
    typedIn(added)
    put(person, [added])
  },
  addSome(person) {
    const news = [aNewNote(person), aNewNote(person)]
    const added = person.edits.addNotes(news.map(({ note }) => note))
    if ('refused' in added) return
    for (const [index, id] of added.entries()) news[index]?.typedIn(id)
    put(person, added)
  },
  move(person) {
    const note = aNote(person)
    if (note) person.edits.moveNote(note, aPlace(person))
  },
  moveSome: (person) => void person.edits.moveNotes(some(person), aPlace(person)),
  recolour(person) {
    const note = aNote(person)
    if (note) person.edits.recolourNote(note, person.chance.oneOf(NOTE_COLOURS) ?? 'susu')
  },
  recolourSome: (person) =>
    void person.edits.recolourNotes(some(person), person.chance.oneOf(NOTE_COLOURS) ?? 'susu'),
  tag(person) {
    const tag = `tag ${person.chance.below(7)}`
    person.edits.tagNotes(some(person), person.chance.is(0.3) ? { remove: tag } : { add: tag })
  },
  mark: (person) => void person.edits.setFinding(some(person), person.chance.is(0.7)),
  join(person) {
    const note = aNote(person)
    if (note) person.edits.joinNotes(note, some(person))
  },
  thisWeek: (person) => void person.edits.setThisWeek(person.chance.is(0.2) ? null : aNote(person)),
  take: (person) =>
    put(person, person.edits.takeNotes(some(person), { zone: aZone(person) })) as undefined,
  duplicate: (person) => put(person, person.edits.duplicateNotes(some(person))) as undefined,
  type: (person) => typeSomewhere(person) as undefined,
  open: (person) => open(person, person.chance.is(0.7) ? aNote(person) : null) as undefined,
  leave: (person) => leave(person) as undefined,
  remove(person) {
    const note = aNote(person)
    if (note && person.edits.removeNote(note)) person.work.onPurpose(note, 'taken')
  },
  removeSome(person) {
    for (const note of person.edits.removeNotes(some(person))) person.work.onPurpose(note, 'taken')
  },
  restore(person) {
    const all = [...person.tab.room.doc.getMap('notes').keys()].sort() as NoteId[]
    const note = person.chance.oneOf(all.filter((id) => !isOn(person, id)))
    if (note && person.edits.restoreNote(note)) person.work.onPurpose(note, 'put')
  },
  undo: (person) => person.work.takenBy('undo', person.edits.undo),
  redo: (person) => person.work.takenBy('redo', person.edits.redo),
  undoLatest(person) {
    const step = person.edits.latestStep()
    return step ? person.work.takenBy('undo', () => void person.edits.undoStep(step)) : []
  },
  look(person) {
    const zone = aZone(person)
    person.tab.room.setWhere({ tab: 'bmc', zone, device: 'phone' })
  },
}
