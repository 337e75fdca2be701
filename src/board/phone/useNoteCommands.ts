import { useMessages } from '../../i18n/useMessages.ts'
import type { Note } from '../../model/note.ts'
import { isCellId } from '../../model/zones.ts'
import type { Command } from '../useSharedCommands.ts'
import { useSharedCommands } from '../useSharedCommands.ts'
import { usePhone } from './phoneTools.ts'

/** What a note's sheet can do: the few large ones that are in every note's life, and the rest. */
export function useNoteCommands(note: Note): {
  main: readonly Command[]
  more: readonly Command[]
} {
  const { board, phone } = useMessages()
  const { sheet, compose, select } = usePhone()
  const { id, place } = note
  const onDone = () => sheet(null)
  const shared = useSharedCommands(note, { onDone, onEdit: () => compose(id) })
  const move: Command = {
    key: 'move',
    icon: 'move',
    label: board.note.move,
    look: 'main',
    run: () => sheet({ type: 'move', notes: [id] }),
  }
  const pair: Command = {
    key: 'pair',
    icon: 'link',
    label: phone.strategy.pair,
    run: () => sheet({ type: 'pair', note: id }),
  }
  const tags: Command = {
    key: 'tags',
    icon: 'tag',
    label: board.note.tags,
    run: () => sheet({ type: 'tags', notes: [id] }),
  }
  const several: Command = {
    key: 'several',
    icon: 'check',
    label: board.note.several,
    run() {
      onDone()
      select(id)
    },
  }
  const { edit, duplicate, mark, week, up, down, remove } = shared
  const pairs = isCellId(place.zone) ? [pair] : []
  return {
    main: [move, edit, mark, remove],
    more: [...week, ...pairs, tags, duplicate, up, down, several],
  }
}
