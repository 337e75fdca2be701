import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openCanvasReader } from '../../src/model/doc/readCanvas.ts'
import type { TextSession } from '../../src/model/doc/textSession.ts'
import type { NoteId, SeatId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { openCanvasEdits } from '../../src/sync/canvasEdits.ts'
import type { AddedNotes, AddRefusal, CanvasEdits } from '../../src/sync/session.ts'

function openAlone() {
  const doc = new Y.Doc()
  const reader = openCanvasReader(doc)
  const own = openCanvasEdits(doc, 'ninik' as SeatId, reader.view)
  return {
    doc,
    ...own,
    textOf: (note: NoteId) => reader.view().notes.get(note)?.text,
    view: reader.view,
  }
}

const added = (outcome: NoteId | { refused: AddRefusal }): NoteId => {
  if (typeof outcome !== 'string') throw new Error(outcome.refused)
  return outcome
}
const opened = (outcome: TextSession | { refused: AddRefusal }): TextSession => {
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome
}
const addChannel = (edits: CanvasEdits, text = 'Pasar pagi') =>
  added(edits.addNote({ zone: 'channels', text }))

describe('undo and redo', () => {
  it('take back each kind of edit, one press a step', () => {
    const { edits, view, textOf } = openAlone()
    const note = addChannel(edits)
    edits.moveNote(note, { zone: 'tray' })
    edits.recolourNote(note, 'jambu')
    edits.removeNote(note)
    expect(view().notes.size).toBe(0)
    edits.undo()
    expect(view().notes.get(note)?.colour).toBe('jambu')
    edits.undo()
    expect(view().notes.get(note)?.colour).toBe('toska')
    edits.undo()
    expect(view().notes.get(note)?.place.zone).toBe('channels')
    edits.undo()
    expect(view().notes.size).toBe(0)
    expect(edits.canUndo()).toBe(false)
    edits.redo()
    expect(textOf(note)).toBe('Pasar pagi')
  })

  it('go to what is being written first, then to the steps before it', () => {
    const { edits, textOf, view } = openAlone()
    const note = addChannel(edits)
    const writing = opened(edits.writeIn({ note }))
    writing.input('Pasar pagi Banjar')
    expect(edits.undo()).toBe('done')
    expect(textOf(note)).toBe('Pasar pagi')
    expect(edits.canRedo()).toBe(true)
    expect(edits.redo()).toBe('done')
    expect(textOf(note)).toBe('Pasar pagi Banjar')
    edits.undo()
    edits.undo()
    expect(view().notes.size).toBe(0)
  })

  it('take back the whole of what was written, once the note is closed', () => {
    const { edits, textOf } = openAlone()
    const note = addChannel(edits)
    const writing = opened(edits.writeIn({ note }))
    writing.input('Pasar')
    writing.input('Pasar malam')
    writing.close()
    edits.undo()
    expect(textOf(note)).toBe('Pasar pagi')
  })

  it('are told of as they become possible, also by a letter', () => {
    const { edits, subscribeHistory } = openAlone()
    const note = addChannel(edits)
    edits.undo()
    edits.redo()
    const writing = opened(edits.writeIn({ note }))
    const told: boolean[] = []
    subscribeHistory(() => told.push(edits.canUndo()))
    edits.undo()
    expect(told.at(-1)).toBe(false)
    edits.redo()
    writing.input('Pasar malam')
    expect(told.at(-1)).toBe(true)
  })
})

describe('several notes at once', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, line) => ({ zone: 'channels' as const, text: `${line}` }))
  const all = (outcome: AddedNotes): readonly NoteId[] => {
    if ('refused' in outcome) throw new Error(outcome.refused)
    return outcome
  }

  it('are one press of undo, whatever was done with them', () => {
    const { edits, view } = openAlone()
    const notes = all(edits.addNotes(lines(3)))
    const before = view()
    edits.moveNotes(notes, { zone: 'tray' })
    edits.recolourNotes(notes, 'jambu')
    edits.setFinding(notes, true)
    edits.tagNotes(notes, { add: 'murah' })
    edits.duplicateNotes(notes)
    edits.takeNotes(notes, { zone: 'strengths' })
    edits.joinNotes(notes[0] as NoteId, notes)
    edits.setThisWeek(notes[0] as NoteId)
    edits.removeNotes(notes)
    for (let press = 0; press < 9; press++) expect(edits.undo()).toBe('done')
    expect(view()).toEqual(before)
    edits.undo()
    expect(edits.canUndo()).toBe(false)
  })

  it('say which of them were reached, and one alone says whether it is there', () => {
    const { edits } = openAlone()
    const [first, second] = all(edits.addNotes(lines(2))) as [NoteId, NoteId]
    edits.removeNote(first)
    expect(edits.moveNotes([first, second], { zone: 'tray' })).toEqual([second])
    expect(edits.setFinding([first, second], true)).toEqual([second])
    expect([edits.recolourNote(first, 'ungu'), edits.recolourNote(second, 'toska')]).toEqual([
      false,
      true,
    ])
    expect(edits.setThisWeek(first)).toBe(false)
    expect(edits.restoreNotes([first, second])).toEqual([first])
    expect(edits.takeNotes(['gone' as NoteId], { zone: 'strengths' })).toEqual([])
  })

  it('are all taken or none, where they are too many or too long', () => {
    const { edits, view } = openAlone()
    const most = LIMITS.notesOnCanvas - 2
    const notes = all(edits.addNotes(lines(most)))
    const refused = { refused: 'canvasFull' }
    expect(edits.addNotes(lines(3))).toEqual(refused)
    expect(edits.takeNotes(notes.slice(0, 3), { zone: 'strengths' })).toEqual(refused)
    expect(edits.duplicateNotes(notes.slice(0, 3))).toEqual(refused)
    expect(view().notes.size).toBe(most)
    expect(edits.duplicateNotes(notes.slice(0, 2))).toHaveLength(2)
    const long = { zone: 'channels' as const, text: 'x'.repeat(LIMITS.noteTextLength + 1) }
    expect(openAlone().edits.addNotes([long])).toEqual({ refused: 'noteTooLong' })
  })

  it('stay below what the server takes, however much is pasted', () => {
    const { edits, doc } = openAlone()
    const pasted = Array.from({ length: 12 }, () => ({
      zone: 'channels' as const,
      text: 'ꦥ'.repeat(LIMITS.noteTextLength),
    }))
    expect(edits.addNotes(pasted.slice(0, 3))).toHaveLength(3)
    expect(edits.addNotes(pasted)).toEqual({ refused: 'canvasTooLarge' })
    expect(Y.encodeStateAsUpdate(doc).byteLength).toBeLessThan(LIMITS.documentBytes)
  })
})

