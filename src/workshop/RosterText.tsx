import { memo, useMemo, useRef } from 'react'
import styles from './RosterText.module.css'
import type { KeyedLine } from './rosterDraft.ts'
import { stateOf } from './rosterDraft.ts'
import { useFacilitatorMessages } from './useFacilitatorMessages.ts'

type RosterTextProps = {
  text: string
  lines: readonly KeyedLine[]
  labelledBy: string
  autoFocus?: boolean
  onChange(text: string): void
}

/** The sheet a list is pasted on: ruled, with numbered lines; those that ask something lie on pale gold. */
export function RosterText({ text, lines, labelledBy, autoFocus, onChange }: RosterTextProps) {
  const words = useFacilitatorMessages().roster
  const ruled = useRef<HTMLDivElement>(null)
  const asking = useMemo(
    () =>
      lines
        .filter((line) => stateOf(line) === 'ask' || stateOf(line) === 'over')
        .map((line) => line.line)
        .join(' '),
    [lines],
  )
  return (
    <div className={styles.paper}>
      <div className={styles.ruled} ref={ruled} aria-hidden="true">
        <Numbers count={countLines(text)} asking={asking} />
      </div>
      <textarea
        className={styles.text}
        value={text}
        wrap="off"
        spellCheck={false}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: in a dialog that was opened to type here
        autoFocus={autoFocus}
        aria-labelledby={labelledBy}
        placeholder={words.placeholder}
        onChange={(event) => onChange(event.target.value)}
        onPaste={({ currentTarget }) => {
          // The caret stands behind the last line: if that is a long one, the names of all others would be out of sight.
          requestAnimationFrame(() => {
            currentTarget.scrollLeft = 0
          })
        }}
        onScroll={(event) => {
          if (ruled.current) {
            ruled.current.style.transform = `translateY(${-event.currentTarget.scrollTop}px)`
          }
        }}
      />
    </div>
  )
}

const Numbers = memo(function Numbers({ count, asking }: { count: number; asking: string }) {
  const gold = new Set(asking.split(' ').map(Number))
  return Array.from({ length: count }, (_, index) => index + 1).map((line) => (
    <div key={line} className={gold.has(line) ? styles.ask : undefined}>
      {line}
    </div>
  ))
})

/** More numbers than anybody scrolls through are not drawn. */
const MOST_NUMBERS = 2_000

const countLines = (text: string): number => Math.min(MOST_NUMBERS, text.split(/\r\n|\r|\n/).length)
