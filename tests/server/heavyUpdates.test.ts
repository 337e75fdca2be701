/** Updates of very many pieces: the others go on meanwhile, and nothing that they do is lost. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { StoreUnavailable } from '../../server/groupCommit.ts'
import type { LiveRoom } from '../../server/liveRoom.ts'
import { Metrics } from '../../server/metrics.ts'
import type { Peer } from '../../server/peer.ts'
import { SyncFrames } from '../../server/syncFrames.ts'
import { aHold, heldBy, many, NOTES, oneNote, others, turnsOf } from '../support/heavy.ts'
import { aDisk, aPeer, aRoom, docIn } from '../support/roomInMemory.ts'

const PIECE = 1_024

describe('a heavy update', () => {
  it('is taken a piece at a time: others have their turn between', async () => {
    const { groupCommit } = aDisk()
    const room = aRoom(groupCommit)
    const verdict = Promise.resolve(room.take(many, aPeer(), () => {}))
    const turns = await turnsOf(verdict)
    expect(await verdict).toBe('taken')
    // Gone through as it is checked, placed and looked at for others' names.
    expect(turns).toBeGreaterThan((3 * 2 * NOTES) / PIECE)
    expect((await docIn(room)).getMap('notes').size).toBe(NOTES)
  })

  it('that is refused in the end leaves nothing behind', async () => {
    const { groupCommit } = aDisk()
    const room = aRoom(groupCommit)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, many)
    doc.clientID = 101
    doc.getMap('canvas').set('schema', { major: 99 })
    const verdict = await room.take(Y.encodeStateAsUpdate(doc), aPeer(), () => {})
    expect(verdict).toBe('malformed')
    expect((await docIn(room)).getMap('notes').size).toBe(0)
    expect(await room.take(many, aPeer(), () => {})).toBe('taken')
    expect((await docIn(room)).getMap('notes').size).toBe(NOTES)
  })

  it.each([0, 0.25, 0.5, 0.75, 1])(
    'whose link is taken back when %d of it is done is refused, and nothing of it is left',
    async (share) => {
      const taking = (room: LiveRoom, from: Peer, stored = () => {}) =>
        Promise.resolve(room.take(many, from, stored))
      const turns = await turnsOf(taking(aRoom(aDisk().groupCommit), aPeer()))
      const itsTurn = Math.floor(share * (turns - 2))

      const { groupCommit, commits } = aDisk()
      const room = aRoom(groupCommit)
      const from = { ...aPeer(), isRevoked: false }
      const stored: string[] = []
      const verdict = taking(room, from, () => stored.push('under way'))
      await turnsOf(verdict, (turn) => {
        from.isRevoked ||= turn === itsTurn
      })
      expect(await verdict).toBe('linkRevoked')
      commits()
      expect(stored).toEqual([])
      expect((await docIn(room)).getMap('notes').size).toBe(0)
      expect(await taking(room, aPeer(), () => stored.push('again'))).toBe('taken')
      commits()
      expect(stored).toEqual(['again'])
    },
  )

  it('is taken whole before the server writes what it was about to write', async () => {
    const { groupCommit, commits } = aDisk()
    const sizes: number[] = []
    const trial = aHold()
    const room = aRoom(
      {
        ...groupCommit,
        add(changes, told) {
          sizes.push(changes.updates?.[0]?.bytes.length ?? 0)
          groupCommit.add(changes, told)
        },
      },
      { elsewhere: heldBy(trial) },
    )
    expect(await room.take(many, aPeer(), () => {})).toBe('taken')
    // So much is new that it is tried first whether the server may read it.
    const written = room.edit((doc) => doc.getMap('notes').set('ours', 'x'))
    await trial.isAsked
    const verdict = room.take(others, aPeer(), () => {})
    await nextTurn()
    trial.release()
    expect(await verdict).toBe('taken')
    for (; sizes.length < 3; ) await nextTurn()
    expect(sizes.slice(0, 2)).toEqual([many.length, others.length])
    commits()
    await written
    expect((await docIn(room)).getMap('notes').size).toBe(2 * NOTES + 1)
  })

  it('that a failing disk overtakes is not built upon, and is counted as that', async () => {
    let fails = () => {}
    const room = aRoom({
      add(_changes, { failed }) {
        fails = failed
      },
      settled: () => Promise.resolve(),
      write: () => Promise.resolve(),
    })
    const metrics = new Metrics()
    const health = { refuses: () => false, failed() {}, onChange() {}, close() {} }
    const frames = new SyncFrames(aPeer(), room, () => 'write', { health, metrics })
    frames.handle({ type: 'update', update: oneNote(1, 'lost') })
    frames.handle({ type: 'update', update: many })
    fails()
    await room.busy()
    const text = await metrics.text()
    const counted = text.match(/(?<=guyub_updates_total\{verdict=").*/g)
    expect(counted).toEqual(['taken"} 1', 'storeFailed"} 1'])
    await expect(room.take(many, aPeer(), () => {})).rejects.toThrow(StoreUnavailable)
  })
})
