import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSaveWatch, REST_MS } from '../../src/board/saveWatch.ts'
import { emptyCanvas } from '../../src/model/canvas.ts'
import type { CanvasEdits, RoomStatus } from '../../src/sync/session.ts'

const STORED: RoomStatus = {
  connection: { type: 'connected' },
  loaded: true,
  keeps: true,
  kept: true,
  cannotKeep: false,
  waitingNotes: 0,
  stored: true,
}
const WAITING: RoomStatus = { ...STORED, waitingNotes: 1, stored: false }

function watched() {
  let status = STORED
  let changed = () => {}
  const watch = createSaveWatch({
    status: () => status,
    subscribeStatus(listener) {
      changed = listener
      return () => {
        changed = () => {}
      }
    },
    view: () => emptyCanvas,
    edits: () => ({}) as CanvasEdits,
    subscribe: () => () => {},
  })
  const said: string[] = []
  watch.cell.subscribe(() => said.push(watch.cell.get().state.type))
  const stop = watch.start()
  const becomes = (next: RoomStatus) => {
    status = next
    changed()
  }
  return { becomes, said, stop, type: () => watch.cell.get().state.type }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the header', () => {
  it('says at once that something waits, and changes no more while letters follow', () => {
    const { becomes, said, type } = watched()
    for (let letter = 0; letter < 20; letter++) {
      becomes(WAITING)
      expect(type()).toBe('sending')
      vi.advanceTimersByTime(40)
      becomes(STORED)
      vi.advanceTimersByTime(100)
    }
    expect(said).toEqual(['sending'])
    vi.advanceTimersByTime(REST_MS)
    expect(said).toEqual(['sending', 'stored'])
  })

  it('never says sent for what began to wait meanwhile', () => {
    const { becomes, type } = watched()
    becomes(WAITING)
    becomes(STORED)
    vi.advanceTimersByTime(REST_MS - 1)
    becomes(WAITING)
    vi.advanceTimersByTime(REST_MS * 2)
    expect(type()).toBe('sending')
  })

  it('says at once when the signal goes, and when it is back with everything sent', () => {
    const { becomes, type } = watched()
    becomes(WAITING)
    becomes({ ...WAITING, connection: { type: 'offline' } })
    expect(type()).toBe('offline')
    becomes(STORED)
    expect(type()).toBe('stored')
  })

  it('tells nobody once its canvas is closed', () => {
    const { becomes, said, stop } = watched()
    becomes(WAITING)
    becomes(STORED)
    stop()
    vi.advanceTimersByTime(REST_MS * 2)
    expect(said).toEqual(['sending'])
  })
})
