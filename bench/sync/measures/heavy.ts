/** How long one person's frame holds up everybody: a server has one loop. */
import { quantile } from '../../figures.ts'
import { HEAVY_CASES } from '../heavyFrames.ts'
import { Person } from '../person.ts'
import type { BenchServer, Kind } from '../servers.ts'
import { startServer } from '../servers.ts'
import type { Figures } from './measuring.ts'
import { pause } from './measuring.ts'

/** The first is compiled for; of the rest the middle one counts. */
const TIMES = 5
const REST_MS = 1_000

export async function measureHeavy(kind: Kind): Promise<Figures> {
  const rooms = HEAVY_CASES.length * TIMES
  const server = await startServer(kind, { env: { BENCH_WATCHES_LOOP: '1' }, rooms })
  await pause(REST_MS)
  await server.heldUpMs()
  await pause(REST_MS)
  const restMs = await server.heldUpMs()

  const steps = new Map<string, number[]>()
  const note = async (what: string, time: number) => {
    const ms = await server.heldUpMs()
    if (time > 0) steps.set(what, [...(steps.get(what) ?? []), ms])
  }
  for (let time = 0; time < TIMES; time++) {
    for (const [index, { what, updates, half }] of HEAVY_CASES.entries()) {
      const room = index * TIMES + time
      const sender = await entered(server, room)
      for (const update of updates) sender.update(update)
      await answered(server, room)
      await note(`${what}: sent`, time)
      sender.ask(half)
      await answered(server, room)
      await note(`${what}: half of it asked for`, time)
      sender.close()
    }
  }
  await server.kill()
  await server.restart()
  for (let time = 0; time < TIMES; time++) {
    for (const [index, { what }] of HEAVY_CASES.entries()) {
      await answered(server, index * TIMES + time)
      await note(`${what}: read from disk`, time)
    }
  }
  await server.stop()
  const medians = [...steps].map(([what, all]) => ({ what, ms: quantile(all, 0.5) }))
  for (const { what, ms } of medians) if (ms > 10) console.log(kind, what, ms.toFixed(1))
  return { heavyMs: Math.max(...medians.map(({ ms }) => ms)), restMs }
}

async function entered(server: BenchServer, room: number): Promise<Person> {
  const [door] = await server.doors(room, 1)
  if (!door) throw new Error('no door')
  const person = new Person(door)
  await person.synced
  return person
}

/** Whatever was sent before is done: somebody who comes in now is told of it. */
async function answered(server: BenchServer, room: number): Promise<void> {
  const newcomer = await entered(server, room)
  newcomer.close()
  await pause(100)
}
