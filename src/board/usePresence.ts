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

function useOthers(wanted: (person: PersonHere) => boolean): readonly PersonHere[] {
  const { session } = useBoard()
  const { role } = useMessages().common
  const find = () => session.people().filter((person) => !person.self && wanted(person))
  useSyncExternalStore(session.subscribePeople, () =>
    find()
      .map((person) => `${person.seat} ${person.colour} ${person.name}`)
      .join('\n'),
  )
  return find().map((person) => named(person, role))
}

/** Others who are writing in this note. */
export const useWritersOf = (note: NoteId | null): readonly PersonHere[] =>
  useOthers((person) => note !== null && person.where?.note === note)

/** Others who are in this zone. */
export const usePeopleIn = (zone: ZoneId): readonly PersonHere[] =>
  useOthers((person) => person.where?.zone === zone)
