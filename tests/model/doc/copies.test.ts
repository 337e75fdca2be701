import { describe, expect, it } from 'vitest'
import { originOf } from '../../../src/model/canvas.ts'
import type { Note } from '../../../src/model/note.ts'
import { aCanvas, aNote } from '../../support/builders.ts'
import type { Person } from '../../support/twoPeople.ts'
import { reconnect, twoPeople } from '../../support/twoPeople.ts'

const canvas = aCanvas().with(
  aNote('n1').in('value-propositions').saying('Renyah').writtenBy('ninik').coloured('jambu'),
  aNote('n2').in('value-propositions').saying('Murah').asExample(),
)

function noteOf(person: Person, id: string | undefined): Note {
  const note = person.view().notes.get(id as never)
  if (!note) throw new Error(`no note ${id}`)
  return note
}

describe('a note taken to another tab', () => {
  it('is a copy that says where it comes from; the original stays', () => {
    const { mentor } = twoPeople(canvas)
    const [taken] = mentor.takeNotes(['n1'], { zone: 'strengths' })
    const copy = noteOf(mentor, taken)
    expect(copy).toMatchObject({
      text: 'Renyah',
      colour: 'jambu',
      speaker: 'ninik',
      typist: 'mentor',
      origin: 'n1',
      place: { zone: 'strengths' },
    })
    expect(mentor.words('value-propositions')).toEqual(['Renyah', 'Murah'])
    expect(originOf(mentor.view(), copy)).toEqual({ type: 'there', note: noteOf(mentor, 'n1') })
    expect(originOf(mentor.view(), noteOf(mentor, 'n1'))).toBe(null)
  })

  it('is an example where the original is one', () => {
    const { mentor } = twoPeople(canvas)
    const [taken] = mentor.takeNotes(['n2'], { zone: 'strengths' })
    expect(noteOf(mentor, taken).example).toBe(true)
  })

  it('names the note in which the thought was born, however often it is taken on', () => {
    const { ninik } = twoPeople(canvas)
    const [first = ''] = ninik.takeNotes(['n1'], { zone: 'strengths' })
    const [second] = ninik.takeNotes([first], { zone: 'tows-so' })
    expect(noteOf(ninik, second).origin).toBe('n1')
  })

  it('says so when its original is gone, and finds it again when that comes back', () => {
    const { ninik, mentor } = twoPeople(canvas)
    const [taken] = ninik.takeNotes(['n1'], { zone: 'strengths' })
    reconnect(ninik, mentor)
    mentor.removeNote('n1')
    reconnect(ninik, mentor)
    expect(originOf(ninik.view(), noteOf(ninik, taken))).toEqual({ type: 'gone' })
    mentor.history.undo()
    reconnect(ninik, mentor)
    expect(originOf(ninik.view(), noteOf(ninik, taken))).toMatchObject({ type: 'there' })
  })

  it('stays when its original moves on, and keeps its own words', () => {
    const { ninik } = twoPeople(canvas)
    const [taken = ''] = ninik.takeNotes(['n1'], { zone: 'strengths', after: null })
    ninik.writeIn(taken).input('Renyah sekali')
    ninik.moveNote('n1', { zone: 'tray' })
    expect(ninik.textOf('n1')).toBe('Renyah')
    expect(ninik.words('strengths')).toEqual(['Renyah sekali'])
  })
})

describe('a duplicate', () => {
  it('lies right behind its original, with its words, colour and tags and nothing else', () => {
    const { ninik, mentor } = twoPeople(canvas)
    ninik.tagNotes(['n1'], { add: 'rasa' })
    ninik.markFinding(['n1'], true)
    ninik.joinNotes('n1', ['n2'])
    reconnect(ninik, mentor)
    const copies = mentor.duplicateNotes(['n1', 'n2'])
    expect(mentor.words('value-propositions')).toEqual(['Renyah', 'Renyah', 'Murah', 'Murah'])
    expect(noteOf(mentor, copies[0])).toMatchObject({
      colour: 'jambu',
      tags: ['rasa'],
      speaker: 'ninik',
      typist: 'mentor',
      finding: false,
      origin: null,
      joins: [],
    })
  })
})
