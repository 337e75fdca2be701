import type { ReactNode } from 'react'
import { useCallback } from 'react'
import type { RosterAnswer } from '../model/roster.ts'
import { RosterList } from './RosterList.tsx'
import styles from './RosterPanel.module.css'
import type { KeyedLine, RosterDraft } from './rosterDraft.ts'
import { stateOf, withAnswer, withoutAnswers } from './rosterDraft.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

type RosterPanelProps = {
  lines: readonly KeyedLine[]
  onChange(change: (before: RosterDraft) => RosterDraft): void
  /** What is said while there is no line. */
  emptyHint?: string
  /** News above the foot, such as what went wrong. */
  news?: ReactNode
  /** The one button that ends this. */
  children: ReactNode
}

/** The right half of a roster being typed: what was read, what is asked, and the button. */
export function RosterPanel({ lines, onChange, emptyHint, news, children }: RosterPanelProps) {
  const words = useFacilitatorMessages().roster
  const states = lines.map(stateOf)
  const ready = states.filter((state) => state === 'ready').length
  const toAnswer = states.filter((state) => state === 'ask').length
  const over = states.filter((state) => state === 'over').length
  const onAnswer = useCallback(
    (key: string, answer: RosterAnswer) => onChange((before) => withAnswer(before, key, answer)),
    [onChange],
  )
  const onUnanswer = useCallback(
    (key: string) => onChange((before) => withoutAnswers(before, key)),
    [onChange],
  )
  return (
    <section className={styles.panel} aria-label={words.read}>
      <header className={styles.head}>
        <h2>
          {words.read} {lines.length > 0 && <small>{words.lines(lines.length)}</small>}
        </h2>
        {ready > 0 && <span className={styles.ready}>{words.ready(ready)}</span>}
        {toAnswer > 0 && <span className={styles.ask}>{words.toAnswer(toAnswer)}</span>}
        {over > 0 && <span className={styles.ask}>{words.notIn(over)}</span>}
      </header>
      {lines.length > 0 && (
        <div className={styles.columns} aria-hidden="true">
          <span>{words.columnName}</span>
          <span>{words.columnBusiness}</span>
        </div>
      )}
      <RosterList lines={lines} onAnswer={onAnswer} onUnanswer={onUnanswer} />
      {news}
      <footer className={styles.foot}>
        <p role="status">
          {toAnswer + over > 0 ? (
            <>
              <b>{words.notLost(toAnswer + over)}</b>
              <br />
              {toAnswer > 0 ? words.answerLater : words.tooManyHint}
            </>
          ) : lines.length > 0 ? (
            words.allReady
          ) : (
            emptyHint
          )}
        </p>
        {children}
      </footer>
    </section>
  )
}
