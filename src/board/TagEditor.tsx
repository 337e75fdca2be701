import { useMessages } from '../i18n/useMessages.ts'
import { tagsOf } from '../model/canvas.ts'
import type { NoteId } from '../model/ids.ts'
import { LIMITS } from '../model/limits.ts'
import { isSameTag } from '../model/tags.ts'
import { useCanvasView } from '../sync/useCanvas.ts'
import { Icon } from '../ui/Icon.tsx'
import { useBoard } from './boardContext.ts'
import { NewTag } from './NewTag.tsx'
import styles from './TagEditor.module.css'

/** Beside all of the workshop's; more than these would be a search, not a suggestion. */
const MOST_OF_CANVAS = 10

type TagEditorProps = { notes: readonly NoteId[]; size: 'pointer' | 'touch' }

/** The tags of one note, or those that several share: pressed ones are on it, the others are a press away, and a new one can be written. */
export function TagEditor({ notes, size }: TagEditorProps) {
  const { session, actions, suggestedTags } = useBoard()
  const words = useMessages().board.tagging
  const view = useCanvasView(session)

  const holding = notes.flatMap((id) => view.notes.get(id) ?? [])
  const isOnAll = (tag: string) =>
    holding.length > 0 && holding.every((note) => note.tags.some((each) => isSameTag(each, tag)))
  const onAll = [...new Set(holding.flatMap((note) => note.tags))].filter(isOnAll)
  const ofCanvas = tagsOf(view).slice(0, MOST_OF_CANVAS)
  const suggestions = withoutDoubles([...suggestedTags, ...ofCanvas]).filter((tag) => !isOnAll(tag))
  const full = holding.every((note) => note.tags.length >= LIMITS.tagsOnNote)

  const add = (tag: string) => actions.tag(notes, { add: tag })
  return (
    <div className={`${styles.editor} ${styles[size]}`}>
      {(onAll.length > 0 || suggestions.length > 0) && (
        <ul className={styles.tags} aria-label={words.suggestions}>
          {onAll.map((tag) => (
            <li key={tag}>
              <button
                type="button"
                aria-pressed="true"
                aria-label={words.take(tag)}
                onClick={() => actions.tag(notes, { remove: tag })}
              >
                <Icon name="check" size={14} />
                {tag}
              </button>
            </li>
          ))}
          {suggestions.map((tag) => (
            <li key={tag}>
              <button
                type="button"
                aria-pressed="false"
                aria-label={words.put(tag)}
                disabled={full}
                onClick={() => add(tag)}
              >
                {tag}
              </button>
            </li>
          ))}
        </ul>
      )}
      {full ? (
        <p className={styles.full}>{words.full(LIMITS.tagsOnNote)}</p>
      ) : (
        <NewTag size={size} onAdd={add} />
      )}
    </div>
  )
}

const withoutDoubles = (tags: readonly string[]): string[] =>
  tags.filter((tag, index) => tags.findIndex((other) => isSameTag(other, tag)) === index)
