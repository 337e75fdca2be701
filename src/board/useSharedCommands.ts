import { useMessages } from '../i18n/useMessages.ts'
import type { NoteId } from '../model/ids.ts'
import type { Note } from '../model/note.ts'
import { isCellId } from '../model/zones.ts'
import { useZone } from '../sync/useCanvas.ts'
import { useBoard } from './boardContext.ts'
import { useIsThisWeek } from './StrategyPair.tsx'

export type Command = {
  key: string
  icon: string
  label: string
  /** What a press does, for where `pressed` cannot be shown. */
  sentence?: string
  look?: 'main' | 'alarm'
  pressed?: boolean
  disabled?: boolean
  run(): void
}

type Screen = {
  onEdit(): void
  /** The note's menu has nothing more to do. */
  onDone?(): void
  onCopy?(copy: NoteId): void
  /** It has another turn in its zone. */
  onTurn?(): void
}

/** What every screen offers to do with a note; where it stands there is the screen's own. */
export function useSharedCommands(note: Note, { onEdit, onDone, onCopy, onTurn }: Screen) {
  const { session, actions } = useBoard()
  const { note: words, strategy } = useMessages().board
  const chosen = useIsThisWeek(note)
  const { id, finding, place } = note
  const neighbours = useZone(session, place.zone)
  const at = neighbours.indexOf(id)
  const putBehind = (other: number) => {
    actions.move(id, { zone: place.zone, after: neighbours[other] ?? null })
    onTurn?.()
  }
  const edit: Command = { key: 'edit', icon: 'pencil', label: words.edit, run: onEdit }
  const duplicate: Command = {
    key: 'duplicate',
    icon: 'copy',
    label: words.duplicate,
    run() {
      onDone?.()
      const [copy] = actions.duplicate(id)
      if (copy) onCopy?.(copy)
    },
  }
  const mark: Command = {
    key: 'finding',
    icon: finding ? 'starf' : 'star',
    label: words.finding,
    sentence: finding ? words.unmarkFinding : words.markFinding,
    pressed: finding,
    run: () => actions.setFinding(id, !finding),
  }
  const week: Command = {
    key: 'week',
    icon: 'forward',
    label: strategy.thisWeek,
    sentence: chosen ? strategy.notThisWeek : strategy.chooseThisWeek,
    pressed: chosen,
    run: () => actions.chooseThisWeek(chosen ? null : id),
  }
  const up: Command = {
    key: 'up',
    icon: 'up',
    label: words.up,
    disabled: at <= 0,
    run: () => putBehind(at - 2),
  }
  const down: Command = {
    key: 'down',
    icon: 'down',
    label: words.down,
    disabled: at >= neighbours.length - 1,
    run: () => putBehind(at + 1),
  }
  const remove: Command = {
    key: 'remove',
    icon: 'trash',
    label: words.remove,
    look: 'alarm',
    run() {
      onDone?.()
      actions.remove(id)
    },
  }
  return { edit, duplicate, mark, week: isCellId(place.zone) ? [week] : [], up, down, remove }
}
