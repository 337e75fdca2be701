/** Without signal: what is written stays here, tabs bring it home for each other, and both sides merge. */
import { afterEach, describe, expect, it } from 'vitest'
import { add, canvasOf, editsOf, keyOf, textOf, untilSeen } from './support/onCanvas.ts'
import type { Rig } from './support/rig.ts'
import { aDevice, startRig } from './support/rig.ts'
import { TestPlatform } from './support/testPlatform.ts'
import { until, untilConnected, untilStored } from './support/until.ts'

let rig: Rig
afterEach(() => rig.end())

/** One device, whose tabs were connected once. */
async function twoTabsWithoutSignal() {
  const device = aDevice()
  const [pageOne, pageTwo] = [new TestPlatform(), new TestPlatform()]
  const one = rig.open(rig.ninik, { device, platform: pageOne })
  const two = rig.open(rig.ninik, { device, platform: pageTwo })
  await untilConnected(one)
  await untilConnected(two)
  pageOne.say('offline')
  pageTwo.say('offline')
  return { device, one, two, pageTwo }
}

describe('without signal', () => {
  it('writing goes on, is kept here, and reaches the others with the signal', async () => {
    rig = await startRig()
    const page = new TestPlatform()
    const ninik = rig.open(rig.ninik, { platform: page })
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
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
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
    await untilSeen(sari, note, 'Belum terkirim')
    await after.close()
    const later = rig.open(rig.ninik, { device })
    await until(later, () => later.status().loaded)
    expect(later.status().waitingNotes).toBe(0)
  })

  it('two tabs that were closed without signal leave everything to the next page', async () => {
    rig = await startRig()
    const { device, one, two } = await twoTabsWithoutSignal()
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
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
    await untilSeen(sari, first, 'dari tab satu')
    await untilSeen(sari, second, 'dari tab dua')
    await untilStored(later)
  })

  it('a tab brings home what another one kept and was closed with, and claims no second tick before', async () => {
    rig = await startRig()
    const { device, one, two, pageTwo } = await twoTabsWithoutSignal()
    const note = add(one, { zone: 'channels', text: 'dari tab satu' })
    await until(one, () => one.tickOf(note) === 'kept')
    await one.close()
    await untilSeen(two, note, 'dari tab satu')
    expect(two.tickOf(note)).toBe('kept')
    expect(two.status()).toMatchObject({ stored: false, waitingNotes: 1 })

    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
    pageTwo.say('online')
    await untilSeen(sari, note, 'dari tab satu')
    await untilStored(two)
    expect(two.tickOf(note)).toBe('stored')
    const { waiting } = await device.rooms.load(keyOf(rig.ninik, rig.ninik))
    expect(waiting).toEqual([])
  })

  it('a connected tab sends at once what a tab without signal keeps', async () => {
    rig = await startRig()
    const device = aDevice()
    const page = new TestPlatform()
    const one = rig.open(rig.ninik, { device, platform: page })
    const two = rig.open(rig.ninik, { device })
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
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
    const mentor = rig.open(rig.facilitator, {
      device,
      platform: page,
      canvas: canvasOf(rig.ninik),
    })
    const ninik = rig.open(rig.ninik, { device })
    const wawan = rig.open(rig.wawan, { device, canvas: canvasOf(rig.wawan) })
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
    const sari = rig.open(rig.facilitator, { canvas: canvasOf(rig.ninik) })
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
