import { describe, expect, it } from 'vitest'
import type { CanvasId, SeatId, WorkshopId } from '../../src/model/ids.ts'
import { canvasRoom } from '../../src/protocol/roomName.ts'
import { openMemoryDevice } from '../../src/storage/openDevice.ts'
import { openCanvas } from '../../src/sync/openCanvas.ts'
import { peekRoom } from '../../src/sync/peekRoom.ts'
import { TestPlatform } from './support/testPlatform.ts'

const canvas = 'CCCCCCCCCCCCCCCCCCCCCC' as CanvasId
const workshop = 'WWWWWWWWWWWWWWWWWWWWWW' as WorkshopId
const seat = 'SSSSSSSSSSSSSSSSSSSSSS' as SeatId

function openAlone() {
  const device = openMemoryDevice()
  const platform = new TestPlatform()
  platform.say('offline')
  const session = openCanvas({
    device,
    origin: 'http://127.0.0.1:1',
    seat: { seat, workshop, role: 'member', capability: 'A'.repeat(22), canvas, name: 'Bu Ninik' },
    canvas,
    platform,
  })
  const edits = session.edits()
  if (!edits) throw new Error('a member writes')
  return { device, session, edits }
}

describe('a glance at a canvas on this device', () => {
  it('shows its notes and how many of them wait for signal', async () => {
    const { device, session, edits } = openAlone()
    edits.addNote({ zone: 'channels', text: 'Pasar pagi' })
    edits.addNote({ zone: 'tray', text: 'Pasar malam' })
    await session.close()
    const peek = await peekRoom(device, { room: canvasRoom(workshop, canvas), seat })
    expect([...peek.view.notes.values()].map(({ text }) => text).sort()).toEqual([
      'Pasar malam',
      'Pasar pagi',
    ])
    expect(peek.waitingNotes).toBe(2)
  })

  it('shows an empty canvas where this device has none', async () => {
    const peek = await peekRoom(openMemoryDevice(), { room: canvasRoom(workshop, canvas), seat })
    expect(peek.view.notes.size).toBe(0)
    expect(peek.waitingNotes).toBe(0)
  })
})

describe('what a session shows', () => {
  it('keeps its identity while it does not change', async () => {
    const { session, edits } = openAlone()
    const first = edits.addNote({ zone: 'channels', text: 'satu' })
    const second = edits.addNote({ zone: 'tray', text: 'dua' })
    if (typeof first !== 'string' || typeof second !== 'string') throw new Error('refused')
    const before = session.view()
    const status = session.status()
    edits.recolourNote(second, 'jambu')
    const after = session.view()
    expect(after).not.toBe(before)
    expect(after.notes.get(first)).toBe(before.notes.get(first))
    expect(after.notes.get(second)).not.toBe(before.notes.get(second))
    expect(after.zones).toEqual(before.zones)
    expect(after.zones.channels).toBe(before.zones.channels)
    expect(after.zones.tray).toBe(before.zones.tray)
    expect(session.status()).toBe(status)
    expect(session.people()).toBe(session.people())
    expect(session.edits()).toBe(edits)
    await session.close()
  })

  it('is found again when the same room is opened while it is still closing', async () => {
    const { device, session, edits } = openAlone()
    edits.addNote({ zone: 'channels', text: 'kata terakhir' })
    edits.addNote({ zone: 'channels', text: 'yang paling akhir' })
    const closed = session.close()
    const platform = new TestPlatform()
    platform.say('offline')
    const again = openCanvas({
      device,
      origin: 'http://127.0.0.1:1',
      seat: { seat, workshop, role: 'member', capability: 'A'.repeat(22), canvas, name: '' },
      canvas,
      platform,
    })
    await new Promise<void>((resolve) => {
      const stop = again.subscribeStatus(() => {
        if (!again.status().loaded) return
        stop()
        resolve()
      })
    })
    expect(again.view().notes.size).toBe(2)
    await closed
    await again.close()
  })
})
