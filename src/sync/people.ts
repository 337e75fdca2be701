/**
 * Who is in a room. The server says who is connected, under which name and role; awareness only adds where they are, and
 * only for ids that the server has given to somebody present.
 */
import type { Awareness } from 'y-protocols/awareness'
import type { SeatId } from '../model/ids.ts'
import type { PersonColour } from '../model/personColour.ts'
import { coloursTogether, personColour } from '../model/personColour.ts'
import type { Role } from '../model/roles.ts'
import type { Where } from '../protocol/awareness.ts'
import { decodeWhere } from '../protocol/awareness.ts'
import type { PresentPerson } from '../protocol/messages.ts'
import type { PersonHere } from './session.ts'

export type Self = { seat: SeatId; name: string; role: Role }

export type People = {
  list(): readonly PersonHere[]
  /** Who is connected under a Yjs client id. */
  seatOf(client: number): SeatId | null
  subscribe(listener: () => void): () => void
  /** @param people Null: cut off, nobody but oneself is known to be here. */
  present(people: readonly PresentPerson[] | null): void
  setWhere(where: Where | null): void
  close(): void
}

export function openPeople(awareness: Awareness, self: Self): People {
  const listeners = new Set<() => void>()
  let present: readonly PresentPerson[] = []
  let ownWhere: Where | null = null
  let list: readonly PersonHere[] = [person(self, personColour(self.seat), null, true)]

  const whereOf = (each: PresentPerson): Where | null => {
    let found: Where | null = null
    for (const client of each.clients) {
      const where = decodeWhere(awareness.getStates().get(client))
      if (where && (!found || (where.note && !found.note))) found = where
    }
    return found
  }
  const read = () => {
    const ownEntry = present.find(({ seat }) => seat === self.seat) ?? self
    const others = present.filter(({ seat }) => seat !== self.seat)
    const colours = coloursTogether([self, ...others].map(({ seat }) => seat))
    const colourOf = (seat: SeatId) => colours.get(seat) ?? personColour(seat)
    const next = others.map((each) => person(each, colourOf(each.seat), whereOf(each), false))
    next.push(person(ownEntry, colourOf(self.seat), ownWhere, true))
    next.sort((a, b) => (a.seat < b.seat ? -1 : 1))
    const kept = next.map((each) => list.find((before) => samePerson(before, each)) ?? each)
    if (kept.length === list.length && kept.every((each, index) => each === list[index])) return
    list = kept
    for (const listener of listeners) listener()
  }

  awareness.setLocalState(null)
  awareness.on('change', read)
  return {
    list: () => list,
    seatOf: (client) => present.find(({ clients }) => clients.includes(client))?.seat ?? null,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    present(people) {
      present = people ?? []
      read()
    },
    setWhere(where) {
      if (sameWhere(where, ownWhere)) return
      ownWhere = where
      awareness.setLocalState(where ? { ...where } : null)
      read()
    },
    close() {
      awareness.off('change', read)
      listeners.clear()
    },
  }
}

const person = (
  { seat, name, role }: Self | PresentPerson,
  colour: PersonColour,
  where: Where | null,
  self: boolean,
): PersonHere => ({ seat, name, role, self, colour, where })

const sameWhere = (a: Where | null, b: Where | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.tab === b.tab &&
    a.zone === b.zone &&
    a.note === b.note &&
    a.device === b.device)

const samePerson = (a: PersonHere, b: PersonHere): boolean =>
  a.seat === b.seat &&
  a.name === b.name &&
  a.role === b.role &&
  a.self === b.self &&
  a.colour === b.colour &&
  sameWhere(a.where, b.where)
