import type { RoomKey, RoomStore, WaitingMark } from './device.ts'
import type { KeptUpdate } from './mergeRows.ts'
import { mergeRows, rowsFor, vouchesIn } from './mergeRows.ts'

type MemoryRow = KeptUpdate & { id: number }
type MemoryRoom = {
  rows: MemoryRow[]
  marks: Map<string, WaitingMark>
  listeners: Set<(writer: string | null) => void>
}

/** Rooms until the page is closed, so that going back to a canvas still finds it. */
export function memoryRooms(): RoomStore & { forget(seat: string): void } {
  const rooms = new Map<string, MemoryRoom>()
  let lastId = 0
  const aRow = (kept: KeptUpdate): MemoryRow => ({ id: ++lastId, ...kept })
  const roomOf = ({ seat, room }: RoomKey): MemoryRoom => {
    const name = `${seat} ${room}`
    const found = rooms.get(name) ?? { rows: [], marks: new Map(), listeners: new Set() }
    rooms.set(name, found)
    return found
  }
  return {
    async load(key, after = 0) {
      const { rows, marks } = roomOf(key)
      const news = rows.filter(({ id }) => id > after)
      return {
        updates: news.map(({ update }) => update),
        vouches: vouchesIn(news),
        waiting: [...marks.values()],
        upTo: Math.max(after, ...rows.map(({ id }) => id)),
      }
    },
    async append(key, updates, mark, vouches = []) {
      const room = roomOf(key)
      room.rows.push(...rowsFor(updates, vouches).map(aRow))
      if (!mark) return
      if (mark.notes.length > 0) room.marks.set(mark.writer, mark)
      else room.marks.delete(mark.writer)
      for (const listener of room.listeners) listener(mark.writer)
    },
    async dropMarks(key, marks) {
      const room = roomOf(key)
      for (const mark of marks) {
        if (room.marks.get(mark.writer)?.version === mark.version) room.marks.delete(mark.writer)
      }
      for (const listener of room.listeners) listener(null)
    },
    async compact(key) {
      const room = roomOf(key)
      const { state, covered } = mergeRows(room.rows)
      if (covered.length < 2) return
      room.rows = [...room.rows.filter((row) => !covered.includes(row)), aRow(state)]
    },
    subscribeMarks(key, listener) {
      const { listeners } = roomOf(key)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    subscribeLoss: () => () => {},
    forget(seat) {
      for (const name of rooms.keys()) if (name.startsWith(`${seat} `)) rooms.delete(name)
    },
  }
}
