import { useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { LIMITS } from '../model/limits.ts'
import { cleanTag } from '../model/tags.ts'
import { IconButton } from '../ui/Button.tsx'
import { isComposed, useEnter } from '../ui/useEnter.ts'
import styles from './TagEditor.module.css'

type NewTagProps = { size: 'pointer' | 'touch'; onAdd(tag: string): void }

/** A field for a tag that is not there yet. What stands in it as the panel closes is meant too, unless Escape closed it. */
export function NewTag({ size, onAdd }: NewTagProps) {
  const words = useMessages().board.tagging
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const fieldId = useId()
  const typed = useTypedTag(onAdd)
  const type = (next: string) => {
    typed.set(next)
    setText(next)
  }
  const add = () => {
    typed.add()
    setText('')
  }
  useEnter(field, add)
  return (
    <>
      <div className={styles.row}>
        <label className="visually-hidden" htmlFor={fieldId}>
          {words.placeholder}
        </label>
        <input
          ref={field}
          id={fieldId}
          value={text}
          maxLength={LIMITS.tagLength}
          placeholder={words.placeholder}
          autoComplete="off"
          enterKeyHint="done"
          onChange={(event) => type(event.target.value)}
        />
        <IconButton
          icon="plus"
          label={words.add}
          size={size}
          disabled={cleanTag(text) === ''}
          onClick={add}
        />
      </div>
      {text.length >= LIMITS.tagLength && (
        <p className={styles.full} role="status">
          {words.long(LIMITS.tagLength)}
        </p>
      )}
    </>
  )
}

/** What was typed and not added yet: it outlives the field by as long as adding it takes. */
function useTypedTag(onAdd: (tag: string) => void): { set(text: string): void; add(): void } {
  const latest = useRef(onAdd)
  useEffect(() => {
    latest.current = onAdd
  })
  const typed = useRef('')
  const tools = useRef({
    set(text: string) {
      typed.current = text
    },
    add() {
      const tag = cleanTag(typed.current)
      typed.current = ''
      if (tag !== '') latest.current(tag)
    },
  })
  useEffect(() => {
    const { set, add } = tools.current
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !isComposed(event)) set('')
    }
    // Before the panel hears of it, which closes.
    document.addEventListener('keydown', onKeyDown, true)
    return () => {
      document.removeEventListener('keydown', onKeyDown, true)
      add()
    }
  }, [])
  return tools.current
}
