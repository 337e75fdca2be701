import { useRef } from 'react'
import { LIMITS } from '../model/limits.ts'
import { cleanTags } from '../model/tags.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useEnter } from '../ui/useEnter.ts'
import styles from './TagList.module.css'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

type TagListProps = {
  tags: readonly string[]
  onChange(tags: readonly string[]): void
  typed: string
  onType(typed: string): void
}

/** Tags to be taken away one by one, and a field that adds: Enter adds as the button does. */
export function TagList({ tags, onChange, typed, onType }: TagListProps) {
  const words = useFacilitatorMessages().legend
  const full = tags.length >= LIMITS.tagsOfWorkshop
  const add = () => {
    onChange(cleanTags([...tags, typed], LIMITS.tagsOfWorkshop))
    onType('')
  }
  return (
    <>
      {tags.length > 0 && (
        <ul className={styles.tags}>
          {tags.map((tag) => (
            <li key={tag}>
              <span dir="auto">{tag}</span>
              <button
                type="button"
                aria-label={words.removeTag(tag)}
                onClick={() => onChange(tags.filter((each) => each !== tag))}
              >
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {full ? (
        <p className={styles.full}>{words.tagsFull(LIMITS.tagsOfWorkshop)}</p>
      ) : (
        <NewTag typed={typed} onType={onType} onAdd={add} />
      )}
    </>
  )
}

type NewTagProps = Pick<TagListProps, 'typed' | 'onType'> & { onAdd(): void }

function NewTag({ typed, onType, onAdd }: NewTagProps) {
  const words = useFacilitatorMessages().legend
  const field = useRef<HTMLInputElement>(null)
  const empty = typed.trim() === ''
  // With nothing typed it saves the whole form.
  useEnter(field, () => (empty ? false : onAdd()))
  return (
    <div className={styles.add}>
      <input
        ref={field}
        value={typed}
        maxLength={LIMITS.tagLength}
        aria-label={words.newTag}
        placeholder={words.tagExample}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => onType(event.target.value)}
      />
      <Button size="touch" icon="plus" disabled={empty} onClick={onAdd}>
        {words.addTag}
      </Button>
    </div>
  )
}
