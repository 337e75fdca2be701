/** A server that goes away, refuses, is full, or has lost something: said calmly, and nothing is lost. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from 'vitest'
import type { Store } from '../../server/store/store.ts'
import { DamagedRoom } from '../../server/store/store.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { CLOSE } from '../../src/protocol/closeCodes.ts'
import type { CanvasSession } from '../../src/sync/session.ts'
import { temporaryFolder } from '../support/server.ts'
import { add, canvasOf, editsOf, textOf, untilSeen } from './support/onCanvas.ts'
import type { Rig } from './support/rig.ts'
import { aDevice, startRig } from './support/rig.ts'
import { steerableDisk } from './support/steerableDisk.ts'
import { TestPlatform } from './support/testPlatform.ts'
import { until, untilConnected, untilStored } from './support/until.ts'

let rig: Rig
afterEach(() => rig.end())

describe('a server that goes away', () => {
  it('is found again by itself, and gets what was written meanwhile', async () => {
    rig = await startRig()
    const page = new TestPlatform()
    const ninik = rig.open(rig.ninik, { platform: page })
    await untilConnected(ninik)
    await rig.stop()
    await until(ninik, () => ninik.status().connection.type !== 'connected')
    const note = add(ninik, { zone: 'channels', text: 'Pasar pagi' })
    await until(ninik, () => ninik.status().connection.type === 'offline')
    expect(page.attempts).toBeGreaterThan(2)
    await rig.start()
    await until(ninik, () => ninik.tickOf(note) === 'stored')
    expect(ninik.status().connection).toEqual({ type: 'connected' })
  })

  it('is not called gone at once: a short break is a connection that is coming back', async () => {
    rig = await startRig()
    const ninik = rig.open(rig.ninik)
    await untilConnected(ninik)
    const seen: string[] = []
    ninik.subscribeStatus(() => seen.push(JSON.stringify(ninik.status().connection)))
    await rig.stop()
    await rig.start()
    await untilConnected(ninik)
    expect(seen[0]).toBe('{"type":"connecting","again":true}')
  })
})

describe('a server whose disk refuses', () => {
  it('is said, nothing is lost, and the ticks come when it takes writes again', async () => {
    const disk = steerableDisk()
    rig = await startRig({ wrapStore: disk.wrap })
    const page = new TestPlatform()
    const ninik = rig.open(rig.ninik, { platform: page })
    await untilConnected(ninik)
    disk.refuse(true)
    const note = add(ninik, { zone: 'channels', text: 'Pasar pagi' })
    await until(ninik, () => ninik.status().connection.type === 'serverCannotStore')
    await until(ninik, () => ninik.tickOf(note) === 'kept')
    const seen: string[] = []
    ninik.subscribeStatus(() => seen.push(ninik.status().connection.type))
    for (let turn = 0; turn < 2; turn++) {
      const refused = page.closedWith(CLOSE.storeUnavailable)
      ninik.retry()
      await refused
    }
    expect(seen).not.toContain('connected')
    disk.refuse(false)
    ninik.retry()
    await until(ninik, () => ninik.tickOf(note) === 'stored')
    await untilConnected(ninik)
  })
})

describe.each([
  ['room', { connectionsPerRoom: 1 }, CLOSE.roomFull],
  ['workshop', { connectionsPerWorkshop: 1 }, CLOSE.workshopFull],
] as const)('a full %s', (_what, limits, code) => {
  it('is said calmly, and what is written meanwhile is sent once there is a place', async () => {
    rig = await startRig({ limits })
    const ninik = rig.open(rig.ninik)
    await untilConnected(ninik)
    const page = new TestPlatform()
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik), platform: page })
    await until(sari, () => sari.status().connection.type === 'crowded')
    const note = add(sari, { zone: 'channels', text: 'Pasar pagi' })
    await until(sari, () => sari.tickOf(note) === 'kept')
    await ninik.close()
    const isIn = untilStored(sari)
    // The server learns a moment later that she has gone.
    for (let came = false; !came; ) {
      const full = page.closedWith(code)
      sari.retry()
      came = await Promise.race([isIn.then(() => true), full.then(() => false)])
    }
    expect(sari.tickOf(note)).toBe('stored')
    await untilConnected(sari)
  })
})

describe('a room that is damaged on the disk of the server', () => {
  it('is said calmly, keeps what is written here, and goes on once it is mended', async () => {
    let damaged = false
    const wrapStore = (store: Store): Store => ({
      ...store,
      async loadRoom(room) {
        if (damaged && room.includes('/canvas/')) throw new DamagedRoom(room, 'a row is rotten')
        return store.loadRoom(room)
      },
    })
    rig = await startRig({ wrapStore })
    damaged = true
    const ninik = rig.open(rig.ninik)
    await until(ninik, () => ninik.status().connection.type === 'serverDamaged')
    const note = add(ninik, { zone: 'channels', text: 'Pasar pagi' })
    damaged = false
    ninik.retry()
    await until(ninik, () => ninik.tickOf(note) === 'stored')
    await untilConnected(ninik)
  })
})

describe('a room that fell back on the disk of the server', () => {
  it('says that something is missing until a device that holds it brings it', async () => {
    const folder = temporaryFolder()
    const data = join(folder.path, 'guyub.sqlite')
    rig = await startRig({ data })
    const sariDevice = aDevice()
    const ninik = rig.open(rig.ninik)
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik), device: sariDevice })
    const note = add(ninik, { zone: 'channels', text: 'Pasar pagi' })
    await untilSeen(sari, note, 'Pasar pagi')
    await Promise.all([sari.close(), ninik.close()])
    await rig.stop()
    const database = new DatabaseSync(data)
    database
      .prepare(
        `UPDATE updates SET bytes = x'00' WHERE number = (SELECT max(last_row) FROM rooms WHERE name LIKE '%/canvas/' || ?)`,
      )
      .run(canvasOf(rig.ninik))
    database.close()
    await rig.start()

    // Her phone is lost; what she wrote is on the laptop of the facilitator.
    const anew = rig.open(rig.ninik)
    await until(anew, () => lacks(anew))
    expect(anew.view().notes.has(note)).toBe(false)
    const back = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik), device: sariDevice })
    await untilSeen(anew, note, 'Pasar pagi')
    await until(anew, () => !lacks(anew))
    await untilConnected(back)
    folder.remove()
  })
})

const lacks = (session: CanvasSession) => {
  const { connection } = session.status()
  return connection.type === 'connected' && connection.lacks === true
}

describe('a server with limits of its own', () => {
  it('has them kept here, so that nobody is sent away for good over a full canvas', async () => {
    rig = await startRig({ limits: { documentBytes: 100_000 } })
    const ninik = rig.open(rig.ninik)
    await untilConnected(ninik)
    const long = { zone: 'channels', text: 'ꦥ'.repeat(LIMITS.noteTextLength) } as const
    let last = editsOf(ninik).addNote(long)
    while (typeof last === 'string') last = editsOf(ninik).addNote(long)
    expect(last).toEqual({ refused: 'canvasTooLarge' })
    await untilStored(ninik)
    expect(ninik.status().connection).toEqual({ type: 'connected' })
  })
})

describe('a canvas that grew too large while two people were apart', () => {
  it('is refused, takes shorter notes all the same, and is tried again when asked to', async () => {
    rig = await startRig({ limits: { documentBytes: 100_000 } })
    const long = 'ꦥ'.repeat(LIMITS.noteTextLength)
    const page = new TestPlatform()
    const ninik = rig.open(rig.ninik, { platform: page })
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
    await untilConnected(ninik)
    page.say('offline')
    const notes = [1, 2].map(() => add(ninik, { zone: 'channels', text: long }))
    for (const _ of [1, 2]) add(sari, { zone: 'channels', text: long })
    await untilStored(sari)
    const isRefused = () => ninik.status().connection.type === 'refused'
    page.say('online')
    await until(ninik, isRefused)
    expect(ninik.status().connection).toEqual({ type: 'refused', reason: 'documentTooLarge' })

    ninik.retry()
    expect(isRefused()).toBe(false)
    await until(ninik, isRefused)

    for (const note of notes) {
      const writing = editsOf(ninik).writeIn({ note })
      if ('refused' in writing) throw new Error(writing.refused)
      writing.input('Pasar pagi')
      writing.close()
    }
    ninik.retry()
    await untilStored(ninik)
    await untilConnected(ninik)
    await until(sari, () => notes.every((note) => textOf(sari, note) === 'Pasar pagi'))
  })
})

describe('a link that does not hold', () => {
  it('is refused for good, and what was written stays', async () => {
    rig = await startRig()
    const refusals: string[] = []
    const device = aDevice()
    const stranger = { ...rig.ninik, capability: 'A'.repeat(22) }
    const ninik = rig.open(stranger, { device, onRefused: (reason) => refusals.push(reason) })
    const note = add(ninik, { zone: 'channels', text: 'Pasar pagi' })
    await until(ninik, () => ninik.status().connection.type === 'refused')
    expect(ninik.status().connection).toEqual({ type: 'refused', reason: 'linkUnknown' })
    expect(refusals).toEqual(['linkUnknown'])
    expect(ninik.tickOf(note)).toBe('kept')
    await ninik.close()

    const again = rig.open(rig.ninik, { device })
    await untilSeen(again, note, 'Pasar pagi')
    expect(again.tickOf(note)).toBe('kept')
    await until(again, () => again.tickOf(note) === 'stored')
  })

  it('is remembered as revoked on the device', async () => {
    rig = await startRig()
    const device = aDevice()
    await device.seats.put(rig.ninik)
    const ninik = rig.open(rig.ninik, { device })
    await untilConnected(ninik)
    const remembered = new Promise<void>((resolve) => device.seats.subscribe(resolve))
    await rig.api.revokeSeat(rig.facilitator.capability, rig.ninik.seat)
    await until(ninik, () => ninik.status().connection.type === 'refused')
    expect(ninik.status().connection).toEqual({ type: 'refused', reason: 'linkRevoked' })
    await remembered
    expect((await device.seats.get(rig.ninik.seat))?.revoked).toBe(true)
  })

  it('opens no canvas but its own', async () => {
    rig = await startRig()
    expect(() => rig.open(rig.wawan, { canvas: canvasOf(rig.ninik) })).toThrow(/may not open/)
  })
})
