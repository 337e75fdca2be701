import { useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { BusinessKind } from '../i18n/zones.id.ts'
import type { ZoneId } from '../model/zones.ts'
import { zoneById } from '../model/zones.ts'
import { IconButton } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './ExamplesDialog.module.css'
import { NoteText } from './NoteText.tsx'

const KINDS: readonly BusinessKind[] = ['food', 'service', 'craft-retail']

/** Remembered while the page is open: who asks again has the same business. */
let lastKind: BusinessKind = 'food'

/** A zone in one plain sentence, its questions, and invented notes that say that they are. */
export function ExamplesDialog({ zone, onClose }: { zone: ZoneId; onClose(): void }) {
  const { board, common, zones } = useMessages()
  const [kind, setKind] = useState(lastKind)
  const { icon, colour } = zoneById(zone)
  const texts = zones[zone]
  const examples = texts.examples[kind]
  return (
    <Dialog title={texts.nickname} titleHidden onClose={onClose}>
      <header className={styles.head}>
        <span className={`${styles.chip} paper-${colour}`}>
          <Icon name={icon} size={26} />
        </span>
        <div>
          <p className={styles.nickname}>{texts.nickname}</p>
          {texts.name !== texts.nickname && <p className={styles.name}>{texts.name}</p>}
        </div>
        <IconButton icon="close" label={common.close} size="touch" onClick={onClose} />
      </header>
      <p className={styles.plain}>{texts.plain}</p>
      <section>
        <h3 className={styles.heading}>{board.examples.questions}</h3>
        <ul className={styles.questions}>
          {texts.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </section>
      {examples.length > 0 && (
        <section>
          <div className={styles.row}>
            <h3 className={styles.heading}>{board.examples.notes}</h3>
            <span className={styles.pill}>{common.exampleNotData}</span>
          </div>
          <fieldset className={styles.kinds}>
            <legend className="visually-hidden">{board.examples.kindLabel}</legend>
            {KINDS.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === kind}
                onClick={() => {
                  lastKind = each
                  setKind(each)
                }}
              >
                {board.examples.kind[each]}
              </button>
            ))}
          </fieldset>
          <ul className={styles.notes}>
            {examples.map((example) => (
              <li key={example} className={`paper-${colour}`}>
                <NoteText text={example} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}
