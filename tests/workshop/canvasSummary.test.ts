import { expect, it } from 'vitest'
import { emptyCanvas } from '../../src/model/canvas.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { Note } from '../../src/model/note.ts'
import { sameSummary, summaryOf } from '../../src/workshop/canvasSummary.ts'

const note = { id: 'n1' as NoteId } as Note
const withNote = {
  ...emptyCanvas,
  notes: new Map([[note.id, note]]),
  zones: { ...emptyCanvas.zones, channels: [note.id] },
}

it('counts the notes and names the blocks that have some', () => {
  expect(summaryOf(emptyCanvas)).toEqual({ notes: 0, filled: [] })
  expect(summaryOf(withNote)).toEqual({ notes: 1, filled: ['channels'] })
})

it('is the same while a note is only being typed in', () => {
  expect(sameSummary(summaryOf(withNote), summaryOf({ ...withNote }))).toBe(true)
  expect(sameSummary(summaryOf(withNote), summaryOf(emptyCanvas))).toBe(false)
  expect(sameSummary(undefined, summaryOf(emptyCanvas))).toBe(false)
})
