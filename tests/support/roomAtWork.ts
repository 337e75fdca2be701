/** For each test of a file a workshop with somebody at work in a room, who must notice nothing of what others send there. */
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import type { Limits } from '../../server/config.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import type { TestServer, TestWorkshop } from './server.ts'
import { aServer, aWorkshop, roomOf } from './server.ts'
import { bareSocket, readRoom } from './serverClients.ts'
import type { Person } from './serverPeople.ts'
import { aPerson, wordsIn } from './serverPeople.ts'

export function roomAtWork(limits: Partial<Limits>) {
  let server: TestServer
  let workshop: TestWorkshop
  let room: RoomName
  let ninik: Person

  beforeAll(async () => {
    server = await aServer({ limits })
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    workshop = await aWorkshop(server.origin)
    room = roomOf(workshop)
    ninik = await aPerson(server.origin, room, workshop.members[0]?.capability ?? '')
    await ninik.hearsStored(1)
  })

  return {
    get server() {
      return server
    },
    get workshop() {
      return workshop
    },
    get room() {
      return room
    },
    /** Sits in the room all the while. */
    get ninik() {
      return ninik
    },
    attacker: () => bareSocket(server.origin, room, workshop.capability),
    /** As a newcomer is given it. */
    read: () => readRoom(server.origin, room, workshop.capability),
    /** Ninik is connected, writes, is receipted, and a newcomer is given exactly her words. */
    async nobodyNoticed(): Promise<void> {
      const frames = ninik.receipts().at(-1) ?? 0
      ninik.writes('tahu ')
      await ninik.hearsStored(frames + 1)
      const given = await readRoom(server.origin, room, workshop.capability)
      expect(wordsIn(given)).toBe(wordsIn(ninik.doc))
      expect(wordsIn(ninik.doc)).toMatch(/^(tahu )+$/)
    },
  }
}
