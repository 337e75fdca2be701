import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CanvasId, NoteId } from '../../src/model/ids.ts'
import { createApi } from '../../src/sync/api.ts'
import { openCanvas } from '../../src/sync/openCanvas.ts'
import type { CanvasSession } from '../../src/sync/session.ts'
import { aDevice, value } from './support/rig.ts'
import { TestPlatform } from './support/testPlatform.ts'
import { until, untilConnected } from './support/until.ts'

const PROGRAM = fileURLToPath(new URL('support/serverProgram.ts', import.meta.url))

let folder: string
let server: ChildProcess
let port = 0

async function start(): Promise<void> {
  server = fork(PROGRAM, [join(folder, 'guyub.db'), String(port)], { stdio: 'ignore' })
  port = await new Promise<number>((resolve, reject) => {
    server.once('message', (message) => resolve((message as { port: number }).port))
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}
const kill = async () => {
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGKILL')
  await gone
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guyub-kill-'))
  await start()
})
afterAll(async () => {
  await kill()
  await rm(folder, { recursive: true, force: true })
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
    const api = createApi({ origin: `http://127.0.0.1:${port}` })
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
        origin: `http://127.0.0.1:${port}`,
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
      await kill()
      await start()
      const seen = await onServer(open, (session) => [...session.view().notes.keys()])
      expect(seen).toEqual([note])
      await untilConnected(writer)
    }
    await writer.close()
  })
})
