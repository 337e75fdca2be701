/** Rooms in IndexedDB: append-only rows, and one mark per running session. The invariants stand in `database.ts`. */
import type { Database } from './database.ts'
import type { RoomKey, RoomStore } from './device.ts'
import { mergeRows, rowsFor, vouchesIn } from './mergeRows.ts'
import { openTabs } from './tabs.ts'
import { writeAtOnce } from './writeAtOnce.ts'

type DexieRooms = RoomStore & { close(): void }

export function openDexieRooms(db: Database, askToStay: () => void): DexieRooms {
  const listeners = new Set<() => void>()
  const tabs = openTabs(db.dexie.name)
  const onClose = () => {
    for (const listener of listeners) listener()
  }
  db.dexie.on('close', onClose)

  const rowsOf = ({ seat, room }: RoomKey) => db.rows.where('[seat+room]').equals([seat, room])
  /** After a failed opening Dexie answers every call with that failure until it is opened again. */
  const reopened = async () => {
    if (!db.dexie.isOpen()) await db.dexie.open()
  }

  return {
    async load(key, after = 0) {
      await reopened()
      return db.dexie.transaction('r', db.rows, db.marks, async () => {
        const ids = await rowsOf(key).primaryKeys()
        const found = await db.rows.bulkGet(ids.filter((id) => id > after))
        const rows = found.filter((row) => row !== undefined)
        const marks = await db.marks.where('[seat+room]').equals([key.seat, key.room]).toArray()
        return {
          updates: rows.map(({ update }) => update),
          vouches: vouchesIn(rows),
          waiting: marks.map(({ writer, version, notes }) => ({ writer, version, notes })),
          upTo: Math.max(after, ...ids),
        }
      })
    },

    async append(key, updates, mark, vouches = []) {
      const { seat, room } = key
      const written = writeAtOnce(db.dexie, ['rows', 'marks'], (table) => {
        for (const row of rowsFor(updates, vouches))
          table('rows').add({ seat, room, format: 1, ...row })
        if (!mark) return
        if (mark.notes.length > 0) table('marks').put({ seat, room, ...mark })
        else table('marks').delete([seat, room, mark.writer])
      })
      // Now too: a page that is just being closed can't say it afterwards, and who reads meanwhile waits for us.
      if (mark) tabs.tell(key, mark.writer)
      await written
      if (!mark) return
      tabs.tell(key, mark.writer)
      if (mark.notes.length > 0) askToStay()
    },

    async dropMarks(key, marks) {
      const { seat, room } = key
      await reopened()
      await db.dexie.transaction('rw', db.marks, async () => {
        for (const mark of marks) {
          const now = await db.marks.get([seat, room, mark.writer])
          if (now?.version === mark.version) await db.marks.delete([seat, room, mark.writer])
        }
      })
      tabs.tell(key, null)
    },

    async compact(key) {
      await reopened()
      const { seat, room } = key
      await db.dexie.transaction('rw', db.rows, async () => {
        const rows = await rowsOf(key).toArray()
        const { state, covered } = mergeRows(rows)
        if (covered.length < 2) return
        await db.rows.add({ seat, room, format: 1, ...state })
        await db.rows.bulkDelete(covered.flatMap((row) => row.id ?? []))
      })
    },

    subscribeMarks: tabs.subscribe,
    subscribeLoss(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      tabs.close()
      db.dexie.on('close').unsubscribe(onClose)
      listeners.clear()
    },
  }
}
