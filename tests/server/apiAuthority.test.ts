import { describe, expect, it } from 'vitest'
import { reachableAddresses } from '../../server/addresses.ts'
import type { Addresses } from '../../src/protocol/api.ts'
import { aServer, call } from '../support/server.ts'
import { ask, member, serveApi, server, workshop } from '../support/serverApi.ts'

serveApi()

describe('the API', () => {
  it('no page of another origin gets an answer', async () => {
    const answer = await call(server.origin, 'POST', '/api/samples', {
      body: { language: 'id' },
      headers: { Origin: 'https://evil.example' },
    })
    expect(answer).toEqual({ status: 403, body: { error: 'wrongOrigin' } })
    const own = await call(server.origin, 'GET', '/api/addresses', {
      headers: { Origin: server.origin },
    })
    expect(own.status).toBe(200)
  })

  it('what is not there is not found, in JSON', async () => {
    expect(await ask('GET', '/api/nothing')).toEqual({ status: 404, body: { error: 'notFound' } })
  })
})

it('tells the addresses that others reach, never localhost', async () => {
  // This one listens on 127.0.0.1 only: nobody else reaches it.
  expect((await ask('GET', '/api/addresses')).body).toEqual({ reachable: [], fixed: false })
  const open = await aServer({ host: '0.0.0.0' })
  const { reachable } = (await call(open.origin, 'GET', '/api/addresses')).body as Addresses
  expect(reachable).toEqual(
    reachableAddresses({ port: open.port, host: '0.0.0.0', publicUrl: null }).reachable,
  )
  for (const { origin } of reachable) expect(origin).toMatch(/^http:\/\/(?!127\.)[\d.]+:\d+$/)
  await open.close()
  const campus = await aServer({ publicUrl: 'https://guyub.kampus.ac.id' })
  expect((await call(campus.origin, 'GET', '/api/addresses')).body).toEqual({
    reachable: [{ origin: 'https://guyub.kampus.ac.id', label: 'guyub.kampus.ac.id' }],
    fixed: true,
  })
  await campus.close()
})

it('logs no link and no name, whatever was asked', async () => {
  await ask('GET', '/api/session', member().capability)
  await ask('GET', `/api/session?cap=${member().capability}`)
  const log = server.log.join('\n')
  expect(log).toContain('workshopMade')
  for (const secret of [workshop.capability, member().capability, 'Ninik', 'Guyub Rukun']) {
    expect(log).not.toContain(secret)
  }
})
