/**
 * Who is where, asked for note by note and zone by zone, so that one person's step redraws one place. Everybody has a name
 * here: one who gave none is called by what they are.
 */
import { useSyncExternalStore } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { NoteId, SeatId } from '../model/ids.ts'
import type { Role } from '../model/roles.ts'
import type { ZoneId } from '../model/zones.ts'
import type { CanvasSession, PersonHere } from '../sync/session.ts'
import { usePeople } from '../sync/useCanvas.ts'
import { useBoard } from './boardContext.ts'

type RoleWords = Record<Role, string>

const named = (person: PersonHere, roles: RoleWords): PersonHere =>
  person.name ? person : { ...person, name: roles[person.role] }

export function usePeopleHere(): readonly PersonHere[] {
  const { session } = useBoard()
  const { role } = useMessages().common
  return usePeople(session).map((person) => named(person, role))
}

/** Undefined where that seat is not in the room now. */
export function nameInRoom(
  session: CanvasSession,
  seat: SeatId,
  roles: RoleWords,
): string | undefined {
  const found = session.people().find((person) => person.seat === seat)
  return found && named(found, roles).name
}

const NOBODY: readonly PersonHere[] = []

type ByPlace = ReadonlyMap<string, readonly PersonHere[]>

/** By the list of all: every note and zone asks, and all but a few have nobody in them. */
const sorted = new WeakMap<readonly PersonHere[], ByPlace>()

/** The others, by the note and by the zone that they are in. */
function byPlace(people: readonly PersonHere[]): ByPlace {
  const known = sorted.get(people)
  if (known) return known
  const found = new Map<string, PersonHere[]>()
  for (const person of people) {
    const { note, zone } = (!person.self && person.where) || {}
    for (const place of [note, zone]) {
      if (place) found.set(place, [...(found.get(place) ?? []), person])
    }
  }
  sorted.set(people, found)
  return found
}

function useOthersIn(place: NoteId | ZoneId | null): readonly PersonHere[] {
  const { session } = useBoard()
  const { role } = useMessages().common
  const there = useSyncExternalStore(
    session.subscribePeople,
    () => (place && byPlace(session.people()).get(place)) || NOBODY,
  )
  return there.map((person) => named(person, role))
}

/** Others who are writing in this note. */
export const useWritersOf = (note: NoteId | null): readonly PersonHere[] => useOthersIn(note)

/** Others who are in this zone. */
export const usePeopleIn = (zone: ZoneId): readonly PersonHere[] => useOthersIn(zone)
