import { describe, expect, it } from 'vitest'
import { LAST_RANK } from '../../../src/model/doc/rank.ts'
import { notesOf, sharedNote } from '../../../src/model/doc/schema.ts'
import { aCanvas, aNote } from '../../support/builders.ts'
import type { Person } from '../../support/twoPeople.ts'
import { reconnect, twoPeople, zonesHolding } from '../../support/twoPeople.ts'

const threeInChannels = aCanvas().with(
  aNote('n1').in('channels').saying('one'),
  aNote('n2').in('channels').saying('two'),
  aNote('n3').in('channels').saying('three'),
)

const placeOf = (person: Person, note: string) => sharedNote(person.doc, note)?.get('place')

describe('moving a note', () => {
  it('leaves it in one zone when two people drag it at once', () => {
    const { ninik, mentor } = twoPeople(aCanvas().with(aNote('n1').in('channels')))
    ninik.moveNote('n1', { zone: 'key-activities' })
    mentor.moveNote('n1', { zone: 'cost-structure' })
    reconnect(ninik, mentor)
    expect(ninik.view()).toEqual(mentor.view())
    expect(zonesHolding(ninik.view(), 'n1')).toHaveLength(1)
    expect(zonesHolding(ninik.view(), 'n1')).not.toEqual(['channels'])
  })

  it.each([
    ['the head', { zone: 'channels', after: null }, ['three', 'one', 'two']],
    ['behind the first', { zone: 'channels', after: 'n1' }, ['one', 'three', 'two']],
    [
      'behind the second, where it lies',
      { zone: 'channels', after: 'n2' },
      ['one', 'two', 'three'],
    ],
    ['the end', { zone: 'channels' }, ['one', 'two', 'three']],
    ['behind itself', { zone: 'channels', after: 'n3' }, ['one', 'two', 'three']],
    ['behind a note that has left', { zone: 'channels', after: 'gone' }, ['one', 'two', 'three']],
  ] as const)('puts the last one to %s', (_, to, words) => {
    const { ninik } = twoPeople(threeInChannels)
    expect(ninik.moveNote('n3', to)).toBe(true)
    expect(ninik.words('channels')).toEqual(words)
  })

  it('finds its turn among the notes of another zone', () => {
    const { ninik } = twoPeople(threeInChannels.with(aNote('n4').in('tray').saying('four')))
    ninik.moveNote('n4', { zone: 'channels', after: 'n1' })
    expect(ninik.words('channels')).toEqual(['one', 'four', 'two', 'three'])
    expect(ninik.words('tray')).toEqual([])
  })

  it('writes nothing where the note lies there already, and leaves nothing to undo', () => {
    const { ninik } = twoPeople(threeInChannels)
    const before = placeOf(ninik, 'n2')
    ninik.moveNote('n2', { zone: 'channels', after: 'n1' })
    expect(placeOf(ninik, 'n2')).toBe(before)
    expect(ninik.history.canUndo()).toBe(false)
  })

  it('moves nothing that somebody removed meanwhile', () => {
    const { ninik, mentor } = twoPeople(threeInChannels)
    mentor.removeNote('n2')
    reconnect(ninik, mentor)
    expect(ninik.moveNote('n2', { zone: 'tray' })).toBe(false)
    expect(ninik.moveNote('never there', { zone: 'tray' })).toBe(false)
    expect(ninik.words('tray')).toEqual([])
  })

  it('keeps the words that somebody typed while it was on its way', () => {
    const { ninik, mentor } = twoPeople(threeInChannels)
    const writing = mentor.writeIn('n1')
    writing.input('one soto')
    ninik.moveNote('n1', { zone: 'revenue-streams' })
    reconnect(ninik, mentor)
    expect(ninik.words('revenue-streams')).toEqual(['one soto'])
    expect(mentor.words('revenue-streams')).toEqual(['one soto'])
  })

  it('orders alike on both screens when two people insert at the same spot', () => {
    const { ninik, mentor } = twoPeople(threeInChannels)
    ninik.addNote('channels', 'hers', { after: 'n1' as never })
    mentor.addNote('channels', 'his', { after: 'n1' as never })
    reconnect(ninik, mentor)
    expect(ninik.words('channels')).toEqual(mentor.words('channels'))
    expect(ninik.words('channels').slice(1, 3).sort()).toEqual(['hers', 'his'])
  })

  it('goes behind all of two that have the same rank', () => {
    const { ninik } = twoPeople(threeInChannels)
    sharedNote(ninik.doc, 'n2')?.set('place', placeOf(ninik, 'n1'))
    ninik.moveNote('n3', { zone: 'channels', after: 'n1' })
    expect(ninik.words('channels')).toEqual(['one', 'two', 'three'])
    ninik.addNote('channels', 'four', { after: 'n1' as never })
    expect(ninik.words('channels')).toEqual(['one', 'two', 'four', 'three'])
  })

  it('stands before notes whose rank says nothing', () => {
    const { ninik } = twoPeople(threeInChannels)
    sharedNote(ninik.doc, 'n1')?.set('place', { zone: 'channels', rank: 17 })
    expect(ninik.view().notes.get('n1' as never)?.place.rank).toBe(LAST_RANK)
    ninik.addNote('channels', 'four')
    expect(ninik.words('channels')).toEqual(['two', 'three', 'four', 'one'])
  })

  it('goes to the end where forged ranks leave no room between them', () => {
    const { ninik } = twoPeople(threeInChannels)
    const forged = `a0${'z'.repeat(998)}`
    sharedNote(ninik.doc, 'n1')?.set('place', { zone: 'channels', rank: forged })
    sharedNote(ninik.doc, 'n2')?.set('place', { zone: 'channels', rank: 'a1' })
    ninik.addNote('channels', 'four', { after: 'n1' as never })
    ninik.addNote('channels', 'five')
    expect(ninik.words('channels')).toEqual(['one', 'two', 'three', 'four', 'five'])
  })

  it('gives a new note its zone’s colour and keeps it on the way', () => {
    const { ninik } = twoPeople()
    const note = ninik.addNote('channels', 'Status WhatsApp')
    ninik.moveNote(note, { zone: 'key-partners' })
    expect(ninik.view().notes.get(note as never)?.colour).toBe('toska')
    expect([...notesOf(ninik.doc).keys()]).toEqual([note])
  })
})
