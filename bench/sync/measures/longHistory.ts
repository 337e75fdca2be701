import { quantile } from '../../figures.ts'
import { makeEdits, nameOf } from '../edits.ts'
import { history } from '../history.ts'
import { Person } from '../person.ts'
import { startServer } from '../servers.ts'
import type { Figures } from './measuring.ts'
import { NO_RATE_LIMITS, pause } from './measuring.ts'

/** What a hall of some hundred people types: the folding is to be seen, not a flood. */
export const WRITTEN_PER_SECOND = 1_000
const TURN_MS = 10

/** Ours alone: a room of 60 live notes after 50,000 edits, and what another room noticed while it was folded. */
export async function measureLongHistory(): Promise<Figures> {
  const edits = 50_000
  const server = await startServer('guyub', { env: NO_RATE_LIMITS })
  const [writerDoor] = await server.doors(0, 1)
  const [here, there] = await server.doors(1, 2)
  if (!writerDoor || !here || !there) throw new Error('no such room')
  const { updates, state, fresh } = history(edits)
  const onWay = new Map<string, number>()
  const delaysMs: number[] = []
  const speaker = new Person(here)
  const listener = new Person(there, {
    update(update) {
      const at = onWay.get(nameOf(update) ?? '')
      if (at !== undefined) delaysMs.push(performance.now() - at)
    },
  })
  const writer = new Person(writerDoor)
  await Promise.all([speaker, listener, writer].map(({ synced }) => synced))
  const own = makeEdits(2_000)
  speaker.update(own.first)
  let said = 0
  const talking = setInterval(() => {
    const update = own.edits[said++ % own.edits.length]
    const name = update && nameOf(update)
    if (!update || !name) return
    onWay.set(name, performance.now())
    speaker.update(update)
  }, 10)
  await pause(2_000)
  const calmMs = delaysMs.splice(0)
  const inTurn = (WRITTEN_PER_SECOND * TURN_MS) / 1000
  for (let i = 0; i < updates.length; i += inTurn) {
    for (const update of updates.slice(i, i + inTurn)) writer.update(update)
    await pause(TURN_MS)
  }
  await pause(2_000)
  clearInterval(talking)
  const newcomer = new Person(writerDoor)
  await newcomer.synced
  for (const person of [speaker, listener, writer, newcomer]) person.close()
  await server.stop()
  return {
    longJoin: newcomer.state.length / fresh.length,
    longState: newcomer.state.length / state.length,
    calmMs: Math.max(...calmMs),
    calmP99Ms: quantile(calmMs, 0.99),
    stallMs: Math.max(...delaysMs),
    stallP99Ms: quantile(delaysMs, 0.99),
  }
}
