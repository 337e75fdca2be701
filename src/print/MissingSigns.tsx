import type { PrintMessages } from '../i18n/print.id.ts'
import type { NoteId } from '../model/ids.ts'
import { Button } from '../ui/Button.tsx'
import styles from './MissingSigns.module.css'
import type { MissingSign } from './page.ts'

type MissingSignsProps = {
  missing: readonly MissingSign[]
  words: PrintMessages['dialog']
  onEdit(note: NoteId): void
}

/** A note written in Javanese script has dozens: so many are shown, the rest counted. */
const SIGNS_SHOWN = 12
/** Up to so many stand in front of the note's words, more above them. */
const SIGNS_BESIDE = 2
const OPENING_LENGTH = 90

/** Every sign that will print as a small box, note by note, with the way to mend it. */
export function MissingSigns({ missing, words, onEdit }: MissingSignsProps) {
  const signs = new Set(missing.map((each) => each.char))
  return (
    <section className={styles.box} aria-labelledby="missing-signs">
      <h3 id="missing-signs">{words.missing(signs.size)}</h3>
      <p>{words.missingHint}</p>
      <ul>
        {byPlace(missing).map((place) => (
          <li
            key={place.key}
            className={place.signs.length > SIGNS_BESIDE ? styles.many : undefined}
          >
            <span className={styles.signs}>
              {place.signs.slice(0, SIGNS_SHOWN).map((sign) => (
                <span key={sign} className={styles.sign}>
                  {sign}
                </span>
              ))}
              {place.signs.length > SIGNS_SHOWN && (
                <small>{words.moreSigns(place.signs.length - SIGNS_SHOWN)}</small>
              )}
            </span>
            <span className={styles.text}>
              <span dir="auto">{opening(place.text)}</span>
              {place.noteId === null && <small>{words.inHead}</small>}
            </span>
            {place.noteId !== null && (
              <Button
                look="quiet"
                className={styles.edit}
                aria-label={words.editNote(opening(place.text))}
                onClick={() => place.noteId && onEdit(place.noteId)}
              >
                {words.edit}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Enough of a note to know it by; never half a word. */
function opening(text: string): string {
  if (text.length <= OPENING_LENGTH) return text
  const cut = text.slice(0, OPENING_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), OPENING_LENGTH / 2))} …`
}

type Place = { key: string; noteId: NoteId | null; text: string; signs: string[] }

function byPlace(missing: readonly MissingSign[]): Place[] {
  const places = new Map<string, Place>()
  for (const { char, noteId, text } of missing) {
    const key = noteId ?? `head ${text}`
    const place = places.get(key) ?? { key, noteId, text, signs: [] }
    place.signs.push(char)
    places.set(key, place)
  }
  return [...places.values()]
}
