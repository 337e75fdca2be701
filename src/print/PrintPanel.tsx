import { useState } from 'react'
import { formatNumber } from '../i18n/format.ts'
import type { CanvasView } from '../model/canvas.ts'
import { countInTab } from '../model/canvas.ts'
import type { NoteId } from '../model/ids.ts'
import type { Language } from '../model/workshop.ts'
import type { TabId } from '../model/zones.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { printableTabs } from './details.ts'
import { MissingSigns } from './MissingSigns.tsx'
import { printMessages } from './messages.ts'
import styles from './PrintPanel.module.css'
import type { Prepared } from './preparePrint.ts'
import { canSharePdf, downloadPdf, sharePdf } from './savePdf.ts'
import type { Preparation } from './usePrepared.ts'

type PrintPanelProps = {
  canvas: CanvasView
  language: Language
  tabs: readonly TabId[]
  onToggle(tab: TabId): void
  preparation: Preparation
  onEditNote(note: NoteId): void
}

/** Which pages, what the face lacks, and the green button at the lower edge. */
export function PrintPanel(props: PrintPanelProps) {
  const { canvas, language, tabs, onToggle, preparation, onEditNote } = props
  const { dialog: words, page } = printMessages(language)
  const missing = preparation.prepared?.printed.missing ?? []
  return (
    <section className={styles.panel}>
      <h3 className={styles.label}>{words.pages}</h3>
      <ul className={styles.pages}>
        {printableTabs(canvas).map((tab) => (
          <li key={tab}>
            <label className={styles.page}>
              <span className={styles.tick}>
                <input
                  type="checkbox"
                  checked={tabs.includes(tab)}
                  onChange={() => onToggle(tab)}
                />
                <Icon name="check" size={17} />
              </span>
              <span>{page[tab]}</span>
              {countInTab(canvas, tab) === 0 && <small>{words.empty}</small>}
            </label>
          </li>
        ))}
      </ul>
      {missing.length > 0 && <MissingSigns missing={missing} words={words} onEdit={onEditNote} />}
      <SavePdf
        words={words}
        language={language}
        isAnyChosen={tabs.length > 0}
        preparation={preparation}
      />
    </section>
  )
}

type SavePdfProps = {
  words: ReturnType<typeof printMessages>['dialog']
  language: Language
  isAnyChosen: boolean
  preparation: Preparation
}

function SavePdf({ words, language, isAnyChosen, preparation }: SavePdfProps) {
  const { prepared, isCurrent } = preparation
  const [downloaded, setDownloaded] = useState<Prepared | null>(null)
  const [isShareFirst] = useState(canSharePdf)
  const ready = isAnyChosen && isCurrent ? prepared : null
  const download = () => {
    if (!ready) return
    downloadPdf(ready.pdf, ready.printed.title)
    setDownloaded(ready)
  }
  const share = async () => {
    if (ready) await sharePdf(ready.pdf, ready.printed.title)
  }
  return (
    <div className={styles.save}>
      <p role="status">
        {!isAnyChosen
          ? words.choosePage
          : preparation.error
            ? words[preparation.error.type === 'unloaded' ? 'failed' : 'broken']
            : !ready
              ? words.preparing
              : downloaded === ready
                ? words.downloaded
                : summary(ready, words, language)}
      </p>
      {preparation.error && prepared && (
        <Button size="touch" icon="redo" onClick={preparation.retry}>
          {words.tryAgain}
        </Button>
      )}
      {isShareFirst && (
        <Button look="primary" size="main" icon="send" disabled={!ready} onClick={share}>
          {words.share}
        </Button>
      )}
      <Button
        look={isShareFirst ? 'plain' : 'primary'}
        size={isShareFirst ? 'touch' : 'main'}
        icon="download"
        disabled={!ready}
        onClick={download}
      >
        {words.download}
      </Button>
    </div>
  )
}

function summary({ printed, pdf }: Prepared, words: SavePdfProps['words'], language: Language) {
  const kilobytes = formatNumber(Math.max(1, Math.round(pdf.byteLength / 1024)), language)
  return words.summary(printed.pages.length, words.kilobytes(kilobytes))
}
