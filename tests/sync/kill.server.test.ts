import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CanvasId, NoteId } from '../../src/model/ids.ts'
import { createApi } from '../../src/sync/api.ts'
import { openCanvas } from '../../src/sync/openCanvas.ts'
import type { CanvasSession } from '../../src/sync/session.ts'
import type { ServerProcess } from '../support/server.ts'
import { aServerProcess, temporaryFolder } from '../support/server.ts'
import { aDevice, value } from './support/rig.ts'
import { TestPlatform } from './support/testPlatform.ts'
import { until, untilConnected } from './support/until.ts'

const folder = temporaryFolder()
let server: ServerProcess

const restart = async () => {
  server = await aServerProcess(join(folder.path, 'guyub.sqlite'), { port: server.port })
}

beforeAll(async () => {
  server = await aServerProcess(join(folder.path, 'guyub.sqlite'))
})
afterAll(async () => {
  await server.kill()
  folder.remove()
})

/** What somebody sees who comes new, with nothing on the device. */
async function onServer<T>(
  open: () => CanvasSession & { close(): Promise<void> },
  read: (session: CanvasSession) => T,
): Promise<T> {
  const newcomer = open()
  await untilConnected(newcomer)
  const seen = read(newcomer)
  await newcomer.close()
  return seen
}

describe('two ticks', () => {
  it('hold when the server is killed the moment they appear', async () => {
    const api = createApi({ origin: server.origin })
    const created = value(
      await api.createWorkshop({
        title: 'Guyub Rukun',
        place: '',
        date: '',
        facilitatorName: 'Bu Sari',
        members: [{ name: 'Bu Ninik', business: 'Tahu Walik' }],
      }),
    )
    const facilitator = value(await api.session(created.capability))
    const { seats } = value(await api.seats(created.capability))
    const canvas = seats.find(({ role }) => role === 'member')?.canvas as CanvasId
    const open = () =>
      openCanvas({
        device: aDevice(),
        origin: server.origin,
        seat: { ...facilitator, capability: created.capability },
        canvas,
        platform: new TestPlatform(),
      })

    const writer = open()
    const edits = writer.edits()
    if (!edits) throw new Error('a facilitator writes')
    const written: NoteId[] = []
    for (let round = 0; round < 6; round++) {
      const note = edits.addNote({ zone: 'channels', text: `catatan ${round}` })
      if (typeof note !== 'string') throw new Error(note.refused)
      written.push(note)
      // From the second round on also what only takes away: it leaves every clock as it was.
      const removed = written[round - 1]
      if (removed) edits.removeNote(removed)
      await until(writer, () => writer.status().stored)
      await server.kill()
      await restart()
      const seen = await onServer(open, (session) => [...session.view().notes.keys()])
      expect(seen).toEqual([note])
      await untilConnected(writer)
    }
    await writer.close()
    // Six servers come up one after the other, which takes its time on a busy machine.
  }, 90_000)
})
