/** What every answer carries, whatever was asked and however it ended. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer, TestWorkshop } from '../support/server.ts'
import { aServer, aWorkshop, temporaryFolder } from '../support/server.ts'

const folder = temporaryFolder()
let server: TestServer
let workshop: TestWorkshop

beforeAll(async () => {
  mkdirSync(join(folder.path, 'assets'))
  writeFileSync(join(folder.path, 'index.html'), '<!doctype html><title>Guyub</title>')
  writeFileSync(join(folder.path, 'assets/app-1a2b3c.js'), 'export {}')
  server = await aServer({ appFolder: folder.path, limits: { linkFailuresPerMinute: 3 } })
  workshop = await aWorkshop(server.origin)
})
afterAll(async () => {
  await server.close()
  folder.remove()
})

type Asked = { path: string; method?: string; headers?: Record<string, string>; body?: string }
const ask = ({ path, ...init }: Asked) => fetch(`${server.origin}${path}`, init)
const withLink = () => ({ Authorization: `Bearer ${workshop.capability}` })
const json = { 'Content-Type': 'application/json' }

const answers: [what: string, asked: () => Asked, status: number][] = [
  ['the page', () => ({ path: '/' }), 200],
  ['its head alone', () => ({ path: '/', method: 'HEAD' }), 200],
  ['a script', () => ({ path: '/assets/app-1a2b3c.js' }), 200],
  ['a script that is gone', () => ({ path: '/assets/app-0.js' }), 404],
  ['a way out', () => ({ path: '/..%2f..%2fetc/passwd' }), 404],
  ['health', () => ({ path: '/healthz' }), 200],
  ['the API', () => ({ path: '/api/session', headers: withLink() }), 200],
  ['the API, asked by nobody', () => ({ path: '/api/session' }), 401],
  ['the API, asked for nothing', () => ({ path: '/api/nothing' }), 404],
  [
    'the API from elsewhere',
    () => ({ path: '/api/session', headers: { Origin: 'https://evil.example' } }),
    403,
  ],
  [
    'the API, told nonsense',
    () => ({ path: '/api/workshops', method: 'POST', headers: json, body: '{' }),
    400,
  ],
  [
    'the API, told too much',
    () => ({ path: '/api/samples', method: 'POST', headers: json, body: ' '.repeat(600_000) }),
    413,
  ],
  ['the API from before the flight', () => ({ path: '/api/session', method: 'OPTIONS' }), 404],
]

describe.each(answers)('%s', (_what, asked, status) => {
  it('runs nothing but our own, tells nobody where one came from, and is what it says it is', async () => {
    const answer = await ask(asked())
    await answer.arrayBuffer()
    expect(answer.status).toBe(status)
    const rules = new Map(
      (answer.headers.get('Content-Security-Policy') ?? '')
        .split('; ')
        .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    )
    expect(Object.fromEntries(rules)).toMatchObject({
      'default-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
      'form-action': "'none'",
    })
    expect([...rules.values()].join()).not.toMatch(/unsafe|\*|http/)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      'cross-origin-resource-policy': 'same-origin',
    })
    // Nobody is let in from elsewhere, nothing is remembered by the browser, and nobody need know what runs here.
    const names = [...answer.headers.keys()]
    expect(
      names.filter((name) => /^(access-control|set-cookie|server|x-powered)/.test(name)),
    ).toEqual([])
    if (asked().path.startsWith('/api')) {
      expect(answer.headers.get('Cache-Control')).toBe('no-store')
    }
  })
})
