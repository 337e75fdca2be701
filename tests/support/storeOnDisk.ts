/** The store on a data file of its own, and rooms in it. Whoever opens one closes it. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { openDataFile } from '../../server/store/dataFile.ts'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
import type { Damage, Store } from '../../server/store/store.ts'
import type { JoinCode } from '../../src/protocol/joinCode.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { canvasRoom } from '../../src/protocol/roomName.ts'
import { aNewWorkshop } from './aNewWorkshop.ts'
import { temporaryFolder } from './server.ts'

export const NOW = 1_000_000
export const HOUR = 3_600_000

/** Its join code is valid for an hour. */
export const aNewWorkshopNow = (joinCode = 'BAKSO47') =>
  aNewWorkshop({
    joinCode: { code: joinCode as JoinCode, open: true, expiresAtMs: NOW + HOUR },
    nowMs: NOW,
  })

export function storeOnDisk() {
  const folder = temporaryFolder()
  const data = join(folder.path, 'guyub.sqlite')
  const damages: Damage[] = []
  const open = (): Store => {
    const database = openDataFile(data)
    if (!database.ok) throw new Error(database.error.type)
    return openSqliteStore(database.value, {
      now: () => NOW,
      onDamage: (damage) => damages.push(damage),
    })
  }
  let store = open()

  const append = (room: RoomName, ...updates: Uint8Array[]) =>
    store.commit({ updates: updates.map((each) => ({ room, bytes: each })) })
  const rowsOf = async (room: RoomName) => {
    const found = await store.loadRoom(room)
    return found?.updates.map((row) => [...row])
  }
  const read = async (room: RoomName) => {
    const found = await store.loadRoom(room)
    if (!found) throw new Error('there is a room')
    const doc = new Y.Doc()
    for (const part of [...(found.state ? [found.state] : []), ...found.updates]) {
      Y.applyUpdate(doc, part)
    }
    expect(doc.store.pendingStructs).toBeNull()
    return { doc, lastRow: found.lastRow }
  }

  return {
    folder: folder.path,
    data,
    damages,
    get store(): Store {
      return store
    },
    append,
    rowsOf,
    /** The room as it was made: its seed is the first row. */
    seedOf: async (room: RoomName) => (await rowsOf(room))?.[0] ?? [],
    wordsOf: async (room: RoomName) => (await read(room)).doc.getText('words').toString(),
    async stored(joinCode?: string) {
      const made = aNewWorkshopNow(joinCode)
      await store.commit(made.changes)
      const seats = await store.seatsOf(made.workshop)
      const member = seats.find(({ role }) => role === 'member')
      if (!member?.canvas) throw new Error('a workshop has its member')
      const room = canvasRoom(made.workshop, member.canvas)
      return { ...made, member, room }
    },
    /** Real updates, as a room would append them. */
    async written(room: RoomName, words: string, doc = new Y.Doc()): Promise<Y.Doc> {
      const before = Y.encodeStateVector(doc)
      const text = doc.getText('words')
      text.insert(text.length, words)
      await append(room, Y.encodeStateAsUpdate(doc, before))
      return doc
    },
    async folded(room: RoomName): Promise<void> {
      const { doc, lastRow } = await read(room)
      await store.compactRoom(room, Y.encodeStateAsUpdate(doc), lastRow)
    },
    async reopened(): Promise<void> {
      await store.close()
      store = open()
    },
    /** The store closed, something done to its file, and opened again. */
    async meanwhile<T>(work: (database: DatabaseSync) => T): Promise<T> {
      await store.close()
      const database = new DatabaseSync(data)
      try {
        return work(database)
      } finally {
        database.close()
        store = open()
      }
    },
    async close(): Promise<void> {
      await store.close()
      folder.remove()
    },
  }
}
export type StoreOnDisk = ReturnType<typeof storeOnDisk>
