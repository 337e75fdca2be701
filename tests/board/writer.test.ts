import { describe, expect, it } from 'vitest'
import { createRemoteChanges } from '../../src/board/remoteChanges.ts'
import type { Writing } from '../../src/board/writer.ts'
import { createWriter } from '../../src/board/writer.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { FakeRoom } from '../support/fakeSession.ts'
import { createFakeRoom } from '../support/fakeSession.ts'

function aWriter(options: { readOnly?: boolean } = {}) {
  const room = createFakeRoom({ readOnly: options.readOnly ?? false, people: [] })
  const told: string[] = []
  const writer = createWriter(room.session, createRemoteChanges(room.session), {
    onRefused: (reason) => told.push(`refused ${reason}`),
    onEmptied: (note) => told.push(`emptied ${note}`),
    onTakenAway: (note, removal) => told.push(`${removal.by} took ${note}`),
  })
  const type = (text: string) => {
    writer.cell.get()?.text.input(text)
    writer.typed()
  }
  return { room, writer, told, type, stop: writer.start() }
}

const textsIn = (room: FakeRoom) => [...room.session.view().notes.values()].map((note) => note.text)

function opened(writing: Writing | null): Writing {
  if (!writing) throw new Error('nothing was opened')
  return writing
}

function added(room: FakeRoom, text: string): NoteId {
  const note = room.other.edits.addNote({ zone: 'channels', text })
  if (typeof note !== 'string') throw new Error('refused')
  return note
}

describe('the pen', () => {
  it('makes a note with the first character, and keeps its key', () => {
    const { room, writer, type } = aWriter()
    const draft = opened(writer.open({ create: { zone: 'channels' } }))
    expect(textsIn(room)).toEqual([])
    type('T')
    expect(textsIn(room)).toEqual(['T'])
    expect(writer.cell.get()?.key).toBe(draft.key)
    expect(writer.cell.get()?.noteId).toBe(room.session.view().zones.channels[0])
  })

  it('leaves nothing behind where nothing was written', () => {
    const { room, writer, told } = aWriter()
    writer.open({ create: { zone: 'channels' } })
    writer.close()
    expect(textsIn(room)).toEqual([])
    expect(told).toEqual([])
  })

  it('puts one note down as it takes up another', () => {
    const { room, writer, type } = aWriter()
    writer.open({ create: { zone: 'channels' } })
    type('Satu')
    writer.open({ create: { zone: 'channels' } })
    type('Dua')
    expect(textsIn(room).sort()).toEqual(['Dua', 'Satu'])
    expect(room.session.edits()?.canUndo()).toBe(true)
  })

  it('says that a note emptied of its words is gone, but not of a draft', () => {
    const { room, writer, told, type } = aWriter()
    const note = added(room, 'Titip jual')
    writer.open({ note })
    type('')
    writer.close()
    expect(textsIn(room)).toEqual([])
    expect(told).toEqual([`emptied ${note}`])
    writer.open({ create: { zone: 'tray' } })
    type('x')
    type('')
    writer.close()
    expect(told).toHaveLength(1)
  })

  it('stays in a note that somebody else removes, and the next letter brings all of it back', () => {
    const { room, writer, told, type } = aWriter()
    const first = added(room, 'Bazar')
    const note = added(room, 'Titip jual')
    const { key } = opened(writer.open({ note }))
    room.other.edits.moveNote(note, { zone: 'tray' })
    type('Titip jual di kan')
    room.other.edits.removeNote(note)
    expect(writer.cell.get()).toMatchObject({ key, isGone: true, zone: 'tray', after: null })
    expect(textsIn(room)).toEqual(['Bazar'])
    expect(told).toEqual([`seat-s took ${note}`])
    type('Titip jual di kantin')
    expect(writer.cell.get()).toMatchObject({ key, isGone: false })
    expect(textsIn(room)).toEqual(['Bazar', 'Titip jual di kantin'])
    expect(room.session.view().zones).toMatchObject({ channels: [first], tray: [note] })
    expect(told).toHaveLength(1)
  })

  it('lets a note be gone that somebody else removed when nothing more is typed', () => {
    const { room, writer, told, type } = aWriter()
    const note = added(room, 'Titip jual')
    writer.open({ note })
    type('Titip jual di kantin')
    room.other.edits.removeNote(note)
    writer.close()
    expect(textsIn(room)).toEqual([])
    expect(told).toEqual([`seat-s took ${note}`])
    room.session.edits()?.restoreNote(note)
    expect(textsIn(room)).toEqual(['Titip jual di kantin'])
  })

  it('goes on in its note as before when somebody else brings it back', () => {
    const { room, writer } = aWriter()
    const note = added(room, 'Titip jual')
    writer.open({ note })
    room.other.edits.removeNote(note)
    room.other.edits.undo()
    expect(writer.cell.get()).toMatchObject({ noteId: note, isGone: false })
  })

  it('goes on where somebody else moves the note', () => {
    const { room, writer, told, type } = aWriter()
    const note = added(room, 'Titip jual')
    writer.open({ note })
    room.other.edits.moveNote(note, { zone: 'tray' })
    type('Titip jual di kantin')
    expect(told).toEqual([])
    expect(room.session.view().notes.get(note)).toMatchObject({
      text: 'Titip jual di kantin',
      place: { zone: 'tray' },
    })
  })

  it('writes nothing where one may only read, or where the note is gone', () => {
    const reader = aWriter({ readOnly: true })
    expect(reader.writer.open({ create: { zone: 'tray' } })).toBeNull()
    const { writer } = aWriter()
    expect(writer.open({ note: 'no-such-note' as NoteId })).toBeNull()
    expect(writer.cell.get()).toBeNull()
  })

  it('is put down when the screen goes', () => {
    const { room, writer, type, stop } = aWriter()
    writer.open({ create: { zone: 'tray' } })
    type('Setengah kalimat')
    stop()
    expect(writer.cell.get()).toBeNull()
    expect(textsIn(room)).toEqual(['Setengah kalimat'])
  })
})
