import type { ComponentType } from 'react'
import { useEffect, useMemo, useState } from 'react'
import { useLanguage } from '../i18n/useMessages.ts'
import type { NoteId } from '../model/ids.ts'
import type { PlanView } from '../model/workshop.ts'
import type { PrintDetails } from '../print/details.ts'
import type { PrintDialogProps } from '../print/PrintDialog.tsx'
import type { CanvasSession } from '../sync/session.ts'
import { useCanvasView } from '../sync/useCanvas.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { isServed } from './isServed.ts'
import styles from './PrintLoader.module.css'

type PrintLoaderProps = {
  session: CanvasSession
  owner: { name: string; business: string }
  plan: PlanView
  example: boolean
  onClose(): void
  onEditNote(note: NoteId): void
}

/** Fetches what prints a canvas only when somebody prints; says so where there is no signal to fetch it by. */
export function PrintLoader(props: PrintLoaderProps) {
  const { messages } = useLanguage()
  const words = messages.workshop.canvas
  const [PrintDialog, setPrintDialog] = useState<ComponentType<PrintDialogProps> | null>(null)
  const [trouble, setTrouble] = useState<'offline' | 'outdated' | null>(null)
  useEffect(() => {
    if (trouble) return
    let current = true
    import('../print/PrintDialog.tsx').then(
      (module) => current && setPrintDialog(() => module.PrintDialog),
      async () => {
        const next = (await isServed()) ? 'outdated' : 'offline'
        if (current) setTrouble(next)
      },
    )
    return () => {
      current = false
    }
  }, [trouble])
  if (PrintDialog) return <Printing {...props} PrintDialog={PrintDialog} />
  return (
    <Dialog title={words.print} onClose={props.onClose}>
      <p className={styles.news} role="status">
        {trouble === null
          ? words.printLoading
          : trouble === 'outdated'
            ? words.printOutdated
            : words.printOffline}
      </p>
      <div className={styles.actions}>
        <Button size="touch" onClick={props.onClose}>
          {messages.common.cancel}
        </Button>
        {trouble && (
          <Button
            look="primary"
            size="touch"
            icon="refresh"
            onClick={() => (trouble === 'outdated' ? location.reload() : setTrouble(null))}
          >
            {trouble === 'outdated' ? messages.workshop.link.update : messages.common.tryAgain}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

function Printing({
  PrintDialog,
  session,
  owner,
  plan,
  example,
  ...handlers
}: PrintLoaderProps & { PrintDialog: ComponentType<PrintDialogProps> }) {
  const { language, messages } = useLanguage()
  const canvas = useCanvasView(session)
  const details = useMemo<PrintDetails>(
    () => ({
      owner: owner.name,
      business: owner.business,
      workshop: plan.title,
      place: plan.place,
      date: plan.date,
      language,
      example,
      legend: plan.legend,
    }),
    [owner, plan, language, example],
  )
  return <PrintDialog canvas={canvas} details={details} texts={messages.zones} {...handlers} />
}
