/** What the measures share. */
import { Person } from '../person.ts'
import type { BenchServer } from '../servers.ts'

export type Figures = Record<string, number>
export type Scale = { seconds: number; kills: number; rooms: number }

/** Where a measure asks for more than any person sends. */
export const NO_RATE_LIMITS = {
  GUYUB_MESSAGES_PER_SECOND: '1000000',
  GUYUB_MESSAGE_BURST: '1000000',
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const opened = ({ socket }: Person) => new Promise((resolve) => socket.once('open', resolve))

/** So many people in each of so many rooms, all synced. */
export async function enter(server: BenchServer, rooms: number, people: number): Promise<Person[]> {
  const all: Person[] = []
  for (let room = 0; room < rooms; room++) {
    const doors = await server.doors(room, people)
    const entered = doors.map((door) => new Person(door))
    all.push(...entered)
    await Promise.all(entered.map((each) => (server.kind === 'floor' ? opened(each) : each.synced)))
  }
  return all
}
