import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from 'vitest'
import type { Store } from '../../server/store/store.ts'
import { DamagedRoom } from '../../server/store/store.ts'
import type { NewNote } from '../../src/model/doc/addNote.ts'
import type { NoteId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { CLOSE } from '../../src/protocol/closeCodes.ts'
import { MESSAGE, SYNC } from '../../src/protocol/messages.ts'
import { canvasRoom } from '../../src/protocol/roomName.ts'
import type { RoomKey } from '../../src/storage/device.ts'
import type { CanvasEdits, CanvasSession } from '../../src/sync/session.ts'
import { temporaryFolder } from '../support/server.ts'
import type { Person, Rig } from './support/rig.ts'
import { aDevice, startRig } from './support/rig.ts'
import { TestPlatform } from './support/testPlatform.ts'
import { until, untilConnected, untilStored } from './support/until.ts'

let rig: Rig
afterEach(() => rig.end())

const editsOf = (session: CanvasSession): CanvasEdits => {
  const edits = session.edits()
  if (!edits) throw new Error('this session may only read')
  return edits
}
const add = (session: CanvasSession, note: NewNote): NoteId => {
  const added = editsOf(session).addNote(note)
  if (typeof added !== 'string') throw new Error(added.refused)
  return added
}
const textOf = (session: CanvasSession, note: NoteId) => session.view().notes.get(note)?.text
const untilSeen = (session: CanvasSession, note: NoteId, text: string) =>
  until(session, () => textOf(session, note) === text)

describe('two people on one canvas', () => {
  it('see what the other writes, and two ticks once the server has it', async () => {
    rig = await startRig()
    const ninik = rig.open(rig.ninik)
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
    const note = add(ninik, { zone: 'channels', text: 'Pasar pagi' })
    await untilSeen(sari, note, 'Pasar pagi')
    await until(ninik, () => ninik.tickOf(note) === 'stored')
    expect(sari.tickOf(note)).toBe('stored')

    editsOf(sari).moveNote(note, { zone: 'key-partners' })
    await until(ninik, () => ninik.view().zones['key-partners'].includes(note))
    await until(sari, () => sari.tickOf(note) === 'stored')
  })

  it('write in the same note at once', async () => {
    rig = await startRig()
    const ninik = rig.open(rig.ninik)
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
    const note = add(ninik, { zone: 'channels', text: 'di pasar' })
    await untilSeen(sari, note, 'di pasar')
    const writing = editsOf(sari).writeIn({ note })
    if ('refused' in writing) throw new Error(writing.refused)
    writing.input('Jualan di pasar', 8)
    const hers = editsOf(ninik).writeIn({ note })
    if ('refused' in hers) throw new Error(hers.refused)
    hers.input('di pasar Banjar')
    await untilSeen(ninik, note, 'Jualan di pasar Banjar')
    await untilSeen(sari, note, 'Jualan di pasar Banjar')
  })

  it('get receipts for what only takes away', async () => {
    rig = await startRig()
    const ninik = rig.open(rig.ninik)
    const note = add(ninik, { zone: 'channels', text: 'Pasar pagi' })
    await until(ninik, () => ninik.tickOf(note) === 'stored')
    const writing = editsOf(ninik).writeIn({ note })
    if ('refused' in writing) throw new Error(writing.refused)
    writing.input('Pasar')
    expect(ninik.tickOf(note)).toBe('unkept')
    await until(ninik, () => ninik.tickOf(note) === 'stored')
    editsOf(ninik).removeNote(note)
    expect(ninik.status().stored).toBe(false)
    await untilStored(ninik)
    expect(ninik.removalOf(note)?.by).toBe(rig.ninik.seat)
  })
})

describe('somebody who holds a key down', () => {
  it('is never cut off for speaking too fast: what is written within moments goes as one frame', async () => {
    rig = await startRig()
    const page = new TestPlatform()
    const ninik = rig.open(rig.ninik, { platform: page })
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
    await untilConnected(ninik)
    const writing = editsOf(ninik).writeIn({ create: { zone: 'channels' } })
    if ('refused' in writing) throw new Error(writing.refused)
    for (let length = 1; length <= 500; length++) {
      writing.input('a'.repeat(length))
      ninik.setWhere({ tab: 'bmc', zone: length % 2 ? 'channels' : 'tray' })
      await turn()
    }
    const [note] = ninik.view().zones.channels
    if (!note) throw new Error('the first letter makes the note')
    await untilSeen(sari, note, 'a'.repeat(500))
    await untilStored(ninik)
    for (let length = 499; length > 0; length--) {
      writing.input('a'.repeat(length))
      await turn()
    }
    writing.close()
    await untilSeen(sari, note, 'a')
    await untilStored(ninik)
    expect(ninik.status().connection).toEqual({ type: 'connected' })
    expect(page.attempts).toBe(1)
  })

  it('sends the first letter at once, and what waits when the page goes out of sight', async () => {
    rig = await startRig()
    const page = new TestPlatform()
    const ninik = rig.open(rig.ninik, { platform: page })
    await untilConnected(ninik)
    await untilStored(ninik)
    const updates = () =>
      page.sent.filter((frame) => frame[0] === MESSAGE.sync && frame[1] === SYNC.update)
    add(ninik, { zone: 'channels', text: 'satu' })
    expect(updates()).toHaveLength(1)
    add(ninik, { zone: 'channels', text: 'dua' })
    add(ninik, { zone: 'channels', text: 'tiga' })
    page.say('hidden')
    const sent = updates().length
    expect(sent).toBeGreaterThan(1)
    add(ninik, { zone: 'channels', text: 'empat' })
    add(ninik, { zone: 'channels', text: 'lima' })
    await ninik.close()
    expect(updates().length).toBeGreaterThan(sent)
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
    await until(sari, () => sari.view().notes.size === 5)
  })
})

describe('the first and the second tick', () => {
  it('come in that order while the server takes its time', async () => {
    const disk = steerableDisk()
    rig = await startRig({ wrapStore: disk.wrap })
    const ninik = rig.open(rig.ninik)
    await untilConnected(ninik)
    disk.hold()
    const note = add(ninik, { zone: 'channels', text: 'Pasar pagi' })
    expect(ninik.tickOf(note)).toBe('unkept')
    await until(ninik, () => ninik.tickOf(note) === 'kept')
    expect(ninik.status()).toMatchObject({ kept: true, stored: false, waitingNotes: 1 })
    disk.release()
    await until(ninik, () => ninik.tickOf(note) === 'stored')
    expect(ninik.status()).toMatchObject({ stored: true, waitingNotes: 0 })
  })

  it('come for what was written before the first connection stood', async () => {
    rig = await startRig()
    const ninik = rig.open(rig.ninik)
    const note = add(ninik, { zone: 'channels', text: 'Pasar pagi' })
    expect(ninik.status().connection.type).toBe('connecting')
    await until(ninik, () => ninik.tickOf(note) === 'stored')
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
    await untilSeen(sari, note, 'Pasar pagi')
  })

  it('are the two of them on a device that keeps nothing: from screen to server', async () => {
    rig = await startRig()
    const ninik = rig.open(rig.ninik, { device: { ...aDevice(), keeps: false } })
    await untilConnected(ninik)
    const note = add(ninik, { zone: 'channels', text: 'Pasar pagi' })
    const seen = [ninik.tickOf(note)]
    ninik.subscribeTick(note, () => seen.push(ninik.tickOf(note)))
    await until(ninik, () => ninik.tickOf(note) === 'stored')
    expect(new Set(seen)).toEqual(new Set(['unkept', 'stored']))
    expect(ninik.status()).toMatchObject({ keeps: false, kept: false })
  })
})

describe('without signal', () => {
  it('writing goes on, is kept here, and reaches the others with the signal', async () => {
    rig = await startRig()
    const page = new TestPlatform()
    const ninik = rig.open(rig.ninik, { platform: page })
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
    await untilConnected(ninik)
    page.say('offline')
    expect(ninik.status().connection).toEqual({ type: 'offline' })
    const note = add(ninik, { zone: 'channels', text: 'Pasar pagi' })
    const other = add(ninik, { zone: 'channels', text: 'Pasar malam' })
    await until(ninik, () => ninik.tickOf(other) === 'kept')
    expect(ninik.status()).toMatchObject({ waitingNotes: 2, kept: true, stored: false })
    page.say('online')
    await untilSeen(sari, note, 'Pasar pagi')
    await untilStored(ninik)
    expect(ninik.status()).toMatchObject({ waitingNotes: 0, connection: { type: 'connected' } })
  })

  it('a page closed and opened again still knows what waits, and shows it', async () => {
    rig = await startRig()
    const device = aDevice()
    const page = new TestPlatform()
    const before = rig.open(rig.ninik, { platform: page, device })
    const known = add(before, { zone: 'channels', text: 'Sudah terkirim' })
    await untilStored(before)
    page.say('offline')
    const note = add(before, { zone: 'channels', text: 'Belum terkirim' })
    await before.close()
    await rig.stop()

    const after = rig.open(rig.ninik, { device })
    await until(after, () => after.status().loaded)
    expect(textOf(after, note)).toBe('Belum terkirim')
    expect(after.tickOf(note)).toBe('kept')
    expect(after.tickOf(known)).toBe('stored')
    expect(after.status()).toMatchObject({ waitingNotes: 1, stored: false, kept: true })
    await until(after, () => after.status().connection.type === 'offline')

    await rig.start()
    await until(after, () => after.tickOf(note) === 'stored')
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
    await untilSeen(sari, note, 'Belum terkirim')
    await after.close()
    const later = rig.open(rig.ninik, { device })
    await until(later, () => later.status().loaded)
    expect(later.status().waitingNotes).toBe(0)
  })

  it('two tabs that were closed without signal leave everything to the next page', async () => {
    rig = await startRig()
    const device = aDevice()
    const [pageOne, pageTwo] = [new TestPlatform(), new TestPlatform()]
    const one = rig.open(rig.ninik, { device, platform: pageOne })
    const two = rig.open(rig.ninik, { device, platform: pageTwo })
    await untilConnected(one)
    await untilConnected(two)
    pageOne.say('offline')
    pageTwo.say('offline')
    const first = add(one, { zone: 'channels', text: 'dari tab satu' })
    const second = add(two, { zone: 'channels', text: 'dari tab dua' })
    await one.close()
    await two.close()

    const page = new TestPlatform()
    page.say('offline')
    const later = rig.open(rig.ninik, { device, platform: page })
    await until(later, () => later.status().loaded)
    for (const note of [first, second]) expect(later.tickOf(note)).toBe('kept')
    expect(later.status().waitingNotes).toBe(2)
    page.say('online')
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
    await untilSeen(sari, first, 'dari tab satu')
    await untilSeen(sari, second, 'dari tab dua')
    await untilStored(later)
  })

  it('a tab brings home what another one kept and was closed with, and claims no second tick before', async () => {
    rig = await startRig()
    const device = aDevice()
    const [pageOne, pageTwo] = [new TestPlatform(), new TestPlatform()]
    const one = rig.open(rig.ninik, { device, platform: pageOne })
    const two = rig.open(rig.ninik, { device, platform: pageTwo })
    await untilConnected(one)
    await untilConnected(two)
    pageOne.say('offline')
    pageTwo.say('offline')
    const note = add(one, { zone: 'channels', text: 'dari tab satu' })
    await until(one, () => one.tickOf(note) === 'kept')
    await one.close()
    await untilSeen(two, note, 'dari tab satu')
    expect(two.tickOf(note)).toBe('kept')
    expect(two.status()).toMatchObject({ stored: false, waitingNotes: 1 })

    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
    pageTwo.say('online')
    await untilSeen(sari, note, 'dari tab satu')
    await untilStored(two)
    expect(two.tickOf(note)).toBe('stored')
    const { waiting } = await device.rooms.load(roomOf(rig.ninik))
    expect(waiting).toEqual([])
  })

  it('a connected tab sends at once what a tab without signal keeps', async () => {
    rig = await startRig()
    const device = aDevice()
    const page = new TestPlatform()
    const one = rig.open(rig.ninik, { device, platform: page })
    const two = rig.open(rig.ninik, { device })
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
    await untilConnected(one)
    await untilConnected(two)
    page.say('offline')
    const note = add(one, { zone: 'channels', text: 'dari tab satu' })
    await untilSeen(sari, note, 'dari tab satu')
    expect(one.tickOf(note)).toBe('kept')
    await untilStored(two)
    page.say('online')
    await untilStored(one)
    expect([...sari.view().notes.values()].map(({ text }) => text)).toEqual(['dari tab satu'])
  })

  it('a tab reads nothing of what another seat keeps on the same device', async () => {
    rig = await startRig()
    const device = aDevice()
    const page = new TestPlatform()
    const mentor = rig.open(rig.facilitator, { device, platform: page, canvas: ninikCanvas() })
    const ninik = rig.open(rig.ninik, { device })
    const wawan = rig.open(rig.wawan, { device, canvas: wawanCanvas() })
    for (const each of [mentor, ninik, wawan]) await untilConnected(each)
    page.say('offline')
    const note = add(mentor, { zone: 'channels', text: 'dari fasilitator' })
    await until(mentor, () => mentor.tickOf(note) === 'kept')
    const own = add(ninik, { zone: 'channels', text: 'dari Ninik' })
    await until(ninik, () => ninik.tickOf(own) === 'stored')
    expect([...ninik.view().notes.keys()]).toEqual([own])
    expect(wawan.view().notes.size).toBe(0)
  })

  it('edits of both sides merge', async () => {
    rig = await startRig()
    const page = new TestPlatform()
    const ninik = rig.open(rig.ninik, { platform: page })
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
    const note = add(ninik, { zone: 'channels', text: 'Pasar pagi' })
    await untilSeen(sari, note, 'Pasar pagi')
    page.say('offline')
    editsOf(ninik).recolourNote(note, 'jambu')
    editsOf(sari).moveNote(note, { zone: 'tray' })
    await untilStored(sari)
    page.say('online')
    await until(sari, () => sari.view().notes.get(note)?.colour === 'jambu')
    await until(ninik, () => ninik.view().zones.tray.includes(note))
    expect(ninik.view().notes.get(note)).toEqual(sari.view().notes.get(note))
  })
})

describe('a laptop without any network', () => {
  it('stays with the server that it runs itself', async () => {
    rig = await startRig()
    // The page is told that there is no network; its own machine is reached all the same.
    const page = new TestPlatform()
    const { WebSocket } = new TestPlatform()
    const sari = rig.open(rig.facilitator, {
      platform: { WebSocket, isOnline: page.isOnline, subscribe: page.subscribe },
    })
    await untilConnected(sari)
    page.say('offline')
    expect(sari.status().connection).toEqual({ type: 'offline' })
    const note = add(sari, { zone: 'channels', text: 'Pasar pagi' })
    await until(sari, () => sari.tickOf(note) === 'stored')
    await untilConnected(sari)
  })
})

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
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas(), platform: page })
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
    await until(ninik, () => ninik.status().connection.type === 'serverCannotStore')
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
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas(), device: sariDevice })
    const note = add(ninik, { zone: 'channels', text: 'Pasar pagi' })
    await untilSeen(sari, note, 'Pasar pagi')
    await Promise.all([sari.close(), ninik.close()])
    await rig.stop()
    const database = new DatabaseSync(data)
    database
      .prepare(
        `UPDATE updates SET bytes = x'00' WHERE number = (SELECT max(last_row) FROM rooms WHERE name LIKE '%/canvas/' || ?)`,
      )
      .run(ninikCanvas())
    database.close()
    await rig.start()

    // Her phone is lost; what she wrote is on the laptop of the facilitator.
    const anew = rig.open(rig.ninik)
    await until(anew, () => lacks(anew))
    expect(anew.view().notes.has(note)).toBe(false)
    const back = rig.open(rig.facilitator, { canvas: ninikCanvas(), device: sariDevice })
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
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
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
    expect(() => rig.open(rig.wawan, { canvas: ninikCanvas() })).toThrow(/may not open/)
  })
})

