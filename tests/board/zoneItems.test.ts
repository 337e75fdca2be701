import { describe, expect, it } from 'vitest'
import { isWhereItLies, zoneItems } from '../../src/board/zoneItems.ts'
import type { NoteId } from '../../src/model/ids.ts'
import { aDraft } from './drafts.ts'

const notes = ['a', 'b', 'c'] as NoteId[]
const keys = (...from: Parameters<typeof zoneItems>) => zoneItems(...from).map((item) => item.key)

describe('what lies in a zone', () => {
  it('is its notes in order', () => {
    expect(keys('channels', notes, null, null)).toEqual(['a', 'b', 'c'])
  })

  it('holds a draft behind the note it was begun after, at the end, or at the head', () => {
    const begunAfter = (note: NoteId | null | undefined) =>
      keys('channels', notes, aDraft('draft-1', 'channels', note), null)
    expect(begunAfter('a' as NoteId)).toEqual(['a', 'draft-1', 'b', 'c'])
    expect(begunAfter(undefined)).toEqual(['a', 'b', 'c', 'draft-1'])
    expect(begunAfter(null)).toEqual(['draft-1', 'a', 'b', 'c'])
    expect(begunAfter('gone' as NoteId)).toEqual(['a', 'b', 'c', 'draft-1'])
  })

  it('keeps the key of a draft when it becomes a note, so that its field stays', () => {
    const draft = aDraft('draft-1', 'channels', undefined)
    const items = zoneItems('channels', notes, { ...draft, noteId: 'c' as NoteId }, null)
    expect(items.map((item) => item.key)).toEqual(['a', 'b', 'draft-1'])
    expect(items[2]).toMatchObject({ type: 'note', note: 'c' })
  })

  it('keeps the field of a note that was taken away in its place, and never twice', () => {
    const taken = { ...aDraft('b', 'channels', 'a' as NoteId), noteId: 'b' as NoteId, isGone: true }
    const left = ['a', 'c'] as NoteId[]
    expect(keys('channels', left, taken, null)).toEqual(['a', 'b', 'c'])
    expect(keys('channels', notes, taken, null)).toEqual(['a', 'b', 'c'])
  })

  it('shows a draft and a landing in their own zone alone', () => {
    const draft = aDraft('draft-1', 'channels', undefined)
    const landing = { zone: 'channels' as const, after: 'b' as NoteId }
    expect(keys('channels', notes, draft, landing)).toEqual(['a', 'b', 'slot', 'c', 'draft-1'])
    expect(keys('tray', notes, draft, landing)).toEqual(['a', 'b', 'c'])
  })
})

describe('a landing', () => {
  it('is where the note lies already behind itself and behind the one before it', () => {
    expect(isWhereItLies(notes, 'b' as NoteId, 'b' as NoteId)).toBe(true)
    expect(isWhereItLies(notes, 'b' as NoteId, 'a' as NoteId)).toBe(true)
    expect(isWhereItLies(notes, 'a' as NoteId, null)).toBe(true)
  })

  it('is another place anywhere else, and in any other zone', () => {
    expect(isWhereItLies(notes, 'b' as NoteId, null)).toBe(false)
    expect(isWhereItLies(notes, 'b' as NoteId, 'c' as NoteId)).toBe(false)
    expect(isWhereItLies([], 'b' as NoteId, null)).toBe(false)
  })
})
