import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../src/model/limits.ts'
import { rosterMembers } from '../../src/model/roster.ts'
import { readCreateDraft, readRosterDraft } from '../../src/workshop/createDraft.ts'
import type { RosterDraft } from '../../src/workshop/rosterDraft.ts'
import {
  answersByLine,
  emptyRoster,
  leftOver,
  readRoster,
  stateOf,
  withAnswer,
  withoutAnswers,
} from '../../src/workshop/rosterDraft.ts'

const draftOf = (...lines: string[]): RosterDraft => ({ text: lines.join('\n'), answers: {} })
const keyOf = (draft: RosterDraft, line: number): string => {
  const found = readRoster(draft).find((each) => each.line === line)
  if (!found) throw new Error(`no line ${line}`)
  return found.key
}
const statesOf = (draft: RosterDraft) => readRoster(draft).map(stateOf)
const membersOf = (draft: RosterDraft) => {
  const lines = readRoster(draft)
  return rosterMembers(lines, answersByLine(lines))
}

describe('a roster being typed', () => {
  it('asks about a name that stands twice, until it is answered', () => {
    const typed = draftOf('Bu Ninik, Tahu', 'Bu Ninik, Sempol')
    expect(statesOf(typed)).toEqual(['ready', 'ask'])
    const answered = withAnswer(typed, keyOf(typed, 2), { type: 'twoPeople' })
    expect(statesOf(answered)).toEqual(['ready', 'ready'])
    expect(statesOf(withoutAnswers(answered, keyOf(typed, 2)))).toEqual(['ready', 'ask'])
  })

  it('keeps an answer with its line when lines are added above', () => {
    const typed = draftOf('Bu Ninik, Tahu', ', Warung soto')
    const named = withAnswer(typed, keyOf(typed, 2), { type: 'name', name: 'Pak Slamet' })
    const longer = { ...named, text: `Pak Wawan, Keripik\n${named.text}` }
    expect(membersOf(longer)).toEqual([
      { name: 'Pak Wawan', business: 'Keripik' },
      { name: 'Bu Ninik', business: 'Tahu' },
      { name: 'Pak Slamet', business: 'Warung soto' },
    ])
  })

  it('tells two equal lines apart', () => {
    const typed = draftOf(', Warung', ', Warung')
    const named = withAnswer(typed, keyOf(typed, 2), { type: 'name', name: 'Bu Rina' })
    expect(membersOf(named).map(({ name }) => name)).toEqual(['', 'Bu Rina'])
  })

  it('takes the later of two answers about the same thing', () => {
    const typed = draftOf('Bu Ninik, Tahu', 'Bu Ninik, Sempol')
    const key = keyOf(typed, 2)
    const one = withAnswer(typed, key, { type: 'samePerson' })
    expect(membersOf(one)).toEqual([{ name: 'Bu Ninik', business: 'Tahu, Sempol' }])
    expect(membersOf(withAnswer(one, key, { type: 'twoPeople' }))).toHaveLength(2)
  })

  it('asks again for a name that was emptied', () => {
    const typed = draftOf(', Warung soto')
    const emptied = withAnswer(typed, keyOf(typed, 1), { type: 'name', name: '  ' })
    expect(statesOf(emptied)).toEqual(['ask'])
  })

  it('leaves over what it could not make a member of, in its own words', () => {
    const long = `Pak ${'panjang '.repeat(20)}`.trim()
    const typed = draftOf('Bu Ninik, Tahu', `${long}, Soto`)
    expect(leftOver(readRoster(typed))).toEqual([`${long}, Soto`])
    const shortened = withAnswer(typed, keyOf(typed, 2), { type: 'shorten' })
    expect(leftOver(readRoster(shortened))).toEqual([])
    expect(membersOf(shortened)).toHaveLength(2)
  })

  it('leaves over the lines beyond what a workshop takes', () => {
    const people = Array.from({ length: LIMITS.rosterLines + 2 }, (_, n) => `Bu ${n}, Usaha ${n}`)
    const lines = readRoster(draftOf(...people))
    expect(leftOver(lines)).toEqual(people.slice(-2))
    expect(rosterMembers(lines, answersByLine(lines))).toHaveLength(LIMITS.rosterLines)
  })
})

describe('a form read from the device', () => {
  it('comes back as it was kept', () => {
    const kept = {
      title: 'Guyub Rukun',
      place: 'Malang',
      date: '2026-07-15',
      facilitatorName: 'Bu Sesilya',
      roster: withAnswer(draftOf(', Warung soto'), '1 , Warung soto', {
        type: 'name',
        name: 'Bu A',
      }),
    }
    expect(readCreateDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  })

  it('is empty where something else is kept there', () => {
    for (const stored of [null, 1, 'text', [], { title: 7 }, { roster: { text: 1 } }]) {
      expect(readCreateDraft(stored).title).toBe('')
      expect(readRosterDraft(stored)).toEqual(emptyRoster)
    }
  })
})
