/** A room whose own row has rotten is shut: nobody can tell what belongs to it. The others live on, and it opens once mended. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CanvasId } from '../../src/model/ids.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { canvasRoom, planRoom } from '../../src/protocol/roomName.ts'
import { flipSealOf } from '../support/dataFiles.ts'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aServer, aWorkshop, call, seatsOf, temporaryFolder } from '../support/server.ts'
import { bareSocket, readRoom } from '../support/serverClients.ts'
import { aPerson, wordsIn } from '../support/serverPeople.ts'

let folder: ReturnType<typeof temporaryFolder>
let server: TestServer
let workshop: TestWorkshop

const start = async () => {
  server = await aServer({ data: join(folder.path, 'guyub.sqlite') })
}
beforeEach(async () => {
  folder = temporaryFolder()
  await start()
  workshop = await aWorkshop(server.origin)
})
afterEach(async () => {
  await server.close()
  folder.remove()
})

async function flip(room: RoomName): Promise<void> {
  await server.close()
  flipSealOf(server.data, room)
  await start()
}
const at = (index: number) => {
  const { canvas, capability } = workshop.members[index] ?? { capability: '' }
  return { room: canvasRoom(workshop.workshop, canvas as CanvasId), capability }
}

it('sends whoever comes to a damaged canvas away for now, says so once, and takes them in when it is mended', async () => {
  const [hers, his] = [at(0), at(1)]
  const ninik = await aPerson(server.origin, hers.room, hers.capability)
  ninik.writes('tahu')
  await ninik.hearsStored(2)
  await flip(hers.room)
  for (const capability of [hers.capability, workshop.capability]) {
    const { closed, heard } = bareSocket(server.origin, hers.room, capability)
    expect(await closed).toEqual({ code: 4510, reason: 'roomDamaged' })
    expect(heard).toEqual([])
  }
  expect(server.log.filter((line) => line.includes('"event":"roomDamaged"'))).toHaveLength(1)
  const wawan = await aPerson(server.origin, his.room, his.capability)
  wawan.writes('keripik')
  await wawan.hearsStored(2)
  await flip(hers.room)
  expect(wordsIn(await readRoom(server.origin, hers.room, hers.capability))).toBe('tahu')
})

it('says of a damaged plan to whoever comes by a link or a code that it is damaged, not that the disk is full', async () => {
  const { capability } = workshop.members[0] ?? {}
  const session = () => call(server.origin, 'GET', '/api/session', { capability })
  const { code } = (await seatsOf(server.origin, workshop.capability)).joinCode
  const join = () => call(server.origin, 'POST', '/api/join', { body: { code } })
  const before = [await session(), await join()]
  expect(before.map(({ status }) => status)).toEqual([200, 200])
  await flip(planRoom(workshop.workshop))
  const damaged = { status: 503, body: { error: 'roomDamaged' } }
  expect([await session(), await join()]).toEqual([damaged, damaged])
  const { room, capability: his } = at(1)
  const wawan = await aPerson(server.origin, room, his)
  await wawan.hearsStored(1)
  await flip(planRoom(workshop.workshop))
  expect([await session(), await join()]).toEqual(before)
})
