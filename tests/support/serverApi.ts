/** What the tests of the API share: one server a file, a new workshop for each test, and its facilitator's requests. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { readPlan } from '../../src/model/doc/plan.ts'
import type { TestServer, TestWorkshop } from './server.ts'
import { aServer, aWorkshop, call, memberOf, seatsOf } from './server.ts'
import { readRoom } from './serverClients.ts'

export let server: TestServer
export let workshop: TestWorkshop

/** Called once at the top of a file of tests. */
export function serveApi(): void {
  beforeAll(async () => {
    server = await aServer({ limits: { joinFailureBurst: 1_000, workshopsPerHour: 10_000 } })
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    workshop = await aWorkshop(server.origin)
  })
}

export const ask = (method: string, path: string, capability?: string, body?: unknown) =>
  call(server.origin, method, path, {
    ...(capability !== undefined && { capability }),
    ...(body !== undefined && { body }),
  })
export const asFacilitator = (method: string, path: string, body?: unknown) =>
  ask(method, path, workshop.capability, body)

export const member = (index = 0) => memberOf(workshop, index)
export const planRoomOf = (of: { workshop: string }): string => `${of.workshop}/plan`
export const planOf = async (of: { workshop: string; capability: string }) =>
  readPlan(await readRoom(server.origin, planRoomOf(of), of.capability))
export const seatCalled = async (name: string) => {
  const { seats } = await seatsOf(server.origin, workshop.capability)
  return seats.filter((seat) => seat.name === name)
}
