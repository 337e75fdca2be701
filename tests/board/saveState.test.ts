import { describe, expect, it } from 'vitest'
import { isSafeHere, saveStateOf } from '../../src/board/saveState.ts'
import { saveEn } from '../../src/i18n/save.en.ts'
import { saveId } from '../../src/i18n/save.id.ts'
import type { RoomStatus } from '../../src/sync/session.ts'

const calm: RoomStatus = {
  connection: { type: 'connected' },
  loaded: true,
  keeps: true,
  kept: true,
  cannotKeep: false,
  waitingNotes: 0,
  stored: true,
}
const typeOf = (change: Partial<RoomStatus>) => saveStateOf({ ...calm, ...change }, null).type

describe('the header says', () => {
  it('stored only when the server has receipted everything', () => {
    expect(typeOf({})).toBe('stored')
    expect(typeOf({ stored: false })).toBe('sending')
  })

  it('that the server has lost something, once all of this device is stored', () => {
    const connection = { type: 'connected' as const, lacks: true as const }
    expect(typeOf({ connection })).toBe('lacking')
    expect(typeOf({ connection, stored: false })).toBe('sending')
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
    expect(typeOf({ connection: { type: 'serverDamaged' }, stored: false })).toBe('serverDamaged')
    expect(typeOf({ connection: { type: 'crowded' }, stored: false })).toBe('crowded')
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

describe('what is written is called safe', () => {
  it('only on a device that keeps it', () => {
    expect(isSafeHere(calm)).toBe(true)
    expect(isSafeHere({ ...calm, keeps: false })).toBe(false)
    expect(isSafeHere({ ...calm, cannotKeep: true })).toBe(false)
  })

  it.each(['phone', 'laptop'] as const)('in no word, on a %s that keeps nothing', (device) => {
    for (const words of [saveId, saveEn]) {
      const { stored, lacking, cannotKeep, newerCanvas, readOnly, ...sentences } = words.sentence
      const { offline, ...others } = sentences
      const told = (safe: boolean) => [
        offline(3, device, safe),
        words.label.hereOnly(device, safe),
        ...Object.values(others).map((sentence) => sentence(device, safe)),
        ...Object.values(words.banner).map((banner) => banner(device, safe).join(' ')),
      ]
      const promise =
        /aman|tersimpan di|Sudah di (HP|laptop)|terus menulis|safe|is kept|kept on|keep writing/i
      expect(told(true).filter((each) => promise.test(each)).length).toBeGreaterThan(11)
      expect(told(false).filter((each) => promise.test(each))).toEqual([])
    }
  })
})
