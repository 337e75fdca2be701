/** What came with strategies, over a real server: all of it is taken, stored and seen, and none of it refused. */
import { afterEach, describe, expect, it } from 'vitest'
import { codeOf } from '../../src/model/canvas.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { AddedNotes, CanvasEdits, CanvasSession, Overtaken } from '../../src/sync/session.ts'
import type { Rig } from './support/rig.ts'
import { startRig } from './support/rig.ts'
import { TestPlatform } from './support/testPlatform.ts'
import { until, untilConnected, untilStored } from './support/until.ts'

let rig: Rig
afterEach(() => rig.end())

const editsOf = (session: CanvasSession): CanvasEdits => {
  const edits = session.edits()
  if (!edits) throw new Error('this session may only read')
  return edits
}
const added = (outcome: AddedNotes): readonly NoteId[] => {
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome
}
const noteIn = (session: CanvasSession, note: NoteId | undefined) =>
  session.view().notes.get(note as NoteId)

describe('strategies', () => {
  it('are built by a mentor out of a member’s notes, and the member sees them', async () => {
    rig = await startRig()
    const ninik = rig.open(rig.ninik)
    const sari = rig.open(rig.facilitator)
    const pasted = added(
      editsOf(ninik).addNotes([
        { zone: 'value-propositions', text: 'Renyah' },
        { zone: 'customer-segments', text: 'Toko oleh-oleh' },
      ]),
    )
    await until(sari, () => sari.view().notes.size === 2)

    const edits = editsOf(sari)
    const [strength = '' as NoteId] = added(
      edits.takeNotes(pasted.slice(0, 1), { zone: 'strengths' }),
    )
    const [chance = '' as NoteId] = added(
      edits.takeNotes(pasted.slice(1), { zone: 'opportunities' }),
    )
    const [plan = '' as NoteId] = added(
      edits.addNotes([{ zone: 'tows-so', text: 'Titip di 3 toko', joins: [strength, chance] }]),
    )
    expect(edits.setThisWeek(plan)).toBe(true)
    expect(sari.tickOf(plan)).toBe('unkept')
    edits.tagNotes([strength, plan], { add: 'rasa' })
    edits.setFinding(pasted, true)
    edits.joinNotes(plan, [strength])
    edits.duplicateNotes([plan])
    edits.undo()
    await untilStored(sari)
    await until(ninik, () => noteIn(ninik, pasted[0])?.finding === true)

    expect(ninik.view().thisWeek).toBe(plan)
    expect(noteIn(ninik, plan)).toMatchObject({ tags: ['rasa'], joins: [strength] })
    expect(codeOf(ninik.view(), strength)).toBe('S1')
    expect(noteIn(ninik, strength)).toMatchObject({
      origin: pasted[0],
      speaker: rig.ninik.seat,
      typist: rig.facilitator.seat,
    })
    expect(editsOf(ninik).setThisWeek(null)).toBe(true)
    expect(ninik.tickOf(plan)).toBe('unkept')
    await until(sari, () => sari.view().thisWeek === null)
    await untilStored(ninik)
    expect([ninik, sari].map((each) => each.status().connection.type)).toEqual([
      'connected',
      'connected',
    ])
  })

  it('wait for signal with their note, and one who lost out meanwhile is told by whom', async () => {
    rig = await startRig()
    const platform = new TestPlatform()
    const ninik = rig.open(rig.ninik, { platform })
    const sari = rig.open(rig.facilitator)
    ninik.setWhere({ tab: 'bmc', device: 'phone' })
    sari.setWhere({ tab: 'bmc', device: 'laptop' })
    const [note = '' as NoteId] = added(
      editsOf(ninik).addNotes([{ zone: 'channels', text: 'Pasar' }]),
    )
    await until(sari, () => sari.view().notes.size === 1)
    await untilStored(ninik)

    platform.say('offline')
    await until(ninik, () => ninik.status().connection.type !== 'connected')
    editsOf(ninik).moveNote(note, { zone: 'tray' })
    editsOf(ninik).setThisWeek(note)
    expect(ninik.status().waitingNotes).toBe(1)
    editsOf(sari).moveNote(note, { zone: 'strengths' })
    const told = new Promise<[CanvasSession, Overtaken]>((resolve) => {
      for (const session of [ninik, sari]) {
        session.subscribeOvertaken((lost) => resolve([session, lost]))
      }
    })
    platform.say('online')
    await untilConnected(ninik)
    await untilStored(ninik)
    await until(sari, () => sari.view().thisWeek === note)
    const zone = noteIn(sari, note)?.place.zone
    expect(noteIn(ninik, note)?.place.zone).toBe(zone)
    // Yjs draws who wins: whoever did not is told by whom.
    const [loser, winner] = zone === 'strengths' ? [ninik, sari] : [sari, ninik]
    expect(await told).toEqual([loser, { note, what: 'place', by: winner.seat }])
  })
})

describe('what a workshop calls its colours', () => {
  it('is named by a facilitator and read by members', async () => {
    rig = await startRig()
    const sari = rig.openPlan(rig.facilitator)
    const ninik = rig.openPlan(rig.ninik)
    await untilConnected(sari)
    sari.editDetails?.({ legend: { daun: 'sudah jalan' }, tags: ['rasa', 'harga'] })
    await until(ninik, () => ninik.view().tags.length === 2)
    expect(ninik.view().legend).toEqual({ daun: 'sudah jalan' })
    expect(ninik.editDetails).toBe(null)
  })
})
