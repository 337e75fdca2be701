/** The program as people run it: what it says as it starts, and what it refuses. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDataFile } from '../../server/store/dataFile.ts'
import type { ServerProcess } from '../support/server.ts'
import { aServerProcess, aWorkshop, call, runMain, temporaryFolder } from '../support/server.ts'

let folder: ReturnType<typeof temporaryFolder>
let data: string
const running: ServerProcess[] = []

async function start(options: Parameters<typeof aServerProcess>[1] = {}): Promise<ServerProcess> {
  const server = await aServerProcess(data, options)
  running.push(server)
  return server
}
async function said(args: readonly string[], env: Record<string, string> = {}) {
  const run = runMain(args, env)
  const code = await run.ended
  return { code, output: run.output() }
}
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
/** Refused in words: a sentence in both languages, exit code 1, and no stack. */
function expectRefusal(
  { code, output }: { code: number | null; output: string },
  ...words: string[]
) {
  expect(code).toBe(1)
  for (const word of words) expect(output).toContain(word)
  expect(output).not.toMatch(/^\s+at /m)
}

beforeEach(() => {
  folder = temporaryFolder()
  data = join(folder.path, 'guyub.sqlite')
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.kill()
  folder.remove()
})

describe('the program', () => {
  it('says where it can be opened, and serves there', async () => {
    const server = await start()
    expect(server.output()).toContain(`http://localhost:${server.port}`)
    expect(server.output()).toContain('Guyub siap. · Guyub is ready.')
    expect(server.output()).toContain(data)
    expect(await (await fetch(`${server.origin}/healthz`)).text()).toBe('ok\n')
  })

  it('names a public address and a picture to scan', async () => {
    const server = await start({ env: { GUYUB_PUBLIC_URL: 'https://guyub.kampus.ac.id/' } })
    expect(server.output()).toContain(
      'Pindai dengan HP · Scan with a phone: https://guyub.kampus.ac.id\n',
    )
    expect(server.output()).toMatch(/[█▀▄]{10}/)
  })

  it('explains itself', async () => {
    const { code, output } = await said(['--help'])
    expect(code).toBe(0)
    for (const word of ['--port', '--host', '--data', '--public-url', 'GUYUB_DOCUMENT_BYTES']) {
      expect(output).toContain(word)
    }
  })

  it('refuses options it does not understand', async () => {
    expectRefusal(await said(['--prot', '4000', '--data', data]), '--prot', '--help')
    expect(existsSync(data)).toBe(false)
  })

  it('says that a port is taken, and which', async () => {
    const first = await start()
    const answer = await said([
      '--host',
      '127.0.0.1',
      '--port',
      String(first.port),
      '--data',
      join(folder.path, 'other.sqlite'),
    ])
    expectRefusal(
      answer,
      `Port ${first.port} sudah dipakai`,
      `Port ${first.port} is taken`,
      '--port',
    )
    expect(existsSync(join(folder.path, 'other.sqlite'))).toBe(false)
  })

  it('says that another one uses the file, and leaves it in peace', async () => {
    const first = await start()
    const workshop = await aWorkshop(first.origin)
    expectRefusal(await said(['--port', '0', '--data', data]), data, 'in use by another Guyub')
    const { status } = await call(first.origin, 'GET', '/api/seats', {
      capability: workshop.capability,
    })
    expect(status).toBe(200)
  })

  const notOurs: [what: string, make: () => void, words: string[]][] = [
    [
      'a letter',
      () => writeFileSync(data, 'Kepada Bu Ninik'),
      ['bukan berkas data Guyub', 'not a Guyub data file'],
    ],
    [
      "another program's",
      () => {
        const database = new DatabaseSync(data)
        database.exec('CREATE TABLE notes (x)')
        database.close()
      },
      ['basis data program lain', "another program's database"],
    ],
    [
      'newer',
      () => {
        const database = new DatabaseSync(data)
        database.exec(
          'PRAGMA application_id = 0x47757975; PRAGMA user_version = 99; CREATE TABLE x (y)',
        )
        database.close()
      },
      ['lebih baru', 'newer Guyub', '99'],
    ],
    [
      'ours but lacks a table',
      () => {
        const opened = openDataFile(data)
        if (!opened.ok) throw new Error(opened.error.type)
        opened.value.exec('DROP TABLE updates')
        opened.value.close()
      },
      ['tidak bisa dibaca', 'cannot be read', 'no such table'],
    ],
  ]
  it.each(notOurs)('refuses a data file that is %s, untouched', async (_what, make, words) => {
    make()
    const before = sha256(data)
    expectRefusal(await said(['--port', '0', '--data', data]), data, ...words)
    expect(sha256(data)).toBe(before)
    expect(readdirSync(folder.path)).toEqual(['guyub.sqlite'])
  })

  it('refuses a place where it cannot write', async () => {
    writeFileSync(join(folder.path, 'file'), '')
    const path = join(folder.path, 'file', 'guyub.sqlite')
    expectRefusal(
      await said(['--port', '0', '--data', path]),
      path,
      'Tidak bisa menulis',
      'Cannot write',
    )
  })
})
