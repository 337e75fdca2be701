import { expect, it } from 'vitest'
import { noteTime } from '../../src/board/noteTime.ts'
import type { Note } from '../../src/model/note.ts'

const writtenAt = (createdAtMs: number) => noteTime({ createdAtMs } as Note, 'id')

it('tells when a note was written, and nothing of a note without a time', () => {
  expect(writtenAt(new Date(2026, 6, 15, 9, 8).getTime())).toBe('09.08')
  expect(writtenAt(0)).toBe(null)
})
