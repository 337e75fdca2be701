import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server.ts'
import { aServer, temporaryFolder } from '../support/server.ts'

const SCRIPT = 'console.log("halo");'.repeat(200)

let folder: ReturnType<typeof temporaryFolder>
let app: string
let server: TestServer

beforeAll(async () => {
  folder = temporaryFolder()
  app = join(folder.path, 'dist')
  mkdirSync(join(app, 'assets'), { recursive: true })
  writeFileSync(join(folder.path, 'secret.txt'), 'secret')
  writeFileSync(join(app, 'index.html'), '<!doctype html><title>Guyub</title>')
  writeFileSync(join(app, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(app, '.hidden'), 'hidden')
  writeFileSync(join(app, 'assets', 'main-a1b2.js'), SCRIPT)
  writeFileSync(join(app, 'assets', 'face-c3d4.woff2'), 'wOF2 and so on')
  server = await aServer({ appFolder: app })
})
afterAll(async () => {
  await server.close()
  folder.remove()
})

/** Without what `fetch` adds, tidies up or unpacks. */
function get(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      const asked = request({ port: server.port, host: '127.0.0.1', path, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        )
      })
      asked.on('error', reject)
      asked.end()
    },
  )
}

describe('a path behind the address', () => {
  const asPerson = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

  it.each(['/foo', '/foo/bar', '/index.php', '/..%2fsecret.txt'])(
    'leads a person from %s to the start',
    async (path) => {
      const answer = await get(path, asPerson)
      expect([answer.status, answer.headers.location]).toEqual([302, '/'])
    },
  )

  it('is not found by programs, and hides no missing file', async () => {
    expect((await get('/foo')).status).toBe(404)
    for (const path of ['/assets/gone.js', '/api/gone', '/api', '/sync/gone']) {
      expect((await get(path, asPerson)).status, path).toBe(404)
    }
  })
})

describe('the page', () => {
  it('is asked for anew each time, and is short to say that it has not changed', async () => {
    const page = await get('/')
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['cache-control']).toBe('no-cache')
    expect(page.body.toString()).toContain('Guyub')
    const again = await get('/', { 'If-None-Match': String(page.headers.etag) })
    expect([again.status, again.body.length]).toEqual([304, 0])
    expect((await get('/index.html')).body).toEqual(page.body)
  })

  it('carries headers that let nothing foreign in and nothing of ours out', async () => {
    for (const path of ['/', '/assets/main-a1b2.js', '/api/addresses', '/nothing', '/healthz']) {
      const { headers } = await get(path)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['x-robots-tag']).toBe('noindex')
      // Plain http on a LAN: nobody must be told to insist on TLS.
      expect(headers['strict-transport-security']).toBeUndefined()
    }
  })

  it('follows a new build while the server runs', async () => {
    const index = join(app, 'index.html')
    const before = await get('/')
    writeFileSync(index, '<!doctype html><title>Guyub dua</title>')
    utimesSync(index, new Date(), new Date(Date.now() + 5_000))
    const after = await get('/')
    expect(after.body.toString()).toContain('Guyub dua')
    expect(after.headers.etag).not.toBe(before.headers.etag)
  })
})

describe('an asset', () => {
  it('never changes, and comes packed to whoever can unpack it', async () => {
    const path = '/assets/main-a1b2.js'
    const plain = await get(path)
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(plain.headers.vary).toContain('Accept-Encoding')
    expect(plain.body.toString()).toBe(SCRIPT)
    const zipped = await get(path, { 'Accept-Encoding': 'gzip, deflate' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(zipped.body.length).toBeLessThan(SCRIPT.length / 10)
    expect(gunzipSync(zipped.body).toString()).toBe(SCRIPT)
    const brotli = await get(path, { 'Accept-Encoding': 'gzip, deflate, br, zstd' })
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT)
    for (const { headers, body } of [plain, zipped, brotli]) {
      expect(Number(headers['content-length'])).toBe(body.length)
    }
  })

  it('that is packed already comes as it is', async () => {
    const face = await get('/assets/face-c3d4.woff2', { 'Accept-Encoding': 'gzip, br' })
    expect(face.headers['content-encoding']).toBeUndefined()
    expect(face.headers['content-type']).toBe('font/woff2')
  })

  it('that is missing is missing, and never the page', async () => {
    for (const path of ['/assets/gone-0000.js', '/assets/', '/nothing']) {
      const { status, body } = await get(path)
      expect(status).toBe(404)
      expect(body.toString()).not.toContain('<')
    }
  })
})

it.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/.hidden',
  '/assets/..%5c..%5csecret.txt',
  '//etc/passwd',
  '/mark.svg%00.txt',
])('nothing outside the build is served: %s', async (path) => {
  expect((await get(path)).status).toBe(404)
  expect((await get('/mark.svg')).status).toBe(200)
})

it('without a build it says so, and the API goes on', async () => {
  const bare = await aServer({ appFolder: join(folder.path, 'nowhere') })
  const page = await fetch(bare.origin)
  expect(page.status).toBe(503)
  expect(await page.text()).toContain('npm run build')
  expect((await fetch(`${bare.origin}/api/addresses`)).status).toBe(200)
  await bare.close()
  rmSync(join(folder.path, 'nowhere'), { force: true })
})
