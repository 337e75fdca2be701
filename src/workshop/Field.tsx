import type { InputHTMLAttributes, Ref } from 'react'
import { useId } from 'react'
import { Icon } from '../ui/Icon.tsx'
import styles from './Field.module.css'

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  label: string
  icon?: string
  /** What has to be mended, in words. */
  problem?: string | null
  large?: boolean
  ref?: Ref<HTMLInputElement>
}

/** One line of a form: label, field and, where something is missing, the sentence that says so. */
export function Field({ label, icon, problem, large, className = '', ...input }: FieldProps) {
  const id = useId()
  return (
    <div className={`${styles.field} ${large ? styles.large : ''} ${className}`}>
      <label htmlFor={id}>{label}</label>
      <div className={`${styles.box} ${problem ? styles.mend : ''}`}>
        {icon && <Icon name={icon} size={20} />}
        <input
          id={id}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          autoComplete="off"
          {...input}
        />
      </div>
      {problem && (
        <p className={styles.problem} id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
