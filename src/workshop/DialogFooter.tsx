import type { ReactNode } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './SmallDialog.module.css'
import type { Trouble } from './trouble.ts'
import { troubleText } from './trouble.ts'

type DialogFooterProps = {
  /** What stood in the way of the last press. */
  trouble?: Trouble | null
  onCancel(): void
  /** The button of the one thing this dialog does. */
  children: ReactNode
}

export function DialogFooter({ trouble = null, onCancel, children }: DialogFooterProps) {
  const { common, workshop } = useMessages()
  return (
    <>
      {trouble && (
        <Notice tone="soft" icon="signal-off">
          {troubleText(trouble, workshop)}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button size="touch" onClick={onCancel}>
          {common.cancel}
        </Button>
        {children}
      </div>
    </>
  )
}
