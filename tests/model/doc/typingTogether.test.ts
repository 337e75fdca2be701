import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCanvas, aNote } from '../../support/builders.ts'
import type { Person, Writing } from '../../support/twoPeople.ts'
import { aPerson, deliver, reconnect } from '../../support/twoPeople.ts'

/**
 * Someone at a field, as a screen keeps it. Every letter is typed once, so where one is and whose it was can always be told;
 * every third is an emoji of two halves.
 */
type Writer = { person: Person; writing: Writing; text: string; caret: number; held: boolean }

const KINDS = ['type', 'type', 'type', 'delete', 'hold', 'release', 'hear', 'hear'] as const
const anAct = fc.record({
  who: fc.nat(2),
  kind: fc.constantFrom(...KINDS),
  at: fc.nat(40),
  length: fc.integer({ min: 1, max: 3 }),
  from: fc.nat(2),
})

const START = 'Ω🍜Ж'

function aTable(size: number) {
  const update = aCanvas().with(aNote('n1').saying(START)).toUpdate()
  const wrong: string[] = []
  const writers = Array.from({ length: size }, (_, index): Writer => {
    const person = aPerson(`p${index}`, update, 100 + index)
    const writing = person.writeIn('n1')
    const writer: Writer = { person, writing, text: START, caret: 0, held: false }
    writing.subscribe(({ text, mapIndex }) => {
      if (writer.held) wrong.push('the field was touched while an input method composed')
      const expected = caretIn(text, writer.text.slice(0, writer.caret))
      writer.caret = mapIndex(writer.caret)
      writer.text = text
      if (writer.caret !== expected)
        wrong.push(`caret at ${writer.caret}, not ${expected}, in ${text}`)
    })
    return writer
  })
  return { writers, wrong }
}

/** Behind the last letter before the caret that is still there. */
function caretIn(text: string, before: string): number {
  const letter = [...before].reverse().find((each) => text.includes(each))
  return letter === undefined ? 0 : text.indexOf(letter) + letter.length
}

function put(writer: Writer, letters: readonly string[], caretBehind: number): void {
  writer.text = letters.join('')
  writer.caret = letters.slice(0, caretBehind).join('').length
  writer.writing.input(writer.text, writer.caret)
}

describe('three people typing in one note', () => {
  it('end with the same words: each letter once that nobody deleted, and carets behind their letters', () => {
    fc.assert(
      fc.property(fc.array(anAct, { minLength: 10, maxLength: 80, size: 'max' }), (acts) => {
        const { writers, wrong } = aTable(3)
        const typed: string[] = [...START]
        const deleted = new Set<string>()
        for (const { who, kind, at, length, from } of acts) {
          const writer = writers[who]
          const other = writers[from]
          if (!writer || !other) continue
          const letters = [...writer.text]
          const index = at % (letters.length + 1)
          if (kind === 'type') {
            const letter = String.fromCodePoint(
              (typed.length % 3 ? 0x4e00 : 0x1f400) + typed.length,
            )
            typed.push(letter)
            put(writer, [...letters.slice(0, index), letter, ...letters.slice(index)], index + 1)
          }
          if (kind === 'delete') {
            for (const letter of letters.slice(index, index + length)) deleted.add(letter)
            put(writer, [...letters.slice(0, index), ...letters.slice(index + length)], index)
          }
          if (kind === 'hold' || kind === 'release') {
            writer.held = kind === 'hold'
            writer.writing.hold(writer.held)
          }
          if (kind === 'hear') deliver(other.person, writer.person)
          expect(writer.writing.shown()).toBe(writer.text)
        }
        for (const writer of writers) {
          writer.held = false
          writer.writing.hold(false)
        }
        reconnect(...writers.map(({ person }) => person))
        const [first = '', ...others] = writers.map(({ text }) => text)
        for (const text of others) expect(text).toBe(first)
        for (const { person, text } of writers) expect(person.textOf('n1')).toBe(text)
        expect([...first].sort()).toEqual(typed.filter((letter) => !deleted.has(letter)).sort())
        expect(wrong).toEqual([])
      }),
      { numRuns: 250 },
    )
  })

  it('lose none of the others’ letters by undo and redo in the field', () => {
    const acts = fc.array(fc.tuple(anAct, fc.constantFrom('act', 'act', 'undo', 'redo')), {
      minLength: 10,
      maxLength: 60,
      size: 'max',
    })
    fc.assert(
      fc.property(acts, (all) => {
        const { writers } = aTable(3)
        const authorOf = new Map<string, number>()
        for (const [{ who, at, from, kind }, what] of all) {
          const writer = writers[who]
          const other = writers[from]
          if (!writer || !other) continue
          const letters = [...writer.text]
          const index = at % (letters.length + 1)
          if (what !== 'act') {
            const theirs = letters.filter((letter) => authorOf.get(letter) !== who)
            if (what === 'undo') writer.writing.undo()
            else writer.writing.redo()
            for (const letter of theirs) expect(writer.text).toContain(letter)
          } else if (kind === 'hear' || kind === 'hold') {
            deliver(other.person, writer.person)
          } else {
            const letter = String.fromCodePoint(0x4e00 + authorOf.size)
            authorOf.set(letter, who)
            put(writer, [...letters.slice(0, index), letter, ...letters.slice(index)], index + 1)
          }
          expect(writer.writing.shown()).toBe(writer.text)
        }
        reconnect(...writers.map(({ person }) => person))
        expect(new Set(writers.map(({ text }) => text)).size).toBe(1)
        for (const letter of writers[0]?.text ?? '') {
          expect(writers[0]?.text.split(letter)).toHaveLength(2)
        }
      }),
      { numRuns: 80 },
    )
  })
})