describe('a plan', () => {
  it('is read by a member, changed by the facilitator', async () => {
    rig = await startRig()
    const ninik = rig.openPlan(rig.ninik)
    const sari = rig.openPlan(rig.facilitator)
    await until(ninik, () => ninik.view().members.length === 2)
    expect(ninik.editDetails).toBe(null)
    await untilConnected(sari)
    sari.editDetails?.({ place: 'Ciamis' })
    expect(sari.status().stored).toBe(false)
    await until(ninik, () => ninik.view().place === 'Ciamis')
    await untilStored(sari)
    expect(ninik.status()).toMatchObject({ stored: true, waitingNotes: 0 })
  })

  it('opens without a server from what this device received', async () => {
    rig = await startRig()
    const device = aDevice()
    const before = rig.openPlan(rig.ninik, { device })
    await until(before, () => before.view().members.length === 2)
    await before.close()
    await rig.stop()
    const after = rig.openPlan(rig.ninik, { device })
    await until(after, () => after.status().loaded)
    expect(after.view().title).toBe('Guyub Rukun')
    expect(after.view().members.map(({ name }) => name)).toEqual(['Bu Ninik', 'Pak Wawan'])
  })
})

describe('who is here', () => {
  it('is said by the server: names and roles, and where each of them is', async () => {
    rig = await startRig()
    const ninik = rig.open(rig.ninik)
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
    await until(sari, () => sari.people().length === 2)
    expect(sari.people().find(({ self }) => !self)).toMatchObject({
      seat: rig.ninik.seat,
      name: 'Bu Ninik',
      role: 'member',
      where: null,
    })
    ninik.setWhere({ tab: 'bmc', device: 'phone' })
    const here = () => sari.people().find(({ seat }) => seat === rig.ninik.seat)
    await until(sari, () => here()?.where?.device === 'phone')
    ninik.setWhere(null)
    await until(sari, () => here()?.where === null)
    await ninik.close()
    await until(sari, () => sari.people().length === 1)
    expect(sari.people()[0]?.self).toBe(true)
  })

  it('is the same person on two devices, shown where that person writes', async () => {
    rig = await startRig()
    const phone = rig.open(rig.ninik)
    const laptop = rig.open(rig.ninik)
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
    const here = () => sari.people().find(({ seat }) => seat === rig.ninik.seat)
    phone.setWhere({ tab: 'bmc', note: 'n1' as NoteId, device: 'phone' })
    laptop.setWhere({ tab: 'swot', device: 'laptop' })
    await until(sari, () => here()?.where?.note === 'n1')
    phone.setWhere(null)
    await until(sari, () => here()?.where?.tab === 'swot')
    expect(sari.people()).toHaveLength(2)
  })

  it('is said of oneself only: what others say is not sent back', async () => {
    rig = await startRig()
    const page = new TestPlatform()
    const ninik = rig.open(rig.ninik, { platform: page })
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
    await untilConnected(ninik)
    sari.setWhere({ tab: 'swot' })
    await until(ninik, () => ninik.people().some(({ where }) => where?.tab === 'swot'))
    const awareness = () => page.sent.filter((frame) => frame[0] === MESSAGE.awareness)
    expect(awareness()).toHaveLength(0)
    ninik.setWhere({ tab: 'bmc' })
    expect(awareness()).toHaveLength(1)
  })

  it('is known again after a break, though nobody moved', async () => {
    rig = await startRig()
    const page = new TestPlatform()
    const ninik = rig.open(rig.ninik, { platform: page })
    const sari = rig.open(rig.facilitator, { canvas: ninikCanvas() })
    sari.setWhere({ tab: 'swot' })
    const mentor = () => ninik.people().find(({ seat }) => seat === rig.facilitator.seat)
    await until(ninik, () => mentor()?.where?.tab === 'swot')
    page.say('offline')
    expect(ninik.people()).toHaveLength(1)
    page.say('online')
    await until(ninik, () => mentor()?.where?.tab === 'swot')
  })
})

