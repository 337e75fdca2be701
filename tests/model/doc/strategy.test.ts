import { describe, expect, it } from 'vitest'
import { codeOf } from '../../../src/model/canvas.ts'
import { aCanvas, aNote } from '../../support/builders.ts'
import type { Person } from '../../support/twoPeople.ts'
import { reconnect, twoPeople } from '../../support/twoPeople.ts'

const canvas = aCanvas().with(
  aNote('s1').in('strengths'),
  aNote('s2').in('strengths'),
  aNote('o1').in('opportunities'),
  aNote('plan').in('tows-so'),
  aNote('other').in('tows-so'),
)
const codesOf = (person: Person, note: string) =>
  person
    .view()
    .notes.get(note as never)
    ?.joins.map((id) => codeOf(person.view(), id))

describe('a strategy', () => {
  it('names the notes that it joins by quadrant and turn, as these stand now', () => {
    const { ninik } = twoPeople(canvas)
    expect(ninik.joinNotes('plan', ['s2', 'o1'])).toBe(true)
    expect(codesOf(ninik, 'plan')).toEqual(['S2', 'O1'])
    ninik.moveNote('s2', { zone: 'strengths', after: null })
    expect(codesOf(ninik, 'plan')).toEqual(['S1', 'O1'])
    ninik.moveNote('s2', { zone: 'tray' })
    expect(codesOf(ninik, 'plan')).toEqual([null, 'O1'])
    ninik.removeNote('o1')
    expect(codesOf(ninik, 'plan')).toEqual([null, null])
    ninik.history.undo()
    expect(codesOf(ninik, 'plan')).toEqual([null, 'O1'])
  })

  it('joins up to four notes that are there, each once, and never itself', () => {
    const { ninik } = twoPeople(
      canvas.with(aNote('t1').in('threats'), aNote('w1').in('weaknesses')),
    )
    ninik.removeNote('s1')
    ninik.joinNotes('plan', ['s1', 'plan', 's2', 's2', 'nobody', 'o1', 't1', 'w1', 'other'])
    expect(ninik.view().notes.get('plan' as never)?.joins).toEqual(['s2', 'o1', 't1', 'w1'])
  })

  it('is born with what it joins when it is written for a pair', () => {
    const { ninik } = twoPeople(canvas)
    const [born = ''] = ninik.addNotes([
      { zone: 'tows-so', text: 'Titip di toko', joins: ['s1', 'o1'] as never },
    ])
    expect(codesOf(ninik, born)).toEqual(['S1', 'O1'])
    ninik.history.undo()
    expect(ninik.view().notes.has(born as never)).toBe(false)
  })

  it('is born without what was deleted, or moved out of its reach, since it was picked', () => {
    const { ninik } = twoPeople(canvas)
    const joins = ['s1', 's2', 'o1'] as never
    const writing = ninik.writeNew('tows-so', joins)
    ninik.moveNote('s1', { zone: 'weaknesses' })
    ninik.removeNote('o1')
    writing.input('Titip di toko')
    writing.close()
    const [pasted = ''] = ninik.addNotes([{ zone: 'tows-so', text: 'Ikut bazar', joins }])
    for (const born of [writing.noteId() ?? '', pasted])
      expect(codesOf(ninik, born)).toEqual(['S1'])
  })

  it('loses a join by undo only where nobody joined anew since', () => {
    const { ninik, mentor } = twoPeople(canvas)
    ninik.joinNotes('plan', ['s1'])
    reconnect(ninik, mentor)
    mentor.joinNotes('plan', ['s2'])
    reconnect(ninik, mentor)
    expect(ninik.history.undo()).toBe('overtaken')
    expect(codesOf(ninik, 'plan')).toEqual(['S2'])
    expect(mentor.history.undo()).toBe('done')
    expect(codesOf(mentor, 'plan')).toEqual(['S1'])
  })

  it('joins nothing once it is gone', () => {
    const { ninik } = twoPeople(canvas)
    ninik.removeNote('plan')
    expect(ninik.joinNotes('plan', ['s1'])).toBe(false)
  })
})

