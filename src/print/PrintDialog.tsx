/** "Cetak kanvas": the pages as they will print, what the face lacks, and one green button. */
import { useMemo, useState } from 'react'
import type { CanvasView } from '../model/canvas.ts'
import type { NoteId } from '../model/ids.ts'
import type { TabId } from '../model/zones.ts'
import { TABS } from '../model/zones.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Mark } from '../ui/Mark.tsx'
import type { PrintDetails, ZoneNames } from './details.ts'
import { printableTabs } from './details.ts'
import { printMessages } from './messages.ts'
import styles from './PrintDialog.module.css'
import { PrintPanel } from './PrintPanel.tsx'
import { PrintPreview } from './PrintPreview.tsx'
import { usePrepared } from './usePrepared.ts'

export type PrintDialogProps = {
  canvas: CanvasView
  details: PrintDetails
  /** Names of the zones in the reader's language: `messages.zones`. */
  texts: ZoneNames
  onClose(): void
  /** Close this dialog and open that note. */
  onEditNote(note: NoteId): void
}

export function PrintDialog({ canvas, details, texts, onClose, onEditNote }: PrintDialogProps) {
  const { dialog: words } = printMessages(details.language)
  const [wanted, setWanted] = useState<readonly TabId[]>(TABS)
  const offered = printableTabs(canvas).join(' ')
  const tabs = useMemo(() => wanted.filter((tab) => offered.includes(tab)), [wanted, offered])
  const preparation = usePrepared(canvas, details, texts, tabs)
  const names = [details.owner, details.business].filter(Boolean).join(' · ')
  return (
    <Dialog title={words.title} shape="full" titleHidden onClose={onClose}>
      <div className={styles.screen}>
        <header className={styles.top}>
          <IconButton icon="left" label={words.back} onClick={onClose} className={styles.back} />
          <span className={styles.mark}>
            <Mark size={34} />
          </span>
          <div className={styles.names}>
            <p className={styles.title} aria-hidden="true">
              {words.title}
            </p>
            <p className={styles.owner}>{names}</p>
          </div>
          <Button icon="close" onClick={onClose} className={styles.close}>
            {words.close}
          </Button>
        </header>
        <PrintPreview words={words} preparation={preparation} />
        <PrintPanel
          canvas={canvas}
          language={details.language}
          tabs={tabs}
          onToggle={(tab) =>
            setWanted(TABS.filter((each) => wanted.includes(each) !== (each === tab)))
          }
          preparation={preparation}
          onEditNote={onEditNote}
        />
      </div>
    </Dialog>
  )
}
