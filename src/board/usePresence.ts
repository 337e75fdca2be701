/** Who is where, asked for note by note and zone by zone, so that one person's step redraws one place. */
import { useSyncExternalStore } from 'react'
import type { NoteId } from '../model/ids.ts'
import type { ZoneId } from '../model/zones.ts'
import type { PersonHere } from '../sync/session.ts'
import { useBoard } from './boardContext.ts'

function useOthers(wanted: (person: PersonHere) => boolean): readonly PersonHere[] {
  const { session } = useBoard()
  const find = () => session.people().filter((person) => !person.self && wanted(person))
  useSyncExternalStore(session.subscribePeople, () =>
    find()
      .map((person) => `${person.seat} ${person.colour} ${person.name}`)
      .join('\n'),
  )
  return find()
}

/** Others who are writing in this note. */
export const useWritersOf = (note: NoteId | null): readonly PersonHere[] =>
  useOthers((person) => note !== null && person.where?.note === note)

/** Others who are in this zone. */
export const usePeopleIn = (zone: ZoneId): readonly PersonHere[] =>
  useOthers((person) => person.where?.zone === zone)
