/** People who do not read: what they cost the server, and what the others in their room notice. */
import { p95 } from '../../figures.ts'
import { makeEdits, nameOf } from '../edits.ts'
import { history } from '../history.ts'
import { Person } from '../person.ts'
import type { Kind } from '../servers.ts'
import { startServer } from '../servers.ts'
import type { Figures } from './measuring.ts'
import { NO_RATE_LIMITS, pause } from './measuring.ts'

const DEAF = 10
const ASKS = 200
const STRETCH_MS = 3_000
const EDIT_EVERY_MS = 10

export async function measureSlowReaders(kind: Kind): Promise<Figures> {
  const server = await startServer(kind, { env: NO_RATE_LIMITS })
  const [speakerDoor, listenerDoor, ...deafDoors] = await server.doors(0, DEAF + 2)
  if (!speakerDoor || !listenerDoor) throw new Error('no such room')
  const sentAt = new Map<string, number>()
  const delaysMs: number[] = []
  const speaker = new Person(speakerDoor)
  const listener = new Person(listenerDoor, {
    update(update) {
      const at = sentAt.get(nameOf(update) ?? '')
      if (at !== undefined) delaysMs.push(performance.now() - at)
    },
  })
  await Promise.all([speaker.synced, listener.synced])
  speaker.update(history(5_000).state)
  const { first, edits } = makeEdits(1_000)
  speaker.update(first)
  let said = 0
  const talking = setInterval(() => {
    const update = edits[said++]
    if (!update) return
    sentAt.set(nameOf(update) ?? '', performance.now())
    speaker.update(update)
  }, EDIT_EVERY_MS)
  await pause(STRETCH_MS)
  const calmMs = delaysMs.splice(0)
  const before = await server.liveKb()

  const deaf = deafDoors.map((door) => new Person(door))
  await Promise.all(deaf.map(({ synced }) => synced))
  delaysMs.length = 0
  for (const person of deaf) {
    person.stopReading()
    // Everything, please; again and again.
    for (let i = 0; i < ASKS; i++) person.ask()
  }
  await pause(STRETCH_MS)
  clearInterval(talking)
  const after = await server.liveKb()
  for (const person of [speaker, listener, ...deaf]) person.close()
  await server.stop()
  return {
    deafKb: Math.max(0, after - before) / DEAF,
    besideDeafRatio: p95(delaysMs) / p95(calmMs),
  }
}
