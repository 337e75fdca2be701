import { describe, expect, it } from 'vitest'
import type { NoteId } from '../../src/model/ids.ts'
import { pairIn, pick } from '../../src/model/pair.ts'
import type { QuadrantId } from '../../src/model/zones.ts'
import { CELLS } from '../../src/model/zones.ts'
import { createFakeRoom } from '../support/fakeSession.ts'

/** A SWOT with a note in each quadrant, and what pressing them in turn picks. */
function aSwot() {
  const { session, other } = createFakeRoom({ readOnly: false, people: [] })
  const noteIn = (zone: QuadrantId): NoteId => {
    const added = other.edits.addNote({ zone, text: zone })
    if (typeof added !== 'string') throw new Error(added.refused)
    return added
  }
  const swot = {
    strong: noteIn('strengths'),
    weak: noteIn('weaknesses'),
    chance: noteIn('opportunities'),
    threat: noteIn('threats'),
  }
  const pressed = (...notes: NoteId[]) =>
    notes.reduce<readonly NoteId[]>((picked, note) => pick(session.view(), picked, note), [])
  const cellsWith = (picked: readonly NoteId[]) =>
    CELLS.map(({ id }) => id).filter((id) => pairIn(session.view(), picked, id).length > 0)
  return { ...swot, pressed, cellsWith, remove: other.edits.removeNote }
}

describe('the pair of the next strategy', () => {
  it('meets in one cell, in whatever order its notes are pressed', () => {
    const { strong, weak, chance, threat, pressed, cellsWith } = aSwot()
    expect(cellsWith(pressed(strong, chance))).toEqual(['tows-so'])
    expect(cellsWith(pressed(threat, weak))).toEqual(['tows-wt'])
    expect(cellsWith(pressed(strong))).toEqual([])
  })

  it('takes another note of the same side in place of the first, and lets go of one pressed again', () => {
    const { strong, weak, chance, pressed } = aSwot()
    expect(pressed(strong, chance, weak)).toEqual([chance, weak])
    expect(pressed(strong, chance, strong)).toEqual([chance])
  })

  it('is none once one of the two is deleted', () => {
    const { strong, chance, pressed, cellsWith, remove } = aSwot()
    const picked = pressed(strong, chance)
    remove(chance)
    expect(cellsWith(picked)).toEqual([])
  })
})
