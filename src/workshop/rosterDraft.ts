/**
 * A roster while it is being typed: its text, and what was answered about doubtful lines. Answers belong to a line's words
 * rather than to its number, so that they stay where they are when lines are added above.
 */
import type { RosterAnswer, RosterAnswers, RosterLine } from '../model/roster.ts'
import { parseRoster } from '../model/roster.ts'

export type RosterDraft = {
  text: string
  /** By the line's words and their turn among equal lines, see `keyOf`. */
  answers: Readonly<Record<string, readonly RosterAnswer[]>>
}

export const emptyRoster: RosterDraft = { text: '', answers: {} }

/** A line of the roster with its key and what was answered about it. */
export type KeyedLine = RosterLine & { key: string; answered: readonly RosterAnswer[] }

export function readRoster(draft: RosterDraft): KeyedLine[] {
  const turns = new Map<string, number>()
  return parseRoster(draft.text).map((line) => {
    const turn = (turns.get(line.raw) ?? 0) + 1
    turns.set(line.raw, turn)
    const key = `${turn} ${line.raw}`
    return { ...line, key, answered: draft.answers[key] ?? [] }
  })
}

export const answersByLine = (lines: readonly KeyedLine[]): RosterAnswers =>
  new Map(lines.map((line) => [line.line, line.answered]))

/** Puts an answer in the place of an earlier one about the same thing. */
export function withAnswer(draft: RosterDraft, key: string, answer: RosterAnswer): RosterDraft {
  const others = (draft.answers[key] ?? []).filter((each) => topicOf(each) !== topicOf(answer))
  return { ...draft, answers: { ...draft.answers, [key]: [...others, answer] } }
}

export function withoutAnswers(draft: RosterDraft, key: string): RosterDraft {
  const { [key]: _dropped, ...answers } = draft.answers
  return { ...draft, answers }
}

const topicOf = (answer: RosterAnswer): string =>
  answer.type === 'samePerson' || answer.type === 'twoPeople' ? 'same' : answer.type

type LineState = 'ready' | 'ask' | 'skipped' | 'over'

/** ready: read, or answered; ask: somebody should look at it; skipped: a table's head; over: one line too many. */
export function stateOf(line: KeyedLine): LineState {
  const said = (type: RosterAnswer['type']) =>
    line.answered.some(
      (answer) => answer.type === type && (answer.type !== 'name' || answer.name.trim() !== ''),
    )
  let state: LineState = 'ready'
  for (const doubt of line.doubts) {
    switch (doubt.type) {
      case 'tooManyLines':
        return 'over'
      case 'header':
        if (!said('isPerson')) return 'skipped'
        break
      case 'noName':
        if (!said('name')) state = 'ask'
        break
      case 'sameName':
        if (!said('samePerson') && !said('twoPeople')) state = 'ask'
        break
      case 'nameTooLong':
      case 'businessTooLong':
        if (!said('shorten')) state = 'ask'
    }
  }
  return state
}

/** The lines that are not created as things stand: too long and not answered, or one too many. In their own words. */
export const leftOver = (lines: readonly KeyedLine[]): string[] =>
  lines
    .filter((line) => {
      const state = stateOf(line)
      if (state === 'over') return true
      const tooLong = line.doubts.some(
        ({ type }) => type === 'nameTooLong' || type === 'businessTooLong',
      )
      return tooLong && !line.answered.some(({ type }) => type === 'shorten')
    })
    .map((line) => line.raw)
