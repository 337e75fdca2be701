import { useMessages } from '../../i18n/useMessages.ts'
import type { CanvasView } from '../../model/canvas.ts'
import { originOf } from '../../model/canvas.ts'
import type { NoteId } from '../../model/ids.ts'
import { isCellId } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { focusNote } from '../focusNote.ts'
import { useShowNote } from '../useShowNote.ts'

type Command = { key: string; icon: string; label: string; alarm?: true; run(): void }

/** What a note's menu can do at one press. */
export function useNoteCommands(id: NoteId, view: CanvasView): Command[] {
  const { writer, actions } = useBoard()
  const { board, zones } = useMessages()
  const show = useShowNote()
  const words = board.note
  const note = view.notes.get(id)
  if (!note) return []
  const { zone } = note.place
  const origin = originOf(view, note)
  const commands: Command[] = [
    { key: 'edit', icon: 'pencil', label: words.edit, run: () => writer.open({ note: id }) },
    {
      key: 'duplicate',
      icon: 'copy',
      label: words.duplicate,
      run() {
        const [copy] = actions.duplicate(id)
        if (copy) focusNote(copy, zone)
      },
    },
    {
      key: 'finding',
      icon: note.finding ? 'starf' : 'star',
      label: note.finding ? words.unmarkFinding : words.markFinding,
      run: () => actions.setFinding(id, !note.finding),
    },
  ]
  if (isCellId(zone)) {
    const chosen = view.thisWeek === id
    commands.push({
      key: 'week',
      icon: 'forward',
      label: chosen ? board.strategy.notThisWeek : board.strategy.chooseThisWeek,
      run: () => actions.chooseThisWeek(chosen ? null : id),
    })
  }
  if (origin?.type === 'there') {
    const from = origin.note
    commands.push({
      key: 'origin',
      icon: 'eye',
      label: words.toOrigin(zones[from.place.zone].name),
      run: () => show(from.id),
    })
  }
  commands.push({
    key: 'remove',
    icon: 'trash',
    label: words.remove,
    alarm: true,
    run: () => actions.remove(id),
  })
  return commands
}
