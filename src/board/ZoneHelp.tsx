import { useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { BusinessKind } from '../i18n/zones.id.ts'
import type { ZoneId } from '../model/zones.ts'
import { zoneById } from '../model/zones.ts'
import { IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useDropNews } from '../ui/Toasts.tsx'
import { useBoard } from './boardContext.ts'
import { kindOfBusiness } from './kindOfBusiness.ts'
import { NoteText } from './NoteText.tsx'
import { useReadAloud } from './useReadAloud.ts'
import styles from './ZoneHelp.module.css'

const KINDS: readonly BusinessKind[] = ['food', 'service', 'craft-retail']

/** Remembered while the page is open: who asks again has the same business. Null until somebody chose. */
let chosenKind: BusinessKind | null = null

type ZoneHelpProps = { zone: ZoneId; size: 'pointer' | 'touch'; onClose(): void }

/** A zone by its names in both languages, one plain sentence, its questions, and invented notes that say that they are. */
export function ZoneHelp({ zone, size, onClose }: ZoneHelpProps) {
  const { board, common, zones } = useMessages()
  const { owner } = useBoard()
  const [kind, setKind] = useState(chosenKind ?? kindOfBusiness(owner.business) ?? 'food')
  useDropNews()
  const { icon, colour } = zoneById(zone)
  const texts = zones[zone]
  const examples = texts.examples[kind]
  return (
    <div className={`${styles.help} ${styles[size]}`}>
      <header className={styles.head}>
        <span className={`${styles.chip} paper-${colour}`}>
          <Icon name={icon} size={26} />
        </span>
        <div>
          <p className={styles.nickname}>{texts.nickname}</p>
          <p className={styles.name}>
            {[texts.name, texts.otherName]
              .filter((name) => name !== texts.nickname)
              .map((name) => (
                <span key={name}>{name}</span>
              ))}
          </p>
        </div>
        <IconButton icon="close" label={common.close} size={size} onClick={onClose} />
      </header>
      <p className={styles.plain}>{texts.plain}</p>
      <section>
        <h3 className={styles.heading}>{board.examples.questions}</h3>
        <Questions questions={texts.questions} size={size} />
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
                  chosenKind = each
                  setKind(each)
                }}
              >
                {board.examples.kind[each]}
              </button>
            ))}
          </fieldset>
          <ul className={styles.notes}>
            {examples.map((example) => (
              <li key={example} className={`sticky paper-${colour}`}>
                <NoteText text={example} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

type QuestionsProps = { questions: readonly string[]; size: 'pointer' | 'touch' }

function Questions({ questions, size }: QuestionsProps) {
  const words = useMessages().board.help
  const aloud = useReadAloud()
  return (
    <ul className={styles.questions}>
      {questions.map((question) => {
        const reading = aloud?.reading === question
        const label = reading ? words.stopReading : words.readAloud
        return (
          <li key={question}>
            <span>{question}</span>
            {aloud && (
              <IconButton
                icon={reading ? 'pause' : 'speaker'}
                label={`${label}: ${question}`}
                size={size}
                className={styles.aloud}
                onClick={() => (reading ? aloud.stop() : aloud.read(question))}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