/** Long enough for sockets to be heard. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

const wawanCanvas = () => {
  if (!rig.wawan.canvas) throw new Error('a member has a canvas')
  return rig.wawan.canvas
}
const roomOf = (person: Person): RoomKey => ({
  room: canvasRoom(person.workshop, ninikCanvas()),
  seat: person.seat,
})

const ninikCanvas = () => {
  if (!rig.ninik.canvas) throw new Error('a member has a canvas')
  return rig.ninik.canvas
}

/** A server's disk that waits, or refuses, at the test's word. */
function steerableDisk() {
  let waiting: (() => void)[] | null = null
  let refusing = false
  return {
    wrap: (store: Store): Store => {
      const commit: Store['commit'] = async (changes) => {
        const held = waiting
        if (held) await new Promise<void>((resolve) => held.push(resolve))
        if (refusing) throw new Error('disk full')
        await store.commit(changes)
      }
      return new Proxy(store, {
        get: (target, name) => {
          if (name === 'commit') return commit
          const found: unknown = Reflect.get(target, name)
          return typeof found === 'function' ? found.bind(target) : found
        },
      })
    },
    hold() {
      waiting = []
    },
    release() {
      const held = waiting ?? []
      waiting = null
      for (const go of held) go()
    },
    refuse(yes: boolean) {
      refusing = yes
    },
  }
}
