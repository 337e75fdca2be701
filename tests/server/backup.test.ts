/** Backups as people take them: from a server at work, by hand, and what comes back from them. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { data, file, folder, onOneMachine, program, start } from '../support/backupMachine.ts'
import { aWorkshop, roomOf } from '../support/server.ts'
import { readRoom } from '../support/serverClients.ts'
import type { Person } from '../support/serverPeople.ts'
import { aPerson, wordsIn } from '../support/serverPeople.ts'

onOneMachine()

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
