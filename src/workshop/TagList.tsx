import type { KeyboardEvent } from 'react'
import { LIMITS } from '../model/limits.ts'
import { cleanTags } from '../model/tags.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || typed.trim() === '') return
    event.preventDefault()
    add()
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
        <div className={styles.add}>
          <input
            value={typed}
            maxLength={LIMITS.tagLength}
            aria-label={words.newTag}
            placeholder={words.tagExample}
            autoComplete="off"
            onChange={(event) => onType(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <Button size="touch" icon="plus" disabled={typed.trim() === ''} onClick={add}>
            {words.addTag}
          </Button>
        </div>
      )}
    </>
  )
}
