import { useMessages } from '../i18n/useMessages.ts'
import type { NoteColour } from '../model/note.ts'
import { NOTE_COLOURS } from '../model/note.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './PaperPicker.module.css'

type PaperPickerProps = {
  chosen: NoteColour
  size: 'pointer' | 'touch'
  onChoose(colour: NoteColour): void
}

/** The nine papers, each with its name: colour alone says nothing to everybody. */
export function PaperPicker({ chosen, size, onChoose }: PaperPickerProps) {
  const { board, common } = useMessages()
  return (
    <fieldset className={`${styles.papers} ${styles[size]}`}>
      <legend>{board.note.paper}</legend>
      {NOTE_COLOURS.map((colour) => (
        <button
          key={colour}
          type="button"
          className={`paper-${colour}`}
          aria-pressed={colour === chosen}
          onClick={() => onChoose(colour)}
        >
          {colour === chosen && <Icon name="check" size={size === 'touch' ? 22 : 16} />}
          <span>{common.colours[colour]}</span>
        </button>
      ))}
    </fieldset>
  )
}
