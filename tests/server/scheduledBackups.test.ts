/** Backups that a server takes by itself. */
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { backupName } from '../../server/backup/backupName.ts'
import { data, folder, onOneMachine, program, start } from '../support/backupMachine.ts'
import { aServer, aWorkshop, roomOf } from '../support/server.ts'
import { aPerson } from '../support/serverPeople.ts'

onOneMachine()

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
