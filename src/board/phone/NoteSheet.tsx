import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { Note } from '../../model/note.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { AboutNote } from '../AboutNote.tsx'
import { useBoard } from '../boardContext.ts'
import { NoteText } from '../NoteText.tsx'
import { PaperPicker } from '../PaperPicker.tsx'
import { useCloseWithout } from '../useCloseWithout.ts'
import { useOrigin } from '../useOrigin.ts'
import { ZoneChip } from '../ZoneChip.tsx'
import { MoveChoices } from './MoveChoices.tsx'
import styles from './NoteSheet.module.css'
import { usePhone } from './phoneTools.ts'
import { useNoteCommands } from './useNoteCommands.ts'

type NoteSheetProps = { note: NoteId; onClose(): void }

/** Everything that can be done with a note on a phone, in one sheet. */
export function NoteSheet({ note: id, onClose }: NoteSheetProps) {
  const note = useNote(useBoard().session, id)
  useCloseWithout([id], onClose)
  return note && <OpenNoteSheet note={note} onClose={onClose} />
}

function OpenNoteSheet({ note, onClose }: { note: Note; onClose(): void }) {
  const { actions } = useBoard()
  const words = useMessages().board.note
  const { main, more } = useNoteCommands(note)
  return (
    <Dialog title={words.menu} titleHidden onClose={onClose}>
      <div className={`${styles.note} sticky paper-${note.colour}`}>
        <p dir="auto">
          <NoteText text={note.text} />
        </p>
        <AboutNote note={note} className={styles.about} />
        {note.tags.length > 0 && (
          <ul className={styles.tags}>
            {note.tags.map((tag) => (
              <li key={tag} dir="auto">
                {tag}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Origin note={note} />
      <div className={styles.actions}>
        {main.map(({ key, icon, label, look, pressed, run }) => (
          <button
            key={key}
            type="button"
            className={look && styles[look]}
            aria-pressed={pressed}
            onClick={run}
          >
            <i>
              <Icon name={icon} size={26} />
            </i>
            {label}
          </button>
        ))}
      </div>
      <MoveChoices note={note} />
      <div className={styles.more}>
        {more.map(({ key, icon, label, pressed, disabled, run }) => (
          <button key={key} type="button" aria-pressed={pressed} disabled={disabled} onClick={run}>
            <Icon name={icon} size={20} />
            {label}
          </button>
        ))}
      </div>
      <PaperPicker
        size="touch"
        chosen={note.colour}
        onChoose={(colour) => {
          actions.recolour(note.id, colour)
          onClose()
        }}
      />
    </Dialog>
  )
}

/** Where a note was taken from, by name, and the way there. */
function Origin({ note }: { note: Note }) {
  const { board, zones } = useMessages()
  const { show } = usePhone()
  const origin = useOrigin(note)
  if (!origin) return null
  if (origin === 'gone') return <p className={styles.originGone}>{board.note.originGone}</p>
  return (
    <button type="button" className={styles.origin} onClick={() => show(origin.note)}>
      <ZoneChip zone={origin.zone} size={36} />
      <span>{board.note.toOrigin(zones[origin.zone].nickname)}</span>
      <Icon name="right" size={20} />
    </button>
  )
}
