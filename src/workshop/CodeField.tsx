import type { FormEvent } from 'react'
import { useId, useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './CodeField.module.css'
import { readCodeOrLink } from './route.ts'
import { useServices } from './services.ts'

type CodeFieldProps = {
  /** row: label, field and a dark button beside it; tall: a green button in the thumb's reach below it. */
  shape: 'row' | 'tall'
  label: string
  labelLook?: 'heading' | 'beside' | 'above'
  action: string
}

/** Where the join code from the screen in front is typed. A whole link pasted here opens too. */
export function CodeField({ shape, label, labelLook = 'above', action }: CodeFieldProps) {
  const { go } = useServices()
  const words = useMessages().workshop.codeField
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState(false)
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const route = readCodeOrLink(typed)
    if (route) go(route)
    else setProblem(true)
  }
  return (
    <form className={`${styles.form} ${styles[shape]} ${styles[labelLook]}`} onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.field}>
        <input
          id={id}
          value={typed}
          placeholder={words.example}
          className={typed.includes('/') ? styles.link : undefined}
          aria-invalid={problem}
          aria-describedby={problem ? `${id}-problem` : undefined}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          onChange={(event) => {
            setTyped(event.target.value)
            setProblem(false)
          }}
        />
        {shape === 'row' && (
          <Button type="submit" look="dark" className={styles.go}>
            {action}
          </Button>
        )}
      </div>
      {problem && (
        <p className={styles.problem} id={`${id}-problem`} role="alert">
          <Icon name="bulb" size={18} />
          {typed.trim() === '' ? words.empty : words.notACode}
        </p>
      )}
      {shape === 'tall' && (
        <Button type="submit" look="primary" size="main" iconAfter="forward" className={styles.big}>
          {action}
        </Button>
      )}
    </form>
  )
}
