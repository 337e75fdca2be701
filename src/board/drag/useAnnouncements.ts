import type { Announcements, DndContextProps } from '@dnd-kit/core'
import { useMemo } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { isZoneId } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { shortWords } from './shortWords.ts'

/** What the library reads out while a pointer carries a note: the note's words and the zones' names, never ids. */
export function useAnnouncements(): DndContextProps['accessibility'] {
  const { session } = useBoard()
  const { board, zones } = useMessages()
  return useMemo(() => {
    const noteOf = (id: unknown) => session.view().notes.get(id as NoteId)
    const words = (id: unknown) => shortWords(noteOf(id)?.text ?? '', board.note.empty)
    const name = (id: unknown) => (isZoneId(id) ? zones[id as ZoneId].name : '')
    const announcements: Announcements = {
      onDragStart: ({ active }) =>
        board.drag.lifted(words(active.id), name(noteOf(active.id)?.place.zone)),
      onDragOver: ({ active, over }) =>
        over
          ? board.drag.over(words(active.id), name(over.id))
          : board.drag.overNothing(words(active.id)),
      onDragEnd: ({ active }) => {
        const place = noteOf(active.id)?.place
        if (!place) return board.goneMeanwhile
        const there = session.view().zones[place.zone]
        const turn = there.indexOf(active.id as NoteId) + 1
        return board.drag.dropped(words(active.id), name(place.zone), turn, there.length)
      },
      onDragCancel: ({ active }) =>
        board.drag.cancelled(words(active.id), name(noteOf(active.id)?.place.zone)),
    }
    return { announcements, screenReaderInstructions: { draggable: board.drag.instructions } }
  }, [session, board, zones])
}
