import { useCallback, useSyncExternalStore } from 'react'
import { codeOf } from '../model/canvas.ts'
import type { NoteId } from '../model/ids.ts'
import { pairIn, pick } from '../model/pair.ts'
import type { ZoneId } from '../model/zones.ts'
import { useBoard } from './boardContext.ts'
import { useCell } from './cell.ts'

/** "S1 + O2" of the pair that is picked for a zone; empty where none is. */
export function useNextPair(zone: ZoneId): string {
  const { session, pair } = useBoard()
  const picked = useCell(pair, (value) => value)
  return useSyncExternalStore(session.subscribe, () => {
    const view = session.view()
    return pairIn(view, picked, zone)
      .map((note) => codeOf(view, note))
      .join(' + ')
  })
}

/** Whether the next strategy is to join a note, and what a press on it does. */
export function usePick(note: NoteId): { picked: boolean; toggle(): void } {
  const { session, pair } = useBoard()
  return {
    picked: useCell(pair, (value) => value.includes(note)),
    toggle: useCallback(
      () => pair.set(pick(session.view(), pair.get(), note)),
      [session, pair, note],
    ),
  }
}
