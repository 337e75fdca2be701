import { useMessages } from '../../i18n/useMessages.ts'
import type { Note } from '../../model/note.ts'
import { useBoard } from '../boardContext.ts'
import { focusNote } from '../focusNote.ts'
import { useOrigin } from '../useOrigin.ts'
import type { Command } from '../useSharedCommands.ts'
import { useSharedCommands } from '../useSharedCommands.ts'
import { useShowNote } from '../useShowNote.ts'

/** What a note's menu can do at one press. */
export function useNoteCommands(note: Note): readonly Command[] {
  const { writer, selection } = useBoard()
  const { board, zones } = useMessages()
  const show = useShowNote()
  const origin = useOrigin(note)
  const { edit, duplicate, mark, week, up, down, remove } = useSharedCommands(note, {
    onEdit: () => writer.open({ note: note.id }),
    onCopy: (copy) => focusNote(copy, note.place.zone),
    onTurn: () => focusNote(note.id, note.place.zone),
  })
  const toOrigin = origin !== null &&
    origin !== 'gone' && {
      key: 'origin',
      icon: 'eye',
      label: board.note.toOrigin(zones[origin.zone].name),
      run: () => show(origin.note),
    }
  const several: Command = {
    key: 'several',
    icon: 'check',
    label: board.note.several,
    run: () => selection.toggle(note.id),
  }
  // Alone in its zone a note has no turn.
  const turns = [up, down].filter(({ disabled }) => !disabled)
  return [
    edit,
    duplicate,
    mark,
    ...week,
    ...turns,
    several,
    ...(toOrigin ? [toOrigin] : []),
    remove,
  ]
}