describe('the strategy of this week', () => {
  it('is one for the whole canvas, and undo goes back to the one before', () => {
    const { ninik } = twoPeople(canvas)
    expect(ninik.view().thisWeek).toBe(null)
    expect(ninik.setThisWeek('plan')).toBe(true)
    expect(ninik.setThisWeek('other')).toBe(true)
    expect(ninik.view().thisWeek).toBe('other')
    ninik.history.undo()
    expect(ninik.view().thisWeek).toBe('plan')
    ninik.history.undo()
    expect(ninik.view().thisWeek).toBe(null)
    ninik.history.redo()
    expect(ninik.view().thisWeek).toBe('plan')
    expect(ninik.setThisWeek(null)).toBe(true)
    expect(ninik.view().thisWeek).toBe(null)
  })

  it('is none while that note is off the canvas', () => {
    const { ninik } = twoPeople(canvas)
    ninik.setThisWeek('plan')
    ninik.removeNote('plan')
    expect(ninik.view().thisWeek).toBe(null)
    expect(ninik.setThisWeek('plan')).toBe(false)
    ninik.history.undo()
    expect(ninik.view().thisWeek).toBe('plan')
  })

  it('stays as somebody else chose it', () => {
    const { ninik, mentor } = twoPeople(canvas)
    ninik.setThisWeek('plan')
    reconnect(ninik, mentor)
    mentor.setThisWeek('other')
    mentor.setThisWeek('plan')
    reconnect(ninik, mentor)
    expect(ninik.history.undo()).toBe('overtaken')
    expect(ninik.view().thisWeek).toBe('plan')
  })

  it('is the same on both screens when two choose at once', () => {
    const { ninik, mentor } = twoPeople(canvas)
    ninik.setThisWeek('plan')
    mentor.setThisWeek('other')
    reconnect(ninik, mentor)
    expect(ninik.view().thisWeek).toBe(mentor.view().thisWeek)
    expect(ninik.view().thisWeek).not.toBe(null)
  })

  it('is drawn anew without any note', () => {
    const { ninik } = twoPeople(canvas)
    const before = ninik.view()
    ninik.setThisWeek('plan')
    expect(ninik.view()).not.toBe(before)
    expect(ninik.view().zones).toBe(before.zones)
    expect(ninik.view().notes.get('plan' as never)).toBe(before.notes.get('plan' as never))
  })
})

describe('tags and findings', () => {
  it('go onto notes up to five, without doubles, and say which notes took them', () => {
    const { ninik } = twoPeople(canvas)
    for (const tag of ['satu', 'dua', 'tiga', 'empat', 'lima']) {
      expect(ninik.tagNotes(['s1', 's2'], { add: tag })).toEqual(['s1', 's2'])
    }
    ninik.tagNotes(['s2'], { remove: 'TIGA' })
    expect(ninik.tagNotes(['s1', 's2'], { add: ' enam ' })).toEqual(['s2'])
    expect(ninik.tagNotes(['s1'], { add: 'Satu' })).toEqual(['s1'])
    expect(ninik.tagNotes(['s1'], { add: 'enam', remove: 'satu' })).toEqual(['s1'])
    const tagsOf = (note: string) => ninik.view().notes.get(note as never)?.tags
    expect(tagsOf('s1')).toEqual(['dua', 'tiga', 'empat', 'lima', 'enam'])
    expect(tagsOf('s2')).toEqual(['satu', 'dua', 'empat', 'lima', 'enam'])
  })

  it('change nothing for a tag without a sign that is seen', () => {
    const { ninik } = twoPeople(canvas)
    expect(ninik.tagNotes(['s1'], { add: ' \u200b ' })).toEqual(['s1'])
    expect(ninik.history.canUndo()).toBe(false)
  })

  it('come off by undo where nobody else has tagged or judged since', () => {
    const { ninik, mentor } = twoPeople(canvas)
    ninik.tagNotes(['s1', 's2'], { add: 'murah' })
    ninik.markFinding(['s1', 's2'], true)
    reconnect(ninik, mentor)
    mentor.tagNotes(['s1'], { add: 'sehat' })
    mentor.markFinding(['s1'], false)
    mentor.markFinding(['s1'], true)
    reconnect(ninik, mentor)
    ninik.history.undo()
    ninik.history.undo()
    const shown = ['s1', 's2'].map((note) => ninik.view().notes.get(note as never))
    expect(shown).toMatchObject([
      { tags: ['murah', 'sehat'], finding: true },
      { tags: [], finding: false },
    ])
  })
})
