/** People in rooms, editing and moving their cursors at a given rate. */
import type { MadeEdits } from './edits.ts'
import { cursorOf, nameOf } from './edits.ts'
import { Person } from './person.ts'
import type { BenchServer } from './servers.ts'

export type Load = { editsPerSecond: number; cursorsPerSecond: number; seconds: number }
export type LoadFigures = {
  sent: number
  /** From an edit's departure to its arrival at each other person, in ms. */
  latenciesMs: number[]
  /** What the server sent for edits, receipts included. */
  bytesOut: number
  cpuMs: number
  lost: number
}

export const ROOMS = 30
export const PEOPLE = 3

type Writer = { person: Person; made: MadeEdits; next: number; clock: number }

export async function openRooms(server: BenchServer, made: readonly MadeEdits[]) {
  const sentAt = new Map<string, number>()
  const latenciesMs: number[] = []
  const writers: Writer[] = []
  /** When somebody else first saw an edit, by its name. */
  const seenAt = new Map<string, number>()
  const onUpdate = (update: Uint8Array, isStep2: boolean) => {
    if (isStep2) return
    const name = nameOf(update)
    const at = name === null ? undefined : sentAt.get(name)
    if (name === null || at === undefined) return
    const now = performance.now()
    if (!seenAt.has(name)) seenAt.set(name, now)
    latenciesMs.push(now - at)
  }
  for (let room = 0; room < ROOMS; room++) {
    for (const [i, door] of (await server.doors(room, PEOPLE)).entries()) {
      const own = made[room * PEOPLE + i]
      if (!own) throw new Error('too few edits were made')
      const person = new Person(door, { update: onUpdate })
      writers.push({ person, made: own, next: 0, clock: 0 })
      if (server.kind !== 'floor') await person.synced
      else await new Promise((resolve) => person.socket.once('open', resolve))
    }
  }
  for (const { person, made: own } of writers) person.update(own.first)

  const edit = (writer: Writer) => {
    const update = writer.made.edits[writer.next++ % writer.made.edits.length]
    if (!update) return
    const name = nameOf(update)
    if (name !== null) sentAt.set(name, performance.now())
    writer.person.update(update)
  }

  return {
    async run({ editsPerSecond, cursorsPerSecond, seconds }: Load): Promise<LoadFigures> {
      latenciesMs.length = 0
      seenAt.clear()
      sentAt.clear()
      const cpuBefore = server.cpuMs()
      const bytesBefore = bytesIn(writers)
      let sent = 0
      let moved = 0
      const startedAt = performance.now()
      for (;;) {
        const elapsed = (performance.now() - startedAt) / 1000
        if (elapsed >= seconds) break
        for (; sent < elapsed * editsPerSecond; sent++) {
          const writer = writers[(sent * 7) % writers.length]
          if (writer) edit(writer)
        }
        for (; moved < elapsed * cursorsPerSecond; moved++) {
          const writer = writers[(moved * 11) % writers.length]
          if (writer) writer.person.cursor(cursorOf(writer.made.client, ++writer.clock))
        }
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
      const expected = sent * (PEOPLE - 1)
      const patience = performance.now() + 5_000
      while (latenciesMs.length < expected && performance.now() < patience) {
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return {
        sent,
        latenciesMs: [...latenciesMs],
        bytesOut: bytesIn(writers) - bytesBefore,
        cpuMs: server.cpuMs() - cpuBefore,
        lost: Math.max(0, expected - latenciesMs.length),
      }
    },
    /** The edits that somebody else has seen, and when. */
    seen: (): ReadonlyMap<string, number> => new Map(seenAt),
    close() {
      for (const { person } of writers) person.close()
    },
  }
}

/** Bytes on the wire, frames' heads included. */
const bytesIn = (writers: readonly Writer[]): number =>
  writers.reduce((sum, { person }) => sum + bytesReadBy(person), 0)

function bytesReadBy({ socket }: Person): number {
  const inner = (socket as unknown as { _socket: { bytesRead: number } | null })._socket
  return inner?.bytesRead ?? 0
}
