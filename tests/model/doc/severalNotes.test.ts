import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { aCanvas, aNote } from '../../support/builders.ts'
import type { Person } from '../../support/twoPeople.ts'
import { reconnect, twoPeople, zonesHolding } from '../../support/twoPeople.ts'
import { problemsOf } from './wholeCanvas.ts'

const five = aCanvas().with(
  ...['n1', 'n2', 'n3', 'n4', 'n5'].map((id) => aNote(id).in('channels').saying(id)),
)
const orderIn = (person: Person, zone: 'channels' | 'tray') => person.words(zone).join(' ')

/** Counts what a person's document sends. */
function updatesOf(person: Person): { count: number } {
  const sent = { count: 0 }
  person.doc.on('update', () => sent.count++)
  return sent
}

describe('several notes at once', () => {
  it.each([
    ['to the end, in the order chosen', ['n4', 'n1'], { zone: 'channels' }, 'n2 n3 n5 n4 n1'],
    ['to the head', ['n3', 'n5'], { zone: 'channels', after: null }, 'n3 n5 n1 n2 n4'],
    ['behind one that stays', ['n5', 'n1'], { zone: 'channels', after: 'n2' }, 'n2 n5 n1 n3 n4'],
    ['behind one of them', ['n4', 'n2'], { zone: 'channels', after: 'n2' }, 'n1 n4 n2 n3 n5'],
    ['behind the first, itself', ['n1', 'n3'], { zone: 'channels', after: 'n1' }, 'n1 n3 n2 n4 n5'],
    ['behind one that has left', ['n1'], { zone: 'channels', after: 'gone' }, 'n2 n3 n4 n5 n1'],
  ] as const)('move %s', (_, notes, to, order) => {
    const { ninik } = twoPeople(five)
    expect(ninik.moveNotes(notes, to)).toEqual(notes)
    expect(orderIn(ninik, 'channels')).toBe(order)
    ninik.history.undo()
    expect(orderIn(ninik, 'channels')).toBe('n1 n2 n3 n4 n5')
    ninik.history.redo()
    expect(orderIn(ninik, 'channels')).toBe(order)
  })

  it('land behind one another wherever they are put', () => {
    const ids = ['n1', 'n2', 'n3', 'n4', 'n5']
    const moves = fc.record({
      notes: fc.shuffledSubarray(ids, { minLength: 1 }),
      after: fc.constantFrom(null, undefined, ...ids),
      zone: fc.constantFrom('channels' as const, 'tray' as const),
    })
    fc.assert(
      fc.property(fc.array(moves, { minLength: 1, maxLength: 6 }), (all) => {
        const { ninik } = twoPeople(five)
        for (const { notes, after, zone } of all) {
          const before = ninik.words(zone)
          const staying = before.filter((id) => !notes.includes(id))
          let at = staying.length
          if (after === null) at = 0
          else if (after !== undefined && before.includes(after)) {
            const upTo = before.slice(0, before.indexOf(after) + 1)
            at = upTo.filter((id) => staying.includes(id)).length
          }
          ninik.moveNotes(notes, after === undefined ? { zone } : { zone, after })
          expect(ninik.words(zone)).toEqual([
            ...staying.slice(0, at),
            ...notes,
            ...staying.slice(at),
          ])
        }
        expect(problemsOf(ninik.view())).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('are one message on the wire and one step of undo, whatever is done with them', () => {
    const { ninik } = twoPeople(five)
    const before = ninik.view()
    const notes = ['n1', 'n3', 'n5']
    const sent = updatesOf(ninik)
    const edits = [
      () => ninik.moveNotes(notes, { zone: 'tray' }),
      () => ninik.recolourNotes(notes, 'ungu'),
      () => ninik.tagNotes(notes, { add: 'murah' }),
      () => ninik.markFinding(notes, true),
      () => ninik.removeNotes(notes),
      () => ninik.restoreNotes(notes),
    ]
    for (const edit of edits) expect(edit()).toEqual(notes)
    expect(sent.count).toBe(edits.length)
    expect(ninik.duplicateNotes(notes)).toHaveLength(3)
    expect(ninik.takeNotes(notes, { zone: 'strengths' })).toHaveLength(3)
    expect(sent.count).toBe(edits.length + 2)
    for (let step = 0; step < edits.length + 2; step++) expect(ninik.history.undo()).toBe('done')
    expect(ninik.history.undo()).toBe('nothing')
    expect(ninik.view()).toEqual(before)
  })

  it('leave out those that somebody removed, those that never were, and doubles', () => {
    const { ninik, mentor } = twoPeople(five)
    mentor.removeNote('n2')
    reconnect(ninik, mentor)
    const notes = ['n2', 'n4', 'nobody', 'n1', 'n4']
    expect(ninik.recolourNotes(notes, 'ungu')).toEqual(['n4', 'n1'])
    expect(ninik.moveNotes(notes, { zone: 'tray' })).toEqual(['n4', 'n1'])
    expect(orderIn(ninik, 'tray')).toBe('n4 n1')
    expect(ninik.takeNotes(notes, { zone: 'threats' })).toHaveLength(2)
    expect(ninik.removeNotes(notes)).toEqual(['n4', 'n1'])
    expect(ninik.restoreNotes(notes)).toEqual(['n2', 'n4', 'n1'])
    expect(ninik.moveNotes(['nobody'], { zone: 'tray' })).toEqual([])
  })

  it('are reached also where there is nothing to change, and leave nothing to undo', () => {
    const { ninik } = twoPeople(five)
    const listener = vi.fn()
    ninik.history.subscribe(listener)
    expect(ninik.recolourNotes(['n1', 'n2'], 'toska')).toEqual(['n1', 'n2'])
    expect(ninik.moveNotes(['n2', 'n3'], { zone: 'channels', after: 'n1' })).toEqual(['n2', 'n3'])
    expect(ninik.markFinding(['n1'], false)).toEqual(['n1'])
    expect(listener).not.toHaveBeenCalled()
  })

  it('come back as far as nobody else has touched them since', () => {
    const { ninik, mentor } = twoPeople(five)
    ninik.recolourNotes(['n1', 'n2'], 'ungu')
    reconnect(ninik, mentor)
    mentor.recolourNote('n1', 'daun')
    reconnect(ninik, mentor)
    expect(ninik.history.undo()).toBe('done')
    const colourOf = (note: string) => ninik.view().notes.get(note as never)?.colour
    expect([colourOf('n1'), colourOf('n2')]).toEqual(['daun', 'toska'])
    expect(ninik.history.redo()).toBe('done')
    expect([colourOf('n1'), colourOf('n2')]).toEqual(['daun', 'ungu'])
  })

  it('that are pasted stand in order where they were pasted', () => {
    const { ninik } = twoPeople(five)
    const lines = ['a', 'b', 'c']
    ninik.addNotes(lines.map((text) => ({ zone: 'channels', text, after: 'n2' as never })))
    ninik.addNotes(lines.map((text) => ({ zone: 'channels', text: text.toUpperCase() })))
    expect(orderIn(ninik, 'channels')).toBe('n1 n2 a b c n3 n4 n5 A B C')
    ninik.history.undo()
    ninik.history.undo()
    expect(orderIn(ninik, 'channels')).toBe('n1 n2 n3 n4 n5')
  })

  it('are as many as a canvas holds, in order, at one spot', () => {
    const { ninik } = twoPeople(five)
    const lines = Array.from({ length: 900 }, (_, line) => `${line}`)
    ninik.addNotes(lines.map((text) => ({ zone: 'channels', text, after: 'n2' as never })))
    expect(ninik.words('channels').slice(2, -3)).toEqual(lines)
    const ids = [...ninik.view().notes.keys()].reverse()
    ninik.moveNotes(ids, { zone: 'tray', after: null })
    expect(ninik.view().zones.tray).toEqual(ids)
    expect(problemsOf(ninik.view())).toEqual([])
  })
})

describe('what two people do at once with several notes', () => {
  it('ends with every note in one zone when both move them', () => {
    const { ninik, mentor } = twoPeople(five)
    ninik.moveNotes(['n1', 'n2', 'n3'], { zone: 'tray' })
    mentor.moveNotes(['n3', 'n2'], { zone: 'strengths' })
    reconnect(ninik, mentor)
    expect(ninik.view()).toEqual(mentor.view())
    for (const note of ['n1', 'n2', 'n3']) expect(zonesHolding(ninik.view(), note)).toHaveLength(1)
  })

  it('keeps the colour of one and the place of the other', () => {
    const { ninik, mentor } = twoPeople(five)
    ninik.recolourNotes(['n1', 'n2'], 'ungu')
    mentor.moveNotes(['n1', 'n2'], { zone: 'tray' })
    reconnect(ninik, mentor)
    for (const { view } of [ninik, mentor]) {
      const notes = ['n1', 'n2'].map((note) => view().notes.get(note as never))
      expect(notes).toMatchObject([
        { colour: 'ungu', place: { zone: 'tray' } },
        { colour: 'ungu', place: { zone: 'tray' } },
      ])
    }
  })

  it('keeps what one typed in notes that the other removed, and brings it back with them', () => {
    const { ninik, mentor } = twoPeople(five)
    mentor.writeIn('n1').input('n1 dan pasar malam')
    ninik.removeNotes(['n1', 'n2'])
    reconnect(ninik, mentor)
    expect(orderIn(mentor, 'channels')).toBe('n3 n4 n5')
    expect(ninik.history.undo()).toBe('done')
    reconnect(ninik, mentor)
    expect(orderIn(mentor, 'channels')).toBe('n1 dan pasar malam n2 n3 n4 n5')
  })

  it('makes a copy of what is there, whoever removes or rewrites the original', () => {
    const { ninik, mentor } = twoPeople(five)
    const [copy = ''] = ninik.takeNotes(['n1'], { zone: 'strengths' })
    mentor.writeIn('n1').input('lain')
    mentor.removeNote('n1')
    reconnect(ninik, mentor)
    expect(mentor.textOf(copy)).toBe('n1')
    expect(mentor.view().notes.get(copy as never)?.origin).toBe('n1')
  })
})
