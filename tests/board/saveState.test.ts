import { describe, expect, it } from 'vitest'
import { saveStateOf } from '../../src/board/saveState.ts'
import type { RoomStatus } from '../../src/sync/session.ts'

const calm: RoomStatus = {
  connection: { type: 'connected' },
  loaded: true,
  kept: true,
  cannotKeep: false,
  waitingNotes: 0,
  stored: true,
}
const typeOf = (change: Partial<RoomStatus>) => saveStateOf({ ...calm, ...change }, null).type

describe('the header says', () => {
  it('saved only when the server has receipted everything', () => {
    expect(typeOf({})).toBe('saved')
    expect(typeOf({ stored: false })).toBe('sending')
  })

  it('how many notes wait for signal', () => {
    const status = { ...calm, connection: { type: 'offline' as const }, waitingNotes: 3 }
    expect(saveStateOf(status, null)).toEqual({ type: 'offline', waiting: 3 })
  })

  it('first of all what this device cannot keep', () => {
    expect(typeOf({ connection: { type: 'offline' }, cannotKeep: true, stored: false })).toBe(
      'cannotKeep',
    )
    expect(typeOf({ connection: { type: 'serverCannotStore' }, stored: false })).toBe('serverFull')
  })

  it('what was refused in words of its own', () => {
    const refused = (reason: 'clientTooOld' | 'linkRevoked' | 'documentTooLarge' | 'badFrame') =>
      typeOf({ connection: { type: 'refused', reason } })
    expect(refused('clientTooOld')).toBe('tooOld')
    expect(refused('linkRevoked')).toBe('closed')
    expect(refused('documentTooLarge')).toBe('full')
    expect(refused('badFrame')).toBe('stopped')
  })

  it('that a link is for reading only, or a canvas of a newer version', () => {
    expect(saveStateOf(calm, 'link').type).toBe('readOnly')
    expect(saveStateOf(calm, 'newerCanvas').type).toBe('newerCanvas')
  })
})
