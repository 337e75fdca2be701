/** One phone that holds a viewer's link and a member's: what the one may not write, the other never carries for it. */
import { afterEach, expect, it } from 'vitest'
import { addNote } from '../../src/model/doc/addNote.ts'
import { readCanvas } from '../../src/model/doc/readCanvas.ts'
import { newNoteId } from '../../src/model/ids.ts'
import { canvasRoom } from '../../src/protocol/roomName.ts'
import { openRoom } from '../../src/sync/openRoom.ts'
import type { RoomStatus } from '../../src/sync/session.ts'
import { aSeat } from '../support/server.ts'
import { readRoom } from '../support/serverClients.ts'
import type { Person, Rig } from './support/rig.ts'
import { aDevice, startRig, value } from './support/rig.ts'
import { TestPlatform } from './support/testPlatform.ts'

let rig: Rig
afterEach(() => rig.end())

it("brings no edit of the viewer's to the server, by broadcast, by storage or by coming back", async () => {
  rig = await startRig()
  const { ninik, facilitator } = rig
  if (!ninik.canvas) throw new Error('a member has a canvas')
  const room = canvasRoom(ninik.workshop, ninik.canvas)
  const made = await aSeat(rig.server, facilitator, 'viewer', ninik.canvas)
  const viewer: Person = {
    ...ninik,
    ...value(await rig.api.session(made.capability)),
    capability: made.capability,
  }
  const phone = aDevice()
  const open = (person: Person, access: 'read' | 'write') => {
    const platform = new TestPlatform()
    const options = { device: phone, origin: rig.server.origin, seat: person, platform }
    const opened = openRoom(options, room, access, () => () => [])
    const is = (isSo: (status: RoomStatus) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => isSo(opened.status()) && resolve()
        opened.subscribeStatus(look)
        look()
      })
    return { ...opened, is }
  }
  const onServer = () => readRoom(rig.server.origin, room, facilitator.capability)

  const connected = ({ connection }: RoomStatus) => connection.type === 'connected'

  const reading = open(viewer, 'read')
  const writing = open(ninik, 'write')
  await Promise.all([reading.is(connected), writing.is(connected)])
  // No screen offers this; a page that was tampered with does it all the same.
  const context = { seat: viewer.seat, now: () => 1, random: Math.random, newNoteId }
  addNote(reading.doc, { zone: 'channels', text: 'not allowed' }, context)
  await reading.is(({ kept, stored }) => kept && !stored)
  await Promise.all([reading.close(), writing.close()])

  const again = open(ninik, 'write')
  await again.is(connected)
  addNote(again.doc, { zone: 'channels', text: 'hers' }, { ...context, seat: ninik.seat })
  await again.is(({ stored }) => stored)
  const late = open(viewer, 'read')
  await late.is(connected)
  for (const doc of [again.doc, await onServer()]) {
    const texts = [...readCanvas(doc).notes.values()].map(({ text }) => text)
    expect(texts).toEqual(['hers'])
  }
  await Promise.all([again.close(), late.close()])
})
