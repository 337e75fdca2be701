/** Real servers for tests: on a free port, each with a data file of its own. Whoever starts one closes it. */
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { mintCapability } from '../../server/access.ts'
import { newSeat } from '../../server/newWorkshop.ts'
import type { RunningServer, ServerOptions } from '../../server/startServer.ts'
import { startServer } from '../../server/startServer.ts'
import type { CanvasId, SeatId } from '../../src/model/ids.ts'
import type { Role } from '../../src/model/roles.ts'
import type { Created, CreateWorkshop, Minted, SeatList } from '../../src/protocol/api.ts'
import { createdSchema, mintedSchema, seatListSchema } from '../../src/protocol/api.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { canvasRoom } from '../../src/protocol/roomName.ts'

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'guyub-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export type TestServer = RunningServer & {
  data: string
  log: string[]
  /** Resolves with the first line of this event, logged already or yet to come, that names something. */
  logged(event: string, naming?: string): Promise<string>
  /** Resolves with the next line of this event. */
  loggedAgain(event: string): Promise<void>
}

/** In this process. `close` also removes the data file unless it was given. */
export async function aServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const folder = temporaryFolder()
  const data = options.data ?? join(folder.path, 'guyub.sqlite')
  const log: string[] = []
  const listeners = new Set<() => void>()
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    log(entry) {
      log.push(JSON.stringify(entry))
      for (const listener of listeners) listener()
    },
    ...options,
    data,
  })
  return {
    ...server,
    data,
    log,
    logged: (event, naming = '') =>
      new Promise((resolve) => {
        const look = () => {
          const line = log.find(
            (each) => each.includes(`"event":"${event}"`) && each.includes(naming),
          )
          if (line === undefined) return
          listeners.delete(look)
          resolve(line)
        }
        listeners.add(look)
        look()
      }),
    loggedAgain(event) {
      const known = log.length
      return new Promise((resolve) => {
        const look = () => {
          if (!log.slice(known).some((line) => line.includes(`"event":"${event}"`))) return
          listeners.delete(look)
          resolve()
        }
        listeners.add(look)
      })
    },
    async close() {
      await server.close()
      folder.remove()
    },
  }
}

export type ServerProcess = {
  origin: string
  port: number
  child: ChildProcess
  /** All that it printed. */
  output(): string
  /** What it printed to stderr: its log, line by line. */
  logLines(): string[]
  /** Resolves with its exit code, null where a signal ended it. */
  ended: Promise<number | null>
  /** As a power cut would, as far as a process can. */
  kill(): Promise<void>
  stop(): Promise<number | null>
}

/** The server as people run it: a process of its own, told by flags. Resolves once it serves. */
export async function aServerProcess(
  data: string,
  {
    port = 0,
    env = {},
    nodeArgs = [],
    program = MAIN,
  }: {
    port?: number
    env?: Record<string, string>
    nodeArgs?: readonly string[]
    program?: string
  } = {},
): Promise<ServerProcess> {
  const flags = ['--host', '127.0.0.1', '--data', data, '--port', String(port)]
  const run = runMain(flags, env, nodeArgs, program)
  const origin = await new Promise<string>((resolve, reject) => {
    run.child.stdout?.on('data', () => {
      const found = /http:\/\/localhost:(\d+)/.exec(run.output())
      if (found) resolve(`http://127.0.0.1:${found[1]}`)
    })
    void run.ended.then((code) => reject(new Error(`ended with ${code}: ${run.output()}`)))
  })
  return {
    ...run,
    origin,
    port: Number(new URL(origin).port),
    async kill() {
      run.child.kill('SIGKILL')
      await run.ended
    },
    stop() {
      run.child.kill('SIGTERM')
      return run.ended
    },
  }
}

/**
 * The program itself, with whatever flags: for what it says and how it exits.
 * @param nodeArgs For Node itself.
 */
export function runMain(
  args: readonly string[],
  env: Record<string, string> = {},
  nodeArgs: readonly string[] = [],
  program = MAIN,
) {
  const child = spawn(process.execPath, [...nodeArgs, program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let output = ''
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      output += text
      if (stream === child.stderr) log += text
    })
  }
  const logLines = () => log.split('\n').filter((line) => line !== '')
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, output: () => output, logLines, ended }
}

/** A request as the app makes it; the answer as it came. */
export async function call(
  origin: string,
  method: string,
  path: string,
  {
    capability,
    body,
    headers = {},
  }: { capability?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(capability === undefined ? {} : { Authorization: `Bearer ${capability}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}

export type TestWorkshop = Created & {
  /** In the order of the roster, each with a link of their own. */
  members: { seat: SeatId; canvas: CanvasId; name: string; capability: string }[]
}

/** A member, by their turn in the roster. */
export function memberOf({ members }: TestWorkshop, turn = 0): TestWorkshop['members'][number] {
  const found = members[turn]
  if (!found) throw new Error('no such member')
  return found
}

/** The room of a member's canvas. */
export const roomOf = (workshop: TestWorkshop, turn = 0): RoomName =>
  canvasRoom(workshop.workshop, memberOf(workshop, turn).canvas)

/** A workshop made through the API, with a minted link for every member. */
export async function aWorkshop(
  origin: string,
  wanted: Partial<CreateWorkshop> = {},
): Promise<TestWorkshop> {
  const created = v.parse(
    createdSchema,
    (
      await call(origin, 'POST', '/api/workshops', {
        body: {
          title: 'Guyub Rukun',
          place: 'Malang',
          date: '2026-07-15',
          facilitatorName: 'Bu Sesilya',
          members: [
            { name: 'Bu Ninik', business: 'Tahu Walik' },
            { name: 'Pak Wawan', business: 'Keripik Singkong' },
          ],
          ...wanted,
        },
      })
    ).body,
  )
  const { seats } = await seatsOf(origin, created.capability)
  const members: TestWorkshop['members'] = []
  for (const { seat, canvas, name, role } of seats) {
    if (role !== 'member' || canvas === null) continue
    const { capability } = await mint(origin, created.capability, seat)
    members.push({ seat, canvas, name, capability })
  }
  return { ...created, members }
}

export const seatsOf = async (origin: string, capability: string): Promise<SeatList> =>
  v.parse(seatListSchema, (await call(origin, 'GET', '/api/seats', { capability })).body)

export const mint = async (origin: string, capability: string, seat: string): Promise<Minted> =>
  v.parse(
    mintedSchema,
    (await call(origin, 'POST', `/api/seats/${seat}/capabilities`, { capability })).body,
  )

/** A seat of a role that the API does not hand out yet, with a link. */
export async function aSeat(
  server: Pick<RunningServer, 'store'>,
  workshop: Pick<TestWorkshop, 'workshop'>,
  role: Role,
  canvas: string | null,
): Promise<Minted> {
  const seat = {
    ...newSeat(workshop.workshop, { name: role, business: '' }, role),
    canvas: canvas as CanvasId | null,
  }
  const { secret, record } = mintCapability(seat.id, 0)
  await server.store.commit({ seats: [seat], capabilities: [record] })
  return { seat: seat.id, role, capability: secret, id: record.id }
}
