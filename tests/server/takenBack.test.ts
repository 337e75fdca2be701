/** Links that are taken back, and words that were said under another link or at another time: nothing comes of them. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import {
  canvasOf,
  links,
  MESSAGES,
  open,
  ROLES,
  restart,
  serveEveryRole,
  server,
  stateOf,
  workshop,
} from '../support/everyRole.ts'
import { forgeCollected } from '../support/forge.ts'
import { aSeat, aServer, aWorkshop, call, memberOf, mint, seatsOf } from '../support/server.ts'
import { bareSocket, readRoom } from '../support/serverClients.ts'
import { aPerson } from '../support/serverPeople.ts'
import { aSlowRequest } from '../support/slowRequest.ts'

serveEveryRole()

describe.each(ROLES)('the link of a %s, once it is taken back', (role) => {
  const revoke = (id: string) =>
    call(server.origin, 'DELETE', `/api/capabilities/${id}`, { capability: workshop.capability })
  const aLink = async () => {
    if (role === 'facilitator') {
      const body = { name: 'Pak Budi' }
      const made = await call(server.origin, 'POST', '/api/facilitators', {
        capability: workshop.capability,
        body,
      })
      return made.body as { capability: string; id: string }
    }
    if (role === 'member') return mint(server.origin, workshop.capability, memberOf(workshop).seat)
    return aSeat(server, workshop, role, memberOf(workshop).canvas)
  }
  const room = () => canvasOf(0)

  it('cuts the socket that it opened, and nobody else', async () => {
    const { capability, id } = await aLink()
    const theirs = open(room(), capability)
    const witness = await aPerson(server.origin, room(), workshop.capability)
    await theirs.hears(({ type }) => type === 'presence')
    await revoke(id)
    expect(await theirs.closed).toEqual({ code: 4403, reason: 'linkRevoked' })
    const frames = witness.receipts().at(-1) ?? 0
    witness.writes('x')
    await witness.hearsStored(Math.max(frames, 1) + 1)
    witness.close()
  })

  it.each(['SyncStep2', 'Update'] as const)(
    'carries no %s that was on its way',
    async (message) => {
      const { capability, id } = await aLink()
      const theirs = open(room(), capability)
      await theirs.hears(({ type }) => type === 'presence')
      theirs.socket.pause() // it does not learn of its end, and goes on
      await revoke(id)
      const before = await stateOf(room())
      theirs.send(MESSAGES[message].frame())
      theirs.socket.resume()
      expect((await theirs.closed).code).toBe(4403)
      expect(await stateOf(room())).toBe(before)
    },
  )

  it('opens nothing any more, on the socket, in the API, or after a restart', async () => {
    const { capability, id } = await aLink()
    await revoke(id)
    const before = await stateOf(room())
    const isShut = async () => {
      const socket = open(room(), capability)
      await socket.opened
      socket.send(MESSAGES.SyncStep2.frame())
      expect(await socket.closed).toEqual({ code: 4403, reason: 'linkRevoked' })
      expect(socket.heard).toEqual([])
      expect(await call(server.origin, 'GET', '/api/session', { capability })).toEqual({
        status: 403,
        body: { error: 'linkRevoked' },
      })
      expect(await stateOf(room())).toBe(before)
    }
    await isShut()
    await restart()
    await isShut()
  })

  it('takes with it what it was about to ask when it was taken back', async () => {
    const { capability, id } = await aLink()
    const slow = aSlowRequest(server.port, capability, '/api/facilitators', '{"name":"Forged"}')
    await slow.halfSent
    await revoke(id)
    const before = await seatsOf(server.origin, workshop.capability)
    slow.sendRest()
    expect(await slow.answer).toMatch(/^HTTP\/1.1 403 .*"linkRevoked"/s)
    expect(await seatsOf(server.origin, workshop.capability)).toEqual(before)
  })
})

it('a link that is taken back while it is looked up lets nobody in, and was used by nobody', async () => {
  let meanwhile: (() => Promise<unknown>) | null = null
  const own = await aServer({
    wrapStore: (store) => ({
      ...store,
      async capabilityByHash(hash) {
        const found = await store.capabilityByHash(hash)
        const act = meanwhile
        meanwhile = null
        await act?.()
        return found
      },
    }),
  })
  onTestFinished(() => own.close())
  const { workshop, capability, members } = await aWorkshop(own.origin)
  const [first] = members
  const { capability: link, id } = await mint(own.origin, capability, first?.seat ?? '')
  meanwhile = () => call(own.origin, 'DELETE', `/api/capabilities/${id}`, { capability })
  const room = `${workshop}/canvas/${first?.canvas}`
  const theirs = bareSocket(own.origin, room, link)
  expect((await theirs.closed).code).toBe(4403)
  await readRoom(own.origin, room, capability) // whatever it began is over by then
  const { seats } = await seatsOf(own.origin, capability)
  expect(seats.find(({ seat }) => seat === first?.seat)?.joinedAtMs).toBeNull()
})

it('a link that is taken back while its heavy update is gone through stores none of it', async () => {
  let arrived = () => {}
  const isArrived = new Promise<void>((resolve) => {
    arrived = resolve
  })
  let takenBack = () => {}
  const isTakenBack = new Promise<void>((resolve) => {
    takenBack = resolve
  })
  let listensFor = () => {}
  const own = await aServer({
    now() {
      listensFor() // the rate of its frames is asked for as one arrives
      return Date.now()
    },
    wrapStore: (store) => ({
      ...store,
      async revoke(capabilities, atMs) {
        await store.revoke(capabilities, atMs)
        takenBack()
        await isArrived
      },
    }),
  })
  onTestFinished(() => own.close())
  const { workshop, capability, members } = await aWorkshop(own.origin)
  const [first] = members
  const room = `${workshop}/canvas/${first?.canvas}`
  const { capability: link, id } = await mint(own.origin, capability, first?.seat ?? '')
  const theirs = bareSocket(own.origin, room, link)
  await theirs.hears(({ type }) => type === 'presence')
  const revoking = call(own.origin, 'DELETE', `/api/capabilities/${id}`, { capability })
  await isTakenBack
  listensFor = arrived
  theirs.update(forgeCollected(9, 60_000))
  expect((await theirs.closed).code).toBe(4403)
  await revoking
  const figures = async () => (await fetch(`${own.origin}/metrics`)).text()
  while (!(await figures()).includes('guyub_updates_total{verdict=')) await nextTurn()
  expect(await figures()).toContain('guyub_updates_total{verdict="linkRevoked"} 1')
  const { store } = await readRoom(own.origin, room, capability)
  expect([...store.clients.keys()]).not.toContain(9)
})

describe('words from another time', () => {
  it('a recorded update says nothing new, whoever plays it again', async () => {
    const ninik = await aPerson(server.origin, canvasOf(0), links.member)
    const update = ninik.makes((doc) => doc.getText('words').insert(0, 'tahu'))
    ninik.update(update)
    await ninik.hearsStored(2)
    const before = await stateOf(canvasOf(0))
    for (const role of ['facilitator', 'mentor', 'member'] as const) {
      const again = await aPerson(server.origin, canvasOf(0), links[role])
      again.update(update)
      await again.hearsStored(2)
      again.close()
    }
    const viewer = open(canvasOf(0), links.viewer)
    await viewer.opened
    viewer.update(update)
    expect((await viewer.closed).code).toBe(4423)
    expect(await stateOf(canvasOf(0))).toBe(before)
    ninik.close()
  })

  it("another canvas's update says nothing here, where its author has not been", async () => {
    const ninik = await aPerson(server.origin, canvasOf(0), links.member)
    const update = ninik.makes((doc) => doc.getText('words').insert(0, 'tahu'))
    ninik.update(update)
    await ninik.hearsStored(2)
    const elsewhere = canvasOf(1)
    const before = await stateOf(elsewhere)
    const stranger = open(elsewhere, links.member)
    await stranger.opened
    stranger.update(update)
    expect((await stranger.closed).code).toBe(4404)
    expect(await stateOf(elsewhere)).toBe(before)
    ninik.close()
  })

  it('pent up under a link that only reads come in with none of it, and with one that writes whole', async () => {
    const doc = new Y.Doc()
    for (let i = 0; i < 20; i++) doc.getText('words').insert(0, 'pent up ')
    const before = await stateOf(canvasOf(0))
    for (const write of ['step2', 'update'] as const) {
      const demoted = open(canvasOf(0), links.viewer)
      await demoted.opened
      demoted[write](Y.encodeStateAsUpdate(doc))
      expect((await demoted.closed).code).toBe(4423)
    }
    expect(await stateOf(canvasOf(0))).toBe(before)
    const promoted = await aPerson(server.origin, canvasOf(0), links.member, { doc })
    await promoted.hearsStored(1)
    expect(await stateOf(canvasOf(0))).not.toBe(before)
    promoted.close()
  })
})
