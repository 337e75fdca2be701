/** A stock client says back all that it is told of where others are. However much that is, it is never cut off for it. */
import { expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../server/config.ts'
import {
  canvas,
  enter,
  isIn,
  member,
  ninikGoesOn,
  serve,
  server,
  still,
  tidy,
  workshop,
} from '../support/limitedServer.ts'
import type { StockClient } from '../support/serverClients.ts'
import { awarenessFrame, stockClient } from '../support/serverClients.ts'

tidy()

const saying = (clients: readonly number[], at: number) =>
  awarenessFrame(clients.map((client) => ({ client, clock: at, json: JSON.stringify({ at }) })))

/** Resolves when it has been told that so many are there. */
const isToldOf = ({ awareness }: StockClient, count: number, at: number) =>
  new Promise<void>((resolve) => {
    const look = () => {
      const there = [...awareness.getStates().values()].filter((state) => state.at === at)
      if (there.length === count) resolve()
    }
    awareness.on('update', look)
    look()
  })

it('in a full room, where everybody moves under two ids at once', async () => {
  const STOCK = 2
  const MOVES = 4
  const others = DEFAULT_LIMITS.connectionsPerRoom - STOCK
  // No time passes: all of it comes at once.
  await serve({ connectionsPerSeat: DEFAULT_LIMITS.connectionsPerRoom }, still)
  const room = canvas(1)
  const stock = [workshop, member(1)].map(({ capability }) =>
    stockClient(server.origin, room, capability),
  )
  const cut: unknown[] = []
  for (const { provider } of stock)
    provider.on('connection-close', (event) => cut.push(event?.code))
  await Promise.all(stock.map((each) => each.synced()))
  const [witness, ...moving] = Array.from({ length: others }, () => enter(room))
  await Promise.all([witness, ...moving].map((each) => each && isIn(each)))
  // They take what they are told and look at none of it.
  for (const { socket } of moving) socket.removeAllListeners('message').on('message', () => {})
  for (let at = 1; at <= MOVES; at++) {
    for (const [n, each] of moving.entries()) each.send(saying([2 * n + 1, 2 * n + 2], at))
    await Promise.all(stock.map((each) => isToldOf(each, 2 * moving.length, at)))
  }
  // What it says last is heard behind all of its echoes.
  for (const [n, { awareness }] of stock.entries()) {
    awareness.setLocalState({ last: n })
    await witness?.hears(
      (heard) =>
        heard.type === 'awareness' &&
        heard.entries.some(({ state }) => JSON.stringify(state) === `{"last":${n}}`),
    )
  }
  expect(cut).toEqual([])
  for (const each of stock) each.close()
  await ninikGoesOn()
})
