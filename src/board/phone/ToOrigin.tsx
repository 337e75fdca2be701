import { useMessages } from '../../i18n/useMessages.ts'
import type { Note } from '../../model/note.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useOrigin } from '../useOrigin.ts'
import { usePhone } from './phoneTools.ts'

/** For who only reads, where others have ⋮: the way to the note that this one was taken from. */
export function ToOrigin({ note, className }: { note: Note; className?: string }) {
  const { board, zones } = useMessages()
  const { show } = usePhone()
  const origin = useOrigin(note)
  if (!origin || origin === 'gone') return null
  return (
    <button
      type="button"
      className={className}
      aria-label={board.note.toOrigin(zones[origin.zone].nickname)}
      data-no-drag=""
      onClick={() => show(origin.note)}
    >
      <Icon name="eye" size={22} />
    </button>
  )
}