describe('writing in a note', () => {
  it('begins a note with its first letter', () => {
    const { edits, view } = openAlone()
    const writing = opened(edits.writeIn({ create: { zone: 'channels' } }))
    expect(view().notes.size).toBe(0)
    writing.input('P')
    expect(writing.noteId()).toBe([...view().notes.keys()][0])
  })

  it('ends when another is opened: the first becomes a step of its own', () => {
    const { edits, textOf } = openAlone()
    const first = addChannel(edits, 'satu')
    const second = addChannel(edits, 'dua')
    opened(edits.writeIn({ note: first })).input('satu!')
    opened(edits.writeIn({ note: second })).input('dua!')
    edits.undo()
    expect([textOf(first), textOf(second)]).toEqual(['satu!', 'dua'])
    edits.undo()
    expect([textOf(first), textOf(second)]).toEqual(['satu', 'dua'])
  })

  it('ends with the session: a note left empty is not left behind', () => {
    const { edits, close, view } = openAlone()
    const writing = opened(edits.writeIn({ create: { zone: 'channels' } }))
    writing.input('P')
    writing.input('')
    close()
    expect(view().notes.size).toBe(0)
  })

  it('is one step however often it is closed', () => {
    const { edits } = openAlone()
    const note = addChannel(edits)
    const writing = opened(edits.writeIn({ note }))
    writing.input('Pasar malam')
    expect(writing.close()).not.toBe(null)
    expect(writing.close()).toBe(null)
    edits.undo()
    edits.undo()
    expect(edits.canUndo()).toBe(false)
  })
})

describe('a full canvas', () => {
  it('takes no note beyond a thousand, and says so', () => {
    const { edits, view } = openAlone()
    for (let count = 0; count < LIMITS.notesOnCanvas; count++) addChannel(edits, 'x')
    expect(edits.addNote({ zone: 'channels', text: 'satu lagi' })).toEqual({
      refused: 'canvasFull',
    })
    expect(edits.writeIn({ create: { zone: 'channels' } })).toEqual({ refused: 'canvasFull' })
    const [first] = view().notes.keys()
    edits.removeNote(first as NoteId)
    expect(typeof edits.addNote({ zone: 'channels', text: 'satu lagi' })).toBe('string')
  }, 60_000)

  it('stays below what the server takes, however long the notes are', () => {
    const { edits, doc } = openAlone()
    const long = 'ꦥ'.repeat(LIMITS.noteTextLength)
    let last: ReturnType<CanvasEdits['addNote']> = addChannel(edits)
    let kept = last
    for (let count = 0; count < 100 && typeof last === 'string'; count++) {
      kept = last
      last = edits.addNote({ zone: 'channels', text: long })
    }
    expect(last).toEqual({ refused: 'canvasTooLarge' })
    const size = () => Y.encodeStateAsUpdate(doc).byteLength
    expect(size()).toBeGreaterThan(LIMITS.documentBytes / 2)
    expect(size()).toBeLessThan(LIMITS.documentBytes)

    const writing = opened(edits.writeIn({ note: kept as NoteId }))
    let outcome = 'taken'
    for (let turn = 0; turn < 40 && outcome === 'taken'; turn++) {
      writing.input('')
      outcome = writing.input('ꦥ'.repeat(9_000 + turn))
    }
    expect(size()).toBeLessThan(LIMITS.documentBytes)
    expect(writing.input('')).toBe('taken')
  })

  it('has room again once long notes are shortened, but not once they are deleted', () => {
    const { edits, view } = openAlone()
    const long = 'ꦥ'.repeat(LIMITS.noteTextLength)
    const add = () => edits.addNote({ zone: 'channels', text: long })
    while (typeof add() === 'string') {}
    const [first, second, ...others] = view().notes.keys()
    for (const note of others) edits.removeNote(note)
    expect(add()).toEqual({ refused: 'canvasTooLarge' })
    for (const note of [first, second]) {
      const writing = opened(edits.writeIn({ note: note as NoteId }))
      writing.input('ꦥ')
      writing.close()
    }
    expect(typeof add()).toBe('string')
  })
})
