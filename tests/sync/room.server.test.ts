/** Real sessions on a real server: what people on one canvas see of each other, and when ticks come. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Later } from '../../src/model/doc/readCanvas.ts'
import type { NoteId } from '../../src/model/ids.ts'
import { MESSAGE, SYNC } from '../../src/protocol/messages.ts'
import { add, canvasOf, editsOf, untilSeen } from './support/onCanvas.ts'
import type { Rig } from './support/rig.ts'
import { aDevice, startRig } from './support/rig.ts'
import { steerableDisk } from './support/steerableDisk.ts'
import { TestPlatform } from './support/testPlatform.ts'
import { until, untilConnected, untilStored } from './support/until.ts'

let rig: Rig
afterEach(() => rig.end())

/** Long enough for sockets to be heard. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('two people on one canvas', () => {
  it('see what the other writes, and two ticks once the server has it', async () => {
    rig = await startRig()
    const ninik = rig.open(rig.ninik)
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
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
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
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
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
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
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
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
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
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
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
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
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
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
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
    await untilConnected(ninik)
    sari.setWhere({ tab: 'swot' })
    await until(ninik, () => ninik.people().some(({ where }) => where?.tab === 'swot'))
    const awareness = () => page.sent.filter((frame) => frame[0] === MESSAGE.awareness)
    expect(awareness()).toHaveLength(0)
    ninik.setWhere({ tab: 'bmc' })
    expect(awareness()).toHaveLength(1)
  })

  it('is told when the page has shown what led there, and then the latest of it', async () => {
    rig = await startRig()
    let drawn = () => {}
    let isDue = false
    const afterFrame = (): Later => ({
      soon(then) {
        if (!isDue) drawn = then
        isDue = true
      },
      close() {},
    })
    const ninik = rig.open(rig.ninik, {
      platform: Object.assign(new TestPlatform(), { afterFrame }),
    })
    const own = () => ninik.people().find(({ self }) => self)?.where
    ninik.setWhere({ tab: 'bmc' })
    ninik.setWhere({ tab: 'swot' })
    expect(own()).toBeNull()
    drawn()
    expect(own()).toEqual({ tab: 'swot' })
    ninik.setWhere(null)
    expect(own(), 'who leaves draws no frame').toBeNull()
  })

  it('is known again after a break, though nobody moved', async () => {
    rig = await startRig()
    const page = new TestPlatform()
    const ninik = rig.open(rig.ninik, { platform: page })
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
    sari.setWhere({ tab: 'swot' })
    const mentor = () => ninik.people().find(({ seat }) => seat === rig.facilitator.seat)
    await until(ninik, () => mentor()?.where?.tab === 'swot')
    page.say('offline')
    expect(ninik.people()).toHaveLength(1)
    page.say('online')
    await until(ninik, () => mentor()?.where?.tab === 'swot')
  })
})
