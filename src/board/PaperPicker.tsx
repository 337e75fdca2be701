import { useMessages } from '../i18n/useMessages.ts'
import type { NoteColour } from '../model/note.ts'
import { NOTE_COLOURS } from '../model/note.ts'
import { Icon } from '../ui/Icon.tsx'
import { PaperMark } from '../ui/PaperMark.tsx'
import styles from './PaperPicker.module.css'
import { useColourName } from './useColourName.ts'

type PaperPickerProps = {
  /** Null: several notes, of several colours. */
  chosen: NoteColour | null
  size: 'pointer' | 'touch'
  onChoose(colour: NoteColour): void
}

/** The nine papers, each with its mark and its name: colour alone says nothing to everybody. */
export function PaperPicker({ chosen, size, onChoose }: PaperPickerProps) {
  const words = useMessages().board.note
  const nameOf = useColourName()
  return (
    <fieldset className={`${styles.papers} ${styles[size]}`}>
      <legend>{words.paper}</legend>
      {NOTE_COLOURS.map((colour) => (
        <button
          key={colour}
          type="button"
          className={`paper-${colour}`}
          aria-pressed={colour === chosen}
          onClick={() => onChoose(colour)}
        >
          {colour === chosen ? (
            <Icon name="check" size={size === 'touch' ? 22 : 16} />
          ) : (
            <PaperMark colour={colour} size={size === 'touch' ? 14 : 11} className={styles.mark} />
          )}
          <span>{nameOf(colour)}</span>
        </button>
      ))}
    </fieldset>
  )
}
