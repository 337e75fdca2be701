import { describe, expect, it } from 'vitest'
import type { Ring } from '../../src/board/remoteChanges.ts'
import { createRemoteChanges } from '../../src/board/remoteChanges.ts'
import type { NoteId, SeatId } from '../../src/model/ids.ts'
import type { PersonHere, Tick } from '../../src/sync/session.ts'
import { createFakeRoom } from '../support/fakeSession.ts'

const sesilya: PersonHere = {
  seat: 'seat-s' as SeatId,
  name: 'Bu Sesilya',
  role: 'facilitator',
  self: false,
  colour: 3,
  where: { tab: 'bmc' },
}

/** A canvas with one note, looked at for long enough. */
function watched(people: PersonHere[] = [sesilya], tick: Tick = 'stored') {
  const room = createFakeRoom({ readOnly: false, people })
  const note = room.other.edits.addNote({ zone: 'channels', text: 'Pesan lewat WA' }) as NoteId
  let clock = 0
  const changes = createRemoteChanges({ ...room.session, tickOf: () => tick }, () => clock)
  const rings: Ring[] = []
  changes.subscribe(note, (ring) => rings.push(ring))
  changes.start()
  return { room, note, changes, rings, wait: (ms: number) => (clock += ms) }
}

describe('a ring round a note', () => {
  it('says that the other person here has changed it, in their colour', () => {
    const { room, note, rings, wait } = watched()
    wait(5_000)
    room.other.edits.recolourNote(note, 'ungu')
    expect(rings.map((ring) => ring.colour)).toEqual([3])
  })

  it('has no colour where nobody can say who it was', () => {
    const { room, note, rings, wait } = watched([])
    wait(5_000)
    room.other.edits.recolourNote(note, 'ungu')
    expect(rings.map((ring) => ring.colour)).toEqual([null])
  })

  it('does not follow what one does oneself', () => {
    const { room, note, changes, rings, wait } = watched()
    wait(5_000)
    changes.mine(() => room.session.edits()?.recolourNote(note, 'ungu'))
    expect(room.session.view().notes.get(note)?.colour).toBe('ungu')
    expect(rings).toEqual([])
  })

  it('does not greet whoever opens the canvas', () => {
    const { room, note, rings } = watched()
    room.other.edits.recolourNote(note, 'ungu')
    expect(rings).toEqual([])
  })

  it('waits for a note that comes onto the screen a moment later', () => {
    const { room, changes, wait } = watched()
    wait(5_000)
    const added = room.other.edits.addNote({ zone: 'tray', text: 'Ide' }) as NoteId
    expect(changes.recent(added)?.colour).toBe(3)
  })

  it('gathers what others added, changed and removed for whoever listens', () => {
    const { room, note, changes, wait } = watched()
    wait(5_000)
    const news: unknown[] = []
    changes.subscribeNews((more) => news.push(more))
    room.other.edits.addNote({ zone: 'tray', text: 'Ide' })
    room.other.edits.removeNote(note)
    expect(news).toEqual([
      { added: 1, changed: 0, removed: 0 },
      { added: 0, changed: 0, removed: 1 },
    ])
  })
})

describe('a note that was worked on a moment ago', () => {
  /** What this person hears of as lost, by its words. */
  const losses = ({ changes }: ReturnType<typeof watched>) => {
    const lost: string[][] = []
    changes.subscribeLost((notes) => lost.push(notes.map(({ text }) => text)))
    return lost
  }

  /** Once everybody has heard of a change. */
  const heard = () => Promise.resolve()

  it('is said to be lost when somebody else removes it, with all that went with it', async () => {
    const canvas = watched()
    const lost = losses(canvas)
    const { room, note, changes, wait } = canvas
    const edits = room.session.edits()
    const own = changes.mine(() => edits?.addNote({ zone: 'tray', text: 'Ide' })) as NoteId
    changes.mine(() => edits?.moveNotes([note], { zone: 'tray' }))
    wait(59_000)
    room.other.edits.removeNotes([note, own])
    await heard()
    expect(lost).toEqual([['Pesan lewat WA', 'Ide']])
  })

  it('is not lost by one’s own hand, nor long after, nor where others worked on it', async () => {
    const canvas = watched()
    const lost = losses(canvas)
    const { room, note, changes, wait } = canvas
    const edits = room.session.edits()
    const theirs = room.other.edits.addNote({ zone: 'tray', text: 'Ide' }) as NoteId
    room.other.edits.removeNote(theirs)
    changes.mine(() => edits?.recolourNote(note, 'ungu'))
    changes.mine(() => edits?.removeNotes([note]))
    changes.mine(() => edits?.restoreNotes([note]))
    wait(60_000)
    room.other.edits.removeNote(note)
    await heard()
    expect(lost).toEqual([])
  })

  it('is said to be lost however long ago it was, if the server has not got it yet', async () => {
    const canvas = watched([sesilya], 'kept')
    const lost = losses(canvas)
    const { room, note, wait } = canvas
    wait(600_000)
    room.other.edits.removeNote(note)
    await heard()
    expect(lost).toEqual([['Pesan lewat WA']])
  })

  it('is told of once: by whoever had it under the pen or in the hand', async () => {
    const canvas = watched()
    const lost = losses(canvas)
    const { room, note, changes } = canvas
    room.session.subscribe(() => changes.toldOf([note]))
    changes.mine(() => room.session.edits()?.recolourNote(note, 'ungu'))
    room.other.edits.removeNote(note)
    await heard()
    expect(lost).toEqual([])
  })
})
