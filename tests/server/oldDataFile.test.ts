/** A data file that an older program wrote: brought up to date with all that it holds, and nothing rotten made good. */
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { hashOf } from '../../server/access.ts'
import { openDataFile } from '../../server/store/dataFile.ts'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
import type { Store } from '../../server/store/store.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { temporaryFolder } from '../support/server.ts'

let folder: ReturnType<typeof temporaryFolder>
let data: string

beforeEach(() => {
  folder = temporaryFolder()
  data = join(folder.path, 'guyub.sqlite')
  copyFileSync(fixture('version1.sqlite'), data)
})
afterEach(() => folder.remove())

function ours(): DatabaseSync {
  const opened = openDataFile(data)
  if (!opened.ok) throw new Error(opened.error.type)
  return opened.value
}

/** Made by the last program that wrote version 1; never made anew. */
const fixture = (name: string) => new URL(`../fixtures/dataFiles/${name}`, import.meta.url)
const EXPECTED = v.parse(
  v.object({
    workshop: v.string(),
    facilitator: v.string(),
    members: v.array(
      v.object({ name: v.string(), capability: v.string(), room: v.string(), words: v.string() }),
    ),
  }),
  JSON.parse(readFileSync(fixture('version1.json'), 'utf8')),
)
const [ninik] = EXPECTED.members
const spoilt = (sql: string) => {
  const database = new DatabaseSync(data)
  expect(database.prepare(sql).run().changes).toBeGreaterThan(0)
  database.close()
}
const wordsOf = async (store: Store, room: string) => {
  const stored = await store.loadRoom(room as RoomName)
  if (!stored) throw new Error('there is such a room')
  const doc = new Y.Doc()
  for (const part of [...(stored.state ? [stored.state] : []), ...stored.updates]) {
    Y.applyUpdate(doc, part)
  }
  return { words: doc.getText('words').toString(), damaged: stored.damagedAtMs !== null, stored }
}

describe('a data file of version 1', () => {
  it('is brought up to date with all that it holds', async () => {
    const store = openSqliteStore(ours())
    for (const { room, words, capability, name } of EXPECTED.members) {
      const read = await wordsOf(store, room)
      expect(read).toMatchObject({ words, damaged: false })
      expect([...read.stored.clocks.values()].reduce((sum, clock) => sum + clock)).toBeGreaterThan(
        words.length,
      )
      expect((await store.capabilityByHash(hashOf(capability)))?.seat.name).toBe(name)
    }
    await store.close()
  })

  it.each([
    [
      'a row',
      'UPDATE updates SET checksum = checksum + 1 WHERE number = (SELECT max(number) - 5 FROM updates)',
    ],
    ['the state', "UPDATE room_states SET bytes = x'0102'"],
  ])('does not come out of it with rotten bytes made good: %s', async (_what, sql) => {
    spoilt(sql)
    const store = openSqliteStore(ours())
    const { words, damaged } = await wordsOf(store, ninik?.room ?? '')
    expect(damaged).toBe(true)
    expect(words.length).toBeLessThan(540)
    expect(ninik?.words.startsWith(words)).toBe(true)
    await store.close()
  })

  it('is found to lack a row that others lean on', async () => {
    spoilt('DELETE FROM updates WHERE number = (SELECT max(number) - 5 FROM updates)')
    const store = openSqliteStore(ours())
    const read = await Promise.all(EXPECTED.members.map(({ room }) => wordsOf(store, room)))
    expect(read.filter(({ damaged }) => damaged)).toHaveLength(1)
    await store.close()
  })
})
