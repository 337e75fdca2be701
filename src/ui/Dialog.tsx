import type { ReactNode } from 'react'
import { useId, useLayoutEffect, useRef } from 'react'
import styles from './Dialog.module.css'
import { ToastHost } from './Toasts.tsx'
import { useBackStep } from './useBackStep.ts'

type DialogProps = {
  title: string
  /** `sheet`: from the bottom edge on phones, in the middle on wide screens; `wide`: as wide as its words; `full`: the whole window. */
  shape?: 'sheet' | 'wide' | 'full'
  /** Hides the title from view (it is still read aloud). */
  titleHidden?: boolean
  onClose(): void
  children: ReactNode
}

/** A modal on the browser's own `<dialog>`: focus stays inside, Escape and a press beside it close it. */
export function Dialog({ title, shape = 'sheet', titleHidden, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useBackStep(true, onClose)
  // Closed before it leaves the page: only then does the focus return to where it was.
  useLayoutEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${shape === 'full' ? styles.full : styles.sheet} ${shape === 'wide' ? styles.wide : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className={styles.body}>
        {shape !== 'full' && <span className={styles.handle} aria-hidden="true" />}
        <h2 id={titleId} className={titleHidden ? 'visually-hidden' : styles.title}>
          {title}
        </h2>
        {children}
      </div>
      <ToastHost />
    </dialog>
  )
}
