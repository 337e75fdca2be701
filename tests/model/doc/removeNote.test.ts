import { describe, expect, it } from 'vitest'
import { removalOf } from '../../../src/model/doc/removeNote.ts'
import { aCanvas, aNote } from '../../support/builders.ts'
import { reconnect, twoPeople } from '../../support/twoPeople.ts'

const oneInChannels = aCanvas().with(aNote('n1').in('channels').saying('Pasar'))

describe('removing a note', () => {
  it('says who did it, and anybody can bring it back', () => {
    const { ninik, mentor } = twoPeople(oneInChannels)
    ninik.removeNote('n1')
    reconnect(ninik, mentor)
    expect(mentor.words('channels')).toEqual([])
    expect(mentor.restoreNote('n1')).toBe(true)
    reconnect(ninik, mentor)
    expect(ninik.words('channels')).toEqual(['Pasar'])
  })

  it('is named after whoever takes back having brought it back, not after who removed it first', () => {
    const { ninik, mentor } = twoPeople(aCanvas().with(aNote('n1').in('channels')))
    ninik.removeNote('n1')
    reconnect(ninik, mentor)
    mentor.restoreNote('n1')
    expect(mentor.history.undo()).toBe('done')
    expect(removalOf(mentor.doc, 'n1' as never)?.by).toBe('mentor')
    expect(mentor.history.redo()).toBe('done')
    expect(removalOf(mentor.doc, 'n1' as never)).toBeNull()
  })

  it('holds when two people do it at once, and one undo brings it back', () => {
    const { ninik, mentor } = twoPeople(oneInChannels)
    ninik.removeNote('n1')
    mentor.removeNote('n1')
    reconnect(ninik, mentor)
    expect(ninik.view()).toEqual(mentor.view())
    expect(ninik.words('channels')).toEqual([])
    const outcomes = [ninik.history.undo(), mentor.history.undo()]
    expect(outcomes.sort()).toEqual(['done', 'overtaken'])
    reconnect(ninik, mentor)
    expect(ninik.words('channels')).toEqual(['Pasar'])
  })

  it('does nothing to a note that is gone, lies there, or never was', () => {
    const { ninik } = twoPeople(oneInChannels)
    expect(ninik.restoreNote('n1')).toBe(false)
    ninik.removeNote('n1')
    expect(ninik.removeNote('n1')).toBe(false)
    expect(ninik.recolourNote('n1', 'ungu')).toBe(false)
    expect(ninik.removeNote('never')).toBe(false)
    expect(ninik.restoreNote('never')).toBe(false)
  })
})
