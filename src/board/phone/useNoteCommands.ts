import { useMessages } from '../../i18n/useMessages.ts'
import type { CanvasView } from '../../model/canvas.ts'
import type { NoteId } from '../../model/ids.ts'
import { isCellId } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { usePhone } from './phoneTools.ts'

type Command = {
  key: string
  icon: string
  label: string
  look?: 'main' | 'alarm'
  pressed?: boolean
  disabled?: boolean
  run(): void
}

/** What a note's sheet can do: the few large ones that are in every note's life, and the rest. */
export function useNoteCommands(
  id: NoteId,
  view: CanvasView,
): { main: readonly Command[]; more: readonly Command[] } {
  const { actions } = useBoard()
  const { board, phone } = useMessages()
  const { sheet, compose, select } = usePhone()
  const note = view.notes.get(id)
  if (!note) return { main: [], more: [] }
  const { zone } = note.place
  const neighbours = view.zones[zone]
  const at = neighbours.indexOf(id)
  const close = () => sheet(null)
  const isThisWeek = view.thisWeek === id
  const main: Command[] = [
    {
      key: 'move',
      icon: 'move',
      label: board.note.move,
      look: 'main',
      run: () => sheet({ type: 'move', notes: [id] }),
    },
    { key: 'edit', icon: 'pencil', label: board.note.edit, run: () => compose(id) },
    {
      key: 'finding',
      icon: note.finding ? 'starf' : 'star',
      label: board.note.finding,
      pressed: note.finding,
      run: () => actions.setFinding(id, !note.finding),
    },
    {
      key: 'remove',
      icon: 'trash',
      label: board.note.remove,
      look: 'alarm',
      run() {
        close()
        actions.remove(id)
      },
    },
  ]
  const more: Command[] = [
    {
      key: 'tags',
      icon: 'tag',
      label: board.note.tags,
      run: () => sheet({ type: 'tags', notes: [id] }),
    },
    {
      key: 'duplicate',
      icon: 'copy',
      label: board.note.duplicate,
      run() {
        close()
        actions.duplicate(id)
      },
    },
    {
      key: 'up',
      icon: 'down',
      label: phone.move.up,
      disabled: at <= 0,
      run: () => actions.move(id, { zone, after: neighbours[at - 2] ?? null }),
    },
    {
      key: 'down',
      icon: 'down',
      label: phone.move.down,
      disabled: at >= neighbours.length - 1,
      run: () => actions.move(id, { zone, after: neighbours[at + 1] ?? null }),
    },
    {
      key: 'several',
      icon: 'check',
      label: phone.selection.start,
      run() {
        close()
        select(id)
      },
    },
  ]
  if (isCellId(zone)) {
    more.unshift(
      {
        key: 'week',
        icon: 'forward',
        label: board.strategy.thisWeek,
        pressed: isThisWeek,
        run: () => actions.chooseThisWeek(isThisWeek ? null : id),
      },
      {
        key: 'pair',
        icon: 'link',
        label: phone.strategy.pair,
        run: () => sheet({ type: 'pair', note: id }),
      },
    )
  }
  return { main, more }
}
