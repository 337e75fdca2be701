/**
 * The end of the server's log is gone (a power cut, on a disk that had lied about its flush), cut wherever a transaction
 * ends. Whoever comes back first brings all of it again, other people's words too: everything that had two ticks is there.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { NoteId } from '../../src/model/ids.ts'
import type { Device } from '../../src/storage/device.ts'
import type { CanvasEdits, CanvasSession } from '../../src/sync/session.ts'
import type { Snapshot } from '../support/dataFiles.ts'
import { putBack, snapshotOf, transactionEnds } from '../support/dataFiles.ts'
import { counted, times } from '../support/longMode.ts'
import { temporaryFolder } from '../support/server.ts'
import type { Rig } from './support/rig.ts'
import { aDevice, startRig } from './support/rig.ts'
import { until, untilStored } from './support/until.ts'

const ROUNDS = 30

const folder = temporaryFolder()
const data = join(folder.path, 'guyub.sqlite')
let rig: Rig
let devices: { ninik: Device; sari: Device }
/** How the canvas looked to everybody, and the disk under it. */
let whole: string
let crashed: Snapshot
/** Ends of the transactions in which it was written, from the moment before. */
let ends: number[]

const ninik = (device: Device) => rig.open(rig.ninik, { device })
const sari = (device: Device) => rig.open(rig.facilitator, { device, canvas: canvasOfNinik() })
const canvasOfNinik = () => {
  const { canvas } = rig.ninik
  if (!canvas) throw new Error('a member has a canvas')
  return canvas
}
const edits = (session: CanvasSession): CanvasEdits => {
  const found = session.edits()
  if (!found) throw new Error('both may write')
  return found
}
const add = (session: CanvasSession, text: string): NoteId => {
  const note = edits(session).addNote({ zone: 'channels', text })
  if (typeof note !== 'string') throw new Error(note.refused)
  return note
}
const shown = (session: CanvasSession) => {
  const { notes, zones } = session.view()
  return JSON.stringify([[...notes].sort(([a], [b]) => (a < b ? -1 : 1)), zones])
}
const bothShowTheSame = async (one: CanvasSession, other: CanvasSession) => {
  const isSo = () => one.status().stored && other.status().stored && shown(one) === shown(other)
  // Either may be the last to hear of it.
  await Promise.race([until(one, isSo), until(other, isSo)])
}

beforeAll(async () => {
  rig = await startRig({ data })
  devices = { ninik: aDevice(), sari: aDevice() }
  const facilitator = sari(devices.sari)
  let member = ninik(devices.ninik)
  await Promise.all([untilStored(member), untilStored(facilitator)])
  add(facilitator, 'Ditulis sebelumnya')
  await bothShowTheSame(facilitator, member)
  const { log } = snapshotOf(data)

  let latest: NoteId | null = null
  for (let round = 0; round < ROUNDS; round++) {
    const [writer, other] = round % 2 === 0 ? [member, facilitator] : [facilitator, member]
    const note = add(writer, `catatan ${round}`)
    if (latest && round % 5 === 4) edits(writer).removeNote(latest)
    await bothShowTheSame(writer, other)
    edits(other).moveNote(note, { zone: 'key-partners' })
    await bothShowTheSame(other, writer)
    latest = note
    if (round !== ROUNDS / 2) continue
    // A page that was opened anew writes under an id that is first heard of here.
    await member.close()
    member = ninik(devices.ninik)
    await bothShowTheSame(member, facilitator)
  }
  whole = shown(member)
  expect(shown(facilitator)).toBe(whole)
  await Promise.all([member.close(), facilitator.close()])
  crashed = snapshotOf(data)
  ends = transactionEnds(crashed.log).filter((end) => end >= log.length)
  await rig.stop()
}, 90_000)
afterAll(async () => {
  await rig.start() // `end` stops it
  await rig.end()
  folder.remove()
})

/** Who comes back after the crash, with what the device holds. */
const RETURNING = {
  'she who wrote half of it': () => [ninik(devices.ninik)],
  'the other, who wrote the rest': () => [sari(devices.sari)],
  both: () => [ninik(devices.ninik), sari(devices.sari)],
}

it(
  'comes back whole with whoever comes back first',
  async () => {
    const who = Object.keys(RETURNING) as (keyof typeof RETURNING)[]
    expect(ends.length).toBeGreaterThanOrEqual(50)
    const cases = times(ends.length, 501)
    for (let n = 0; n < cases; n++) {
      const end = ends[n % ends.length] ?? 0
      // Each time round somebody else at the same cut.
      const returning = who[(n + Math.floor(n / ends.length)) % who.length] ?? 'both'
      putBack(data, { ...crashed, log: crashed.log.subarray(0, end) })
      await rig.start()
      const back = RETURNING[returning]()
      const newcomer = sari(aDevice())
      const refused = back.map((each) =>
        until(each, () => each.status().connection.type === 'refused').then(() => {
          throw new Error(`refused: ${returning}, with the log cut at ${end}`)
        }),
      )
      await Promise.race([until(newcomer, () => shown(newcomer) === whole), ...refused])
      for (const each of [...back, newcomer]) await each.close()
      await rig.stop()
    }
    counted(`log cut at ends of transactions: ${cases}, all came back`)
  },
  // A server that starts takes its time on a busy machine.
  times(300_000, 2_400_000),
)
