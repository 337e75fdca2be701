import type { RoomKey, RoomStore, WaitingMark } from './device.ts'
import { mergeRows } from './mergeRows.ts'

type MemoryRoom = { rows: { update: Uint8Array }[]; marks: Map<string, WaitingMark> }

/** Rooms until the page is closed, so that going back to a canvas still finds it. */
export function memoryRooms(): RoomStore & { forget(seat: string): void } {
  const rooms = new Map<string, MemoryRoom>()
  const roomOf = ({ seat, room }: RoomKey): MemoryRoom => {
    const name = `${seat} ${room}`
    const found = rooms.get(name) ?? { rows: [], marks: new Map() }
    rooms.set(name, found)
    return found
  }
  return {
    async load(key) {
      const { rows, marks } = roomOf(key)
      return { updates: rows.map((row) => row.update), waiting: [...marks.values()] }
    },
    async append(key, updates, mark) {
      const room = roomOf(key)
      room.rows.push(...updates.map((update) => ({ update })))
      if (!mark) return
      if (mark.notes.length > 0) room.marks.set(mark.writer, mark)
      else room.marks.delete(mark.writer)
    },
    async dropMarks(key, marks) {
      const room = roomOf(key)
      for (const mark of marks) {
        if (room.marks.get(mark.writer)?.version === mark.version) room.marks.delete(mark.writer)
      }
    },
    async compact(key) {
      const room = roomOf(key)
      const { state, covered } = mergeRows(room.rows)
      if (covered.length < 2) return
      room.rows = [...room.rows.filter((row) => !covered.includes(row)), { update: state }]
    },
    subscribeLoss: () => () => {},
    forget(seat) {
      for (const name of rooms.keys()) if (name.startsWith(`${seat} `)) rooms.delete(name)
    },
  }
}
