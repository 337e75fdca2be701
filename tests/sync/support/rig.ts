import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunningServer, ServerOptions } from '../../../server/startServer.ts'
import { startServer } from '../../../server/startServer.ts'
import type { CanvasId } from '../../../src/model/ids.ts'
import type { Device, KeptSeat } from '../../../src/storage/device.ts'
import { openMemoryDevice } from '../../../src/storage/openDevice.ts'
import type { Api } from '../../../src/sync/api.ts'
import { createApi } from '../../../src/sync/api.ts'
import type { OpenCanvas } from '../../../src/sync/openCanvas.ts'
import { openCanvas } from '../../../src/sync/openCanvas.ts'
import type { OpenPlan } from '../../../src/sync/openPlan.ts'
import { openPlan } from '../../../src/sync/openPlan.ts'
import type { Platform } from '../../../src/sync/platform.ts'
import { TestPlatform } from './testPlatform.ts'

export type Person = KeptSeat

export type Rig = {
  server: RunningServer
  api: Api
  facilitator: Person
  ninik: Person
  wawan: Person
  /** Everything that was opened is closed at the end. */
  open(person: Person, options?: OpenOptions): OpenCanvas
  openPlan(person: Person, options?: OpenOptions): OpenPlan
  /** Stops the server and starts it on the same port and data. */
  stop(): Promise<void>
  start(): Promise<void>
  end(): Promise<void>
}

export type OpenOptions = {
  canvas?: CanvasId
  device?: Device
  platform?: Platform
  onRefused?: (reason: string) => void
}

/** A device in memory that counts as a disk: what it took survives "reloads" of this test. */
export const aDevice = (): Device => ({ ...openMemoryDevice(), keeps: true })

/** A real server with a workshop of two members, its SQLite file in a folder of its own. */
export async function startRig(options: Partial<ServerOptions> = {}): Promise<Rig> {
  const folder = await mkdtemp(join(tmpdir(), 'guyub-sync-'))
  const data = join(folder, 'guyub.db')
  let server = await startServer({ host: '127.0.0.1', port: 0, data, ...options })
  const { origin, port } = server
  const api = createApi({ origin })
  const opened: { close(): Promise<void> }[] = []

  const created = value(
    await api.createWorkshop({
      title: 'Guyub Rukun',
      place: 'Banjar',
      date: '',
      facilitatorName: 'Bu Sari',
      members: [
        { name: 'Bu Ninik', business: 'Tahu Walik' },
        { name: 'Pak Wawan', business: 'Keripik Singkong' },
      ],
    }),
  )
  const sitDown = async (capability: string): Promise<Person> => {
    const session = value(await api.session(capability))
    return { ...session, capability, openedAtMs: 0, linkKept: false, revoked: false }
  }
  const facilitator = await sitDown(created.capability)
  const { seats } = value(await api.seats(created.capability))
  const memberCalled = async (name: string): Promise<Person> => {
    const seat = seats.find((each) => each.name === name)
    if (!seat) throw new Error(`nobody is called ${name}`)
    return sitDown(value(await api.mintLink(created.capability, seat.seat)).capability)
  }
  const ninik = await memberCalled('Bu Ninik')
  const wawan = await memberCalled('Pak Wawan')

  const common = (person: Person, { device, platform, onRefused }: OpenOptions) => ({
    device: device ?? aDevice(),
    origin,
    seat: person,
    platform: platform ?? new TestPlatform(),
    ...(onRefused && { onRefused }),
  })
  return {
    get server() {
      return server
    },
    api,
    facilitator,
    ninik,
    wawan,
    open(person, given = {}) {
      const canvas = given.canvas ?? person.canvas ?? ninik.canvas
      if (!canvas) throw new Error('a member has a canvas')
      const session = openCanvas({ ...common(person, given), canvas })
      opened.push(session)
      return session
    },
    openPlan(person, given = {}) {
      const session = openPlan(common(person, given))
      opened.push(session)
      return session
    },
    stop: () => server.close(),
    async start() {
      server = await startServer({ host: '127.0.0.1', data, ...options, port })
    },
    async end() {
      for (const session of opened) await session.close()
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export function value<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}
