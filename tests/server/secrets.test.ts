/** A whole hostile session against the program as people run it; then everything it wrote anywhere is searched. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Minted } from '../../src/protocol/api.ts'
import {
  aServerProcess,
  aWorkshop,
  call,
  mint,
  roomOf,
  seatsOf,
  temporaryFolder,
} from '../support/server.ts'
import { bareSocket, readRoom } from '../support/serverClients.ts'
import { aPerson } from '../support/serverPeople.ts'

const WORDS = 'Resep rahasia keluarga'

it('no link, join code, name or note is found in the log, and no link on the disk', async () => {
  const folder = temporaryFolder()
  const server = await aServerProcess(join(folder.path, 'guyub.sqlite'), {
    env: { GUYUB_LOG: 'debug' },
  })
  const { origin } = server
  const workshop = await aWorkshop(origin)
  const [ninik, wawan] = workshop.members
  if (!ninik || !wawan) throw new Error('no members')
  const canvas = roomOf(workshop)
  const { code } = (await seatsOf(origin, workshop.capability)).joinCode
  const claimed = await call(origin, 'POST', '/api/join/claim', {
    body: { code, seat: wawan.seat },
  })
  const second = await mint(origin, workshop.capability, ninik.seat)
  const links = [
    workshop.capability,
    ninik.capability,
    wawan.capability,
    second.capability,
    (claimed.body as Minted).capability,
  ]

  // At work: notes, presence, and everything that ends a connection.
  const person = await aPerson(origin, canvas, ninik.capability)
  person.writes(WORDS)
  person.says({ tab: 'bmc' })
  await person.hearsStored(2)
  for (const frame of [Uint8Array.of(0, 2, 9), Uint8Array.of(0), new Uint8Array(500_000)]) {
    const bad = bareSocket(origin, canvas, second.capability)
    await bad.opened
    bad.send(frame)
    await bad.closed
  }
  const forged = await readRoom(origin, canvas, workshop.capability)
  const has = Y.encodeStateVector(forged)
  forged.clientID = person.doc.clientID
  forged.getText('words').insert(0, 'x')
  const forger = await aPerson(origin, canvas, workshop.capability)
  forger.update(Y.encodeStateAsUpdate(forged, has))
  await forger.closed
  await bareSocket(origin, `${workshop.workshop}/plan`, `${wawan.capability}x`).closed
  await bareSocket(origin, canvas, wawan.capability).closed

  // A link wherever it has no business: in paths, queries, headers, bodies and names.
  for (const link of links) {
    await call(origin, 'GET', `/api/session?cap=${link}`, { capability: link })
    await call(origin, 'GET', `/api/${link}`)
    await call(origin, 'DELETE', `/api/capabilities/${link}`, { capability: workshop.capability })
    await call(origin, 'PATCH', `/api/seats/${link}`, {
      capability: workshop.capability,
      body: { name: 'x' },
    })
    await call(origin, 'POST', '/api/join', { body: { code: link } })
    await call(origin, 'POST', '/api/workshops', { body: { title: link, place: 7 } })
    await fetch(`${origin}/${link}`, { headers: { Cookie: link, 'User-Agent': link } })
    const asRoom = new WebSocket(`${origin.replace('http', 'ws')}/sync/${link}?cap=${link}`, [
      'guyub.1',
      link,
    ])
    await new Promise((resolve) => asRoom.once('close', resolve).on('error', () => {}))
  }
  await call(origin, 'DELETE', `/api/seats/${ninik.seat}/capabilities`, {
    capability: workshop.capability,
  })
  await person.closed

  const onDisk = () =>
    readdirSync(folder.path)
      .map((file) => readFileSync(join(folder.path, file)).toString('latin1'))
      .join()
  expect(onDisk()).toContain(WORDS)
  if (process.platform !== 'win32') {
    for (const file of readdirSync(folder.path)) {
      expect(statSync(join(folder.path, file)).mode & 0o077, `${file} is for its own user`).toBe(0)
    }
  }
  const whileRunning = onDisk()
  await server.stop()
  const log = server.output()
  // One line of JSON an event, each with its moment and its level.
  expect(server.logLines().length).toBeGreaterThan(20)
  for (const line of server.logLines()) {
    expect(JSON.parse(line), line).toMatchObject({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      level: expect.stringMatching(/^(debug|info|warn|error)$/),
      event: expect.stringMatching(/^[a-z][A-Za-z0-9]+$/),
    })
  }
  for (const event of [
    'stopped',
    'linksRevoked',
    'connectionClosed',
    'badFrame',
    'notYours',
    'documentTooLarge',
  ]) {
    expect(log).toContain(event)
  }
  for (const secret of [...links, code, WORDS, 'Ninik', 'Wawan', 'Sesilya', 'Guyub Rukun']) {
    expect(log).not.toContain(secret)
  }
  for (const link of links) {
    expect(whileRunning).not.toContain(link)
    expect(onDisk()).not.toContain(link)
  }
  folder.remove()
})
