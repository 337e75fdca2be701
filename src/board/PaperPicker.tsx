import { useMessages } from '../i18n/useMessages.ts'
import type { NoteColour } from '../model/note.ts'
import { NOTE_COLOURS } from '../model/note.ts'
import { Icon } from '../ui/Icon.tsx'
import { PaperMark } from '../ui/PaperMark.tsx'
import { useBoard } from './boardContext.ts'
import styles from './PaperPicker.module.css'
import { useColourName } from './useColourName.ts'

type PaperPickerProps = {
  /** Null: several notes, of several colours. */
  chosen: NoteColour | null
  /** A bar has little room: it shows names only where the workshop gave some. */
  size: 'pointer' | 'touch' | 'bar'
  onChoose(colour: NoteColour): void
}

/** The nine papers, each with its mark and its name: colour alone says nothing to everybody. */
export function PaperPicker({ chosen, size, onChoose }: PaperPickerProps) {
  const words = useMessages().board.note
  const nameOf = useColourName()
  const { legend } = useBoard()
  const isNamed = size !== 'bar' || Object.keys(legend).length > 0
  const icon = size === 'pointer' ? { check: 16, mark: 11 } : { check: 22, mark: 14 }
  return (
    <fieldset className={`${styles.papers} ${styles[size]} ${isNamed ? '' : styles.unnamed}`}>
      <legend className={size === 'bar' ? 'visually-hidden' : undefined}>{words.paper}</legend>
      {NOTE_COLOURS.map((colour) => (
        <button
          key={colour}
          type="button"
          className={`sticky paper-${colour}`}
          aria-pressed={colour === chosen}
          onClick={() => onChoose(colour)}
        >
          {colour === chosen ? (
            <Icon name="check" size={icon.check} />
          ) : (
            <PaperMark colour={colour} size={icon.mark} className={styles.mark} />
          )}
          <span className={isNamed ? undefined : 'visually-hidden'}>{nameOf(colour)}</span>
        </button>
      ))}
    </fieldset>
  )
}
