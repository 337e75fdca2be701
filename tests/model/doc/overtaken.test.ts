import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LostWrite } from '../../../src/model/doc/overtaken.ts'
import { openOvertakenWatch, typistOf } from '../../../src/model/doc/overtaken.ts'
import type { NoteColour } from '../../../src/model/note.ts'
import { NOTE_COLOURS } from '../../../src/model/note.ts'
import { aCanvas, aNote } from '../../support/builders.ts'
import type { Person } from '../../support/twoPeople.ts'
import { aPerson, deliver, reconnect } from '../../support/twoPeople.ts'

const canvas = aCanvas().with(...['n1', 'n2', 'n3'].map((id) => aNote(id).in('channels')))
/** A higher client id wins over a lower one. */
const LOWER = 100
const HIGHER = 200

type Told = {
  person: Person
  told: LostWrite[]
  wait(ms: number): void
  /** Nobody sees what this person does. */
  loseSignal(): void
}

function someone(seat: string, client: number, update: Uint8Array): Told {
  const person = aPerson(seat, update, client)
  const told: LostWrite[] = []
  let nowMs = 0
  let isSeen = true
  const watch = openOvertakenWatch(
    person.doc,
    () => nowMs,
    () => isSeen,
  )
  watch.subscribe((lost) => told.push(lost))
  return {
    person,
    told,
    wait(ms) {
      nowMs += ms
    },
    loseSignal() {
      isSeen = false
    },
  }
}

function loserAndWinner() {
  const update = canvas.toUpdate()
  return { ninik: someone('ninik', LOWER, update), mentor: someone('mentor', HIGHER, update) }
}

describe('whoever moves or recolours a note while another does', () => {
  it('is told that the other’s move won, and who it was; the other is told nothing', () => {
    const { ninik, mentor } = loserAndWinner()
    ninik.person.moveNote('n1', { zone: 'tray' })
    mentor.person.moveNote('n1', { zone: 'strengths' })
    reconnect(ninik.person, mentor.person)
    expect(ninik.person.view().notes.get('n1' as never)?.place.zone).toBe('strengths')
    expect(ninik.told).toEqual([{ note: 'n1', what: 'place', to: HIGHER }])
    expect(mentor.told).toEqual([])
  })

  it('is told of a colour as well, and of each once', () => {
    const { ninik, mentor } = loserAndWinner()
    ninik.person.recolourNotes(['n1', 'n2'], 'ungu')
    mentor.person.recolourNotes(['n2', 'n1'], 'daun')
    reconnect(ninik.person, mentor.person)
    mentor.person.recolourNotes(['n1', 'n2'], 'susu')
    reconnect(ninik.person, mentor.person)
    expect(ninik.told.map(({ note, what }) => `${note} ${what}`).sort()).toEqual([
      'n1 colour',
      'n2 colour',
    ])
    expect(mentor.told).toEqual([])
  })

  it.each<[string, (person: Person, one: boolean) => void]>([
    ['tags', (person, one) => person.tagNotes(['n1'], { add: one ? 'laris' : 'mahal' })],
    ['joins', (person, one) => person.joinNotes('n1', [one ? 'n2' : 'n3'])],
  ])('is told of %s, of which one list stays', (what, list) => {
    const { ninik, mentor } = loserAndWinner()
    list(ninik.person, true)
    list(mentor.person, false)
    reconnect(ninik.person, mentor.person)
    expect(ninik.told).toEqual([{ note: 'n1', what, to: HIGHER }])
    expect(mentor.told).toEqual([])
  })

  it('is told of a finding that another marked and unmarked meanwhile', () => {
    const { ninik, mentor } = loserAndWinner()
    ninik.person.markFinding(['n1'], true)
    for (const finding of [true, false]) mentor.person.markFinding(['n1'], finding)
    reconnect(ninik.person, mentor.person)
    expect(ninik.told).toEqual([{ note: 'n1', what: 'finding', to: HIGHER }])
  })

  it('is told by whichever of the two is the one that lost', () => {
    const { ninik, mentor } = loserAndWinner()
    mentor.person.moveNote('n1', { zone: 'tray' })
    ninik.person.moveNote('n1', { zone: 'strengths' })
    reconnect(ninik.person, mentor.person)
    expect(ninik.person.view().notes.get('n1' as never)?.place.zone).toBe('tray')
    expect([ninik.told.length, mentor.told.length]).toEqual([1, 0])
  })

  it('is told nothing of what was done with knowledge of it', () => {
    const { ninik, mentor } = loserAndWinner()
    ninik.person.moveNote('n1', { zone: 'tray' })
    deliver(ninik.person, mentor.person)
    mentor.person.moveNote('n1', { zone: 'threats' })
    mentor.person.moveNote('n1', { zone: 'strengths' })
    deliver(mentor.person, ninik.person)
    expect(ninik.person.view().notes.get('n1' as never)?.place.zone).toBe('strengths')
    expect(ninik.told).toEqual([])
  })

  it('is told when the other knew the first of two moves and not the second', () => {
    const { ninik, mentor } = loserAndWinner()
    ninik.person.moveNote('n1', { zone: 'tray' })
    deliver(ninik.person, mentor.person)
    ninik.person.moveNote('n1', { zone: 'threats' })
    mentor.person.moveNote('n1', { zone: 'strengths' })
    deliver(mentor.person, ninik.person)
    expect(ninik.told).toMatchObject([{ what: 'place', to: HIGHER }])
  })

  it('is told when the other moved it several times meanwhile', () => {
    const { ninik, mentor } = loserAndWinner()
    ninik.person.moveNote('n1', { zone: 'tray' })
    for (const zone of ['threats', 'weaknesses', 'strengths', 'key-partners'] as const) {
      mentor.person.moveNote('n1', { zone })
    }
    deliver(mentor.person, ninik.person)
    expect(ninik.told).toMatchObject([{ what: 'place', to: HIGHER }])
  })

  it('is told through a third person too', () => {
    const update = canvas.toUpdate()
    const ninik = someone('ninik', LOWER, update)
    const mentor = someone('mentor', HIGHER, update)
    const server = someone('server', 1, update)
    ninik.person.moveNote('n1', { zone: 'tray' })
    mentor.person.moveNote('n1', { zone: 'strengths' })
    deliver(ninik.person, server.person)
    deliver(mentor.person, server.person)
    deliver(server.person, ninik.person)
    deliver(server.person, mentor.person)
    expect(ninik.told).toMatchObject([{ to: HIGHER }])
    expect(mentor.told).toEqual([])
    expect(server.told).toEqual([])
  })

  it('is told nothing after a minute, nor where both wanted the same, nor of a removed note', () => {
    const { ninik, mentor } = loserAndWinner()
    ninik.person.moveNote('n1', { zone: 'tray' })
    ninik.wait(60_001)
    ninik.person.recolourNote('n1', 'ungu')
    ninik.person.moveNote('n2', { zone: 'tray' })
    mentor.person.moveNotes(['n2', 'n1'], { zone: 'strengths' })
    mentor.person.recolourNote('n1', 'ungu')
    mentor.person.removeNote('n2')
    deliver(mentor.person, ninik.person)
    expect(ninik.told).toEqual([])
  })

  it('is told however long ago it was, if nobody could see it until now', () => {
    const { ninik, mentor } = loserAndWinner()
    ninik.loseSignal()
    ninik.person.moveNote('n1', { zone: 'tray' })
    ninik.wait(600_000)
    mentor.person.moveNote('n1', { zone: 'strengths' })
    deliver(mentor.person, ninik.person)
    expect(ninik.told).toEqual([{ note: 'n1', what: 'place', to: HIGHER }])
  })

  it('is told also when undo made the move that lost', () => {
    const { ninik, mentor } = loserAndWinner()
    ninik.person.moveNote('n1', { zone: 'tray' })
    reconnect(ninik.person, mentor.person)
    ninik.person.history.undo()
    mentor.person.moveNote('n1', { zone: 'strengths' })
    reconnect(ninik.person, mentor.person)
    expect(ninik.told).toMatchObject([{ note: 'n1', what: 'place' }])
  })
})

