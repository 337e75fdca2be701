import { memo } from 'react'
import { LIMITS } from '../model/limits.ts'
import type { RosterAnswer, RosterDoubt } from '../model/roster.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import styles from './RosterList.module.css'
import type { KeyedLine } from './rosterDraft.ts'
import { stateOf } from './rosterDraft.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

type RosterListProps = {
  lines: readonly KeyedLine[]
  onAnswer(key: string, answer: RosterAnswer): void
  onUnanswer(key: string): void
}

/** What was understood of the pasted lines, one beside the other; a doubtful one asks in its own place. */
export function RosterList({ lines, onAnswer, onUnanswer }: RosterListProps) {
  const words = useFacilitatorMessages().roster
  const isPhone = useIsPhone()
  const over = lines.filter((line) => stateOf(line) === 'over').length
  if (lines.length === 0) {
    return (
      <div className={styles.empty}>
        <span className={`${styles.chip} paper-daun`}>
          <Icon name="people" size={28} />
        </span>
        <p>{words.empty}</p>
        <p>{isPhone ? words.emptyHintPhone : words.emptyHint}</p>
      </div>
    )
  }
  return (
    <ol className={styles.list}>
      {lines.map(
        (line) =>
          stateOf(line) !== 'over' && (
            <Row
              key={line.key}
              lineKey={line.key}
              line={line.line}
              name={line.name}
              business={line.business}
              doubts={JSON.stringify(line.doubts)}
              answered={JSON.stringify(line.answered)}
              onAnswer={onAnswer}
              onUnanswer={onUnanswer}
            />
          ),
      )}
      {over > 0 && (
        <li className={`${styles.row} ${styles.ask}`}>
          <p className={styles.over}>
            <b>{words.tooManyLines(over, LIMITS.rosterLines)}</b>
          </p>
        </li>
      )}
    </ol>
  )
}

type RowProps = {
  lineKey: string
  line: number
  name: string
  business: string
  /** As JSON, so that a line that did not change is not drawn again while others are typed. */
  doubts: string
  answered: string
  onAnswer(key: string, answer: RosterAnswer): void
  onUnanswer(key: string): void
}

const Row = memo(function Row(props: RowProps) {
  const words = useFacilitatorMessages().roster
  const doubts = JSON.parse(props.doubts) as RosterDoubt[]
  const answered = JSON.parse(props.answered) as RosterAnswer[]
  const { lineKey: key, line, name, business, onAnswer, onUnanswer } = props
  const state = stateOf({ key, line, raw: '', name, business, doubts, answered })
  const given = answered.find((answer) => answer.type === 'name')
  const skipped = state === 'skipped'
  const shownName = name || (given?.type === 'name' ? given.name.trim() : '')
  const same = answered.find(({ type }) => type === 'samePerson')
  return (
    <li
      className={`${styles.row} ${state === 'ask' ? styles.ask : ''} ${skipped || same ? styles.skipped : ''} ${doubts.length > 0 ? styles.asked : ''}`}
    >
      <span className={styles.number}>{line}</span>
      {shownName === '' ? (
        <span className={styles.nobody} aria-hidden="true">
          ?
        </span>
      ) : (
        <Avatar name={shownName} colour={colourOf(shownName)} size={30} />
      )}
      <div className={styles.words}>
        <p className={styles.read}>
          <b className={shownName === '' ? styles.noName : ''}>{shownName || words.noName}</b>
          <span>{business}</span>
        </p>
        {doubts.map((doubt) => (
          <Doubt key={doubt.type} doubt={doubt} answered={answered} />
        ))}
      </div>
      {doubts.map((doubt) => (
        <Answers
          key={doubt.type}
          doubt={doubt}
          line={line}
          answered={answered}
          onAnswer={(answer) => onAnswer(key, answer)}
          onUnanswer={() => onUnanswer(key)}
        />
      ))}
    </li>
  )
})

type DoubtProps = { doubt: RosterDoubt; answered: readonly RosterAnswer[] }

function Doubt({ doubt, answered }: DoubtProps) {
  const words = useFacilitatorMessages().roster
  const said = (type: RosterAnswer['type']) => answered.some((answer) => answer.type === type)
  switch (doubt.type) {
    case 'sameName':
      if (said('samePerson'))
        return <p className={styles.settled}>{words.countedWith(doubt.line)}</p>
      if (said('twoPeople')) return null
      return <p className={styles.question}>{words.sameName(doubt.line)}</p>
    case 'noName':
      if (answered.some((answer) => answer.type === 'name' && answer.name.trim() !== ''))
        return null
      return <p className={styles.question}>{words.noNameAsk}</p>
    case 'nameTooLong':
    case 'businessTooLong': {
      if (said('shorten')) return <p className={styles.settled}>{words.shortened}</p>
      const why = doubt.type === 'nameTooLong' ? words.nameTooLong : words.businessTooLong
      return (
        <p className={styles.question}>
          {why(doubt.max)} “{doubt.shortened}”
        </p>
      )
    }
    case 'header':
      return said('isPerson') ? null : <p className={styles.settled}>{words.header}</p>
    case 'tooManyLines':
      return null
  }
}

type AnswersProps = DoubtProps & {
  line: number
  onAnswer(answer: RosterAnswer): void
  onUnanswer(): void
}

function Answers({ doubt, line, answered, onAnswer, onUnanswer }: AnswersProps) {
  const words = useFacilitatorMessages().roster
  if (doubt.type === 'noName') {
    const given = answered.find((answer) => answer.type === 'name')
    return (
      <input
        className={styles.name}
        value={given?.type === 'name' ? given.name : ''}
        maxLength={LIMITS.nameLength}
        placeholder={words.typeName}
        aria-label={words.nameOfLine(line)}
        autoComplete="off"
        onChange={(event) => onAnswer({ type: 'name', name: event.target.value })}
      />
    )
  }
  if (answered.some(({ type }) => type !== 'name')) {
    return (
      <Button
        look="quiet"
        className={styles.change}
        aria-label={words.changeAnswerOf(line)}
        onClick={onUnanswer}
      >
        {words.changeAnswer}
      </Button>
    )
  }
  switch (doubt.type) {
    case 'sameName':
      return (
        <div className={styles.choices}>
          <Button onClick={() => onAnswer({ type: 'samePerson' })}>{words.onePerson}</Button>
          <Button onClick={() => onAnswer({ type: 'twoPeople' })}>{words.twoPeople}</Button>
        </div>
      )
    case 'nameTooLong':
    case 'businessTooLong':
      return <Button onClick={() => onAnswer({ type: 'shorten' })}>{words.shorten}</Button>
    case 'header':
      return <Button onClick={() => onAnswer({ type: 'isPerson' })}>{words.headerIsPerson}</Button>
    case 'tooManyLines':
      return null
  }
}

/** A colour by name, until the seat exists that will decide it. */
function colourOf(name: string): number {
  let sum = 0
  for (const sign of name) sum += sign.codePointAt(0) ?? 0
  return (sum % 6) + 1
}
