/** Backups as people take them: from a server at work, by hand or by itself, and what comes back from them. */
import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupName } from '../../server/backup/backupName.ts'
import type { ServerProcess } from '../support/server.ts'
import { aServer, aServerProcess, aWorkshop, roomOf, temporaryFolder } from '../support/server.ts'
import { readRoom } from '../support/serverClients.ts'
import type { Person } from '../support/serverPeople.ts'
import { aPerson, wordsIn } from '../support/serverPeople.ts'

const FAST = { GUYUB_MESSAGES_PER_SECOND: '100000', GUYUB_MESSAGE_BURST: '100000' }

let folder: ReturnType<typeof temporaryFolder>
let data: string
let file: string
const running: ServerProcess[] = []

async function start(env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await aServerProcess(data, { env: { ...FAST, ...env } })
  running.push(server)
  return server
}

/** One of the programs, as npm runs them. */
function program(name: 'backup' | 'restore' | 'verify', ...args: string[]) {
  const path = fileURLToPath(new URL(`../../server/backup/${name}Program.ts`, import.meta.url))
  const child = spawn(process.execPath, [path, ...args, '--data', data], {
    cwd: folder.path,
    env: { ...process.env, INIT_CWD: folder.path },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  )
}

/** Writes on and on, some words always on their way, until told to stop. */
function keepsWriting(person: Person, mark: string) {
  let stopped = false
  const writing = (async () => {
    for (let n = 0; !stopped; n++) {
      person.update(person.makes((doc) => doc.getMap('words').set(`${mark}${n}`, n)))
      await person.hears((message) => message.type === 'stored' && message.count > n - 8)
    }
  })()
  return {
    hasWritten: (words: number) =>
      person.hears((message) => message.type === 'stored' && message.count > words),
    receipted: () =>
      Array.from({ length: (person.receipts().at(-1) ?? 1) - 1 }, (_, n) => `${mark}${n}`),
    async stop() {
      stopped = true
      await writing
      person.close()
    },
  }
}

beforeEach(() => {
  folder = temporaryFolder()
  data = join(folder.path, 'guyub.sqlite')
  file = join(folder.path, 'backups', 'monday.sqlite')
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.kill()
  folder.remove()
})

describe('a backup of a server at work', () => {
  it('holds everything that was receipted before it, and brings it back after all is lost', async () => {
    const server = await start()
    const workshop = await aWorkshop(server.origin)
    const writers = await Promise.all(
      [0, 1].flatMap((member) =>
        [workshop.members[member]?.capability ?? '', workshop.capability].map(
          async (capability, by) =>
            keepsWriting(
              await aPerson(server.origin, roomOf(workshop, member), capability),
              `${member}${by}-`,
            ),
        ),
      ),
    )
    for (const writer of writers) await writer.hasWritten(40)
    const before = writers.map((writer) => writer.receipted())
    const taken = await program('backup', 'backups/monday.sqlite')
    expect(taken.output).toContain('monday.sqlite')
    expect(taken.code).toBe(0)
    for (const writer of writers) await writer.stop()
    await server.kill()
    for (const name of readdirSync(folder.path)) {
      if (name !== 'backups') rmSync(join(folder.path, name), { recursive: true })
    }

    expect((await program('restore', file)).code).toBe(0)
    const again = await start()
    for (const member of [0, 1]) {
      const doc = await readRoom(again.origin, roomOf(workshop, member), workshop.capability)
      const words = before.slice(member * 2, member * 2 + 2).flat()
      expect(words.length).toBeGreaterThan(0)
      expect(words.filter((word) => !doc.getMap('words').has(word))).toEqual([])
    }
  })
  it('is found whole, also while the server runs, and a rotten one is not', async () => {
    const server = await start()
    const workshop = await aWorkshop(server.origin)
    const ninik = await aPerson(server.origin, roomOf(workshop, 0), workshop.capability)
    ninik.writes('tahu walik')
    await ninik.hearsStored(2)
    const whole = await program('verify')
    expect(whole.output).toContain('3 ruang diperiksa, semuanya utuh')
    expect(whole.output).toContain('3 rooms checked, all of them whole')
    expect(whole.code).toBe(0)

    expect((await program('backup', file)).code).toBe(0)
    expect((await program('verify', file)).code).toBe(0)
    const content = readFileSync(file)
    const at = content.indexOf('tahu walik')
    content[at] = (content[at] ?? 0) ^ 1
    writeFileSync(file, content)
    const rotten = await program('verify', file)
    expect(rotten.code).toBe(1)
    expect(rotten.output).toContain('3 ruang diperiksa, 1 rusak')
    expect(rotten.output).toContain('3 rooms checked, 1 damaged')
    expect(rotten.output).toContain(roomOf(workshop, 0))
    // It was only looked at.
    expect(readFileSync(file).equals(content)).toBe(true)
  })

  it('never takes the place of a file that is there', async () => {
    await start()
    mkdirSync(join(folder.path, 'backups'))
    writeFileSync(file, 'a letter')
    const refused = await program('backup', file)
    expect(refused.code).toBe(1)
    expect(refused.output).toContain('sudah ada')
    expect(refused.output).toContain('is there already')
    expect(readFileSync(file, 'utf8')).toBe('a letter')
  })

  it('is asked for with a secret that only the owner of the data can read', async () => {
    const server = await start()
    const control = `${data}-control`
    expect(statSync(control).mode & 0o777).toBe(0o600)
    const { port, secret } = JSON.parse(readFileSync(control, 'utf8'))
    const ask = (authorization: string) =>
      fetch(`http://127.0.0.1:${port}/backup`, {
        method: 'POST',
        headers: { Authorization: authorization },
        body: JSON.stringify({ file }),
      })
    for (const wrong of ['', 'Bearer ', `Bearer ${'0'.repeat(secret.length)}`]) {
      expect((await ask(wrong)).status).toBe(403)
    }
    expect(existsSync(file)).toBe(false)
    expect((await ask(`Bearer ${secret}`)).status).toBe(200)
    expect(existsSync(file)).toBe(true)
    await server.stop()
    expect(existsSync(control)).toBe(false)
  })

  it('is taken from the file itself where no server runs, also where one was killed', async () => {
    const server = await start()
    const workshop = await aWorkshop(server.origin)
    const ninik = await aPerson(server.origin, roomOf(workshop, 0), workshop.capability)
    ninik.writes('tahu walik')
    await ninik.hearsStored(2)
    await server.kill()
    expect((await program('backup', file)).code).toBe(0)
    expect((await program('restore', file)).code).toBe(0)
    const again = await start()
    const doc = await readRoom(again.origin, roomOf(workshop, 0), workshop.capability)
    expect(wordsIn(doc)).toBe('tahu walik')
  })
})

describe('restoring', () => {
  it('is refused while a server runs, and where the file is no backup', async () => {
    await start()
    expect((await program('backup', file)).code).toBe(0)
    const inUse = await program('restore', file)
    expect(inUse.code).toBe(1)
    expect(inUse.output).toContain('sedang dipakai')
    expect(inUse.output).toContain('is in use')
    writeFileSync(join(folder.path, 'letter'), 'Kepada Bu Ninik')
    const letter = await program('restore', 'letter')
    expect(letter.code).toBe(1)
    expect(letter.output).toContain('not a Guyub data file')
  })

  it('keeps what was there before, and knows what it lacks of it', async () => {
    const server = await start()
    const workshop = await aWorkshop(server.origin)
    const room = roomOf(workshop, 0)
    const ninik = await aPerson(server.origin, room, workshop.members[0]?.capability ?? '')
    ninik.writes('tahu')
    await ninik.hearsStored(2)
    expect((await program('backup', file)).code).toBe(0)
    ninik.writes(' walik')
    await ninik.hearsStored(3)
    await server.stop()

    const restored = await program('restore', file)
    expect(restored.code).toBe(0)
    expect(restored.output).toContain('1 rooms are older than before')
    const aside = readdirSync(folder.path).filter((name) => name.includes('before-restore'))
    expect(aside).toHaveLength(1)
    const former = new DatabaseSync(join(folder.path, aside[0] ?? ''), { readOnly: true })
    expect(former.prepare('SELECT count(*) AS count FROM rooms').get()).toEqual({ count: 3 })
    former.close()

    const again = await start()
    expect(wordsIn(await readRoom(again.origin, room, workshop.capability))).toBe('tahu')
    const back = await aPerson(again.origin, room, workshop.members[0]?.capability ?? '', {
      doc: ninik.doc,
    })
    await back.hearsStored(1)
    expect(wordsIn(await readRoom(again.origin, room, workshop.capability))).toBe('tahu walik')
  })
})

describe('backups by themselves', () => {
  it('are taken each so often, the last few stay, and nothing else is touched', async () => {
    const backups = join(folder.path, 'backups')
    mkdirSync(backups)
    const old = [1, 2].map((n) => backupName(n * 1_000))
    for (const name of [...old, 'guyub-mine.sqlite']) writeFileSync(join(backups, name), 'x')
    const server = await aServer({ data, backups: { folder: backups, everyMs: 1, keep: 2 } })
    await aWorkshop(server.origin)
    const seen = () => server.log.filter((line) => line.includes('"event":"backedUp"')).length
    while (seen() < 3) await server.loggedAgain('backedUp')
    await server.close()
    const left = readdirSync(backups).sort()
    expect(left).toHaveLength(3)
    expect(left.at(-1)).toBe('guyub-mine.sqlite')
    for (const name of old) expect(left).not.toContain(name)
    const checked = await program('verify', join('backups', left[1] ?? ''))
    expect(checked.code).toBe(0)
  })

  it('go on where a room lacks what it lost before', async () => {
    const backups = join(folder.path, 'backups')
    const first = await start()
    const workshop = await aWorkshop(first.origin)
    await first.stop()
    const database = new DatabaseSync(data)
    database.exec(`UPDATE rooms SET damaged_at = 1 WHERE name = '${roomOf(workshop, 0)}'`)
    database.close()
    expect((await program('verify')).output).toContain('it still lacks what was lost before')
    const server = await aServer({ data, backups: { folder: backups, everyMs: 1, keep: 1 } })
    for (let count = 0; count < 2; count++) await server.loggedAgain('backedUp')
    await server.close()
    expect(readdirSync(backups)).toHaveLength(1)
  })

  it('of which a part is rotten cost no older one, and the newest of them is kept beside', async () => {
    const backups = join(folder.path, 'backups')
    const first = await start()
    const workshop = await aWorkshop(first.origin)
    const ninik = await aPerson(first.origin, roomOf(workshop, 0), workshop.capability)
    ninik.writes('tahu walik')
    await ninik.hearsStored(2)
    await first.stop()
    mkdirSync(backups)
    writeFileSync(join(backups, backupName(1_000)), 'x')
    const content = readFileSync(data)
    const at = content.indexOf('tahu walik')
    content[at] = (content[at] ?? 0) ^ 1
    writeFileSync(data, content)
    const server = await aServer({ data, backups: { folder: backups, everyMs: 1, keep: 1 } })
    for (let count = 0; count < 2; count++) await server.loggedAgain('backupNotWhole')
    await server.close()
    const left = readdirSync(backups).sort()
    expect(left.filter((name) => name.endsWith('.damaged'))).toHaveLength(1)
    expect(left).toContain(backupName(1_000))
  })

  it('clear away what a killed server left half made, and not what is being made', async () => {
    const backups = join(folder.path, 'backups')
    mkdirSync(backups)
    const half = `${backupName(1_000)}.0123456789abcdef.making`
    const making = `${backupName(2_000)}.0123456789abcdef.making`
    for (const name of [half, `${half}-journal`, making, 'mine.making']) {
      writeFileSync(join(backups, name), 'x')
    }
    for (const name of [half, `${half}-journal`, 'mine.making']) {
      utimesSync(join(backups, name), new Date(0), new Date(0))
    }
    const server = await aServer({ data, backups: { folder: backups, everyMs: 1, keep: 1 } })
    await server.logged('backedUp')
    await server.close()
    const left = readdirSync(backups).filter((name) => name.includes('making'))
    expect(left.sort()).toEqual([making, 'mine.making'].sort())
  })

  it('that fail are said, and never cost an older one', async () => {
    writeFileSync(join(folder.path, 'backups'), 'a file where the folder should be')
    const plan = { folder: join(folder.path, 'backups'), everyMs: 1, keep: 1 }
    const server = await aServer({ data, backups: plan })
    await server.logged('backupFailed')
    await server.close()
  })
})