/** What each write of the note's colour knew, told by our own books and not by Yjs'. */
type Written = { knew: ReadonlySet<NoteColour> }
type Villager = Told & { knows: Set<NoteColour>; last: NoteColour | null }

describe('who writes under a client id', () => {
  it('is told by the notes that they put onto the canvas', () => {
    const { ninik, mentor } = loserAndWinner()
    expect(typistOf(ninik.person.doc, HIGHER)).toBe(null)
    mentor.person.addNote('tray', 'Saya di sini')
    reconnect(ninik.person, mentor.person)
    expect(typistOf(ninik.person.doc, HIGHER)).toBe('mentor')
    expect(typistOf(ninik.person.doc, LOWER)).toBe(null)
  })
})

describe('among several people who write and meet at random', () => {
  const act = fc.record({
    who: fc.nat(3),
    act: fc.constantFrom('write', 'write', 'meet', 'hear', 'hear'),
    other: fc.nat(3),
  })

  it('tells exactly those whose colour gave way to one that did not know theirs', () => {
    let toldInAll = 0
    fc.assert(
      fc.property(fc.array(act, { minLength: 5, maxLength: 40 }), (acts) => {
        const update = canvas.toUpdate()
        const village = Array.from(
          { length: 4 },
          (_, index): Villager => ({
            ...someone(`p${index}`, 10 + index, update),
            knows: new Set(),
            last: null,
          }),
        )
        const written = new Map<NoteColour, Written>()
        // Each colour is written once: it stands for the write.
        const unused = [...NOTE_COLOURS].filter((colour) => colour !== 'toska')
        const shownTo = (one: Villager) => one.person.view().notes.get('n1' as never)?.colour

        const hear = (from: Villager, to: Villager) => {
          const before = shownTo(to)
          const toldBefore = to.told.length
          const news = [...from.knows].filter((colour) => !to.knows.has(colour))
          deliver(from.person, to.person)
          for (const colour of news) to.knows.add(colour)
          const told = to.told.length > toldBefore
          const after = shownTo(to)
          const mine = to.last
          const lost = mine !== null && before === mine && after !== mine
          const knewMine = (colour: NoteColour) => written.get(colour)?.knew.has(mine as NoteColour)
          if (!lost || news.every(knewMine)) expect(told).toBe(false)
          else if (!knewMine(after as NoteColour)) expect(told).toBe(true)
          if (told) toldInAll++
        }
        for (const { who, act, other } of acts) {
          const [one, another] = [village[who], village[other]] as [Villager, Villager]
          if (act === 'write') {
            const colour = unused.shift()
            if (!colour) break
            written.set(colour, { knew: new Set(one.knows) })
            one.person.recolourNote('n1', colour)
            one.knows.add(colour)
            one.last = colour
          } else if (one !== another) {
            hear(another, one)
            if (act === 'meet') hear(one, another)
          }
        }
      }),
      { numRuns: 400 },
    )
    expect(toldInAll).toBeGreaterThan(50)
  })
})
