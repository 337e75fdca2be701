/** Every letter that anybody types is typed once: so it can be told whose it is, and that nobody else's hand took it away. */
import type * as Y from 'yjs'
import type { SharedNote } from '../../src/model/doc/schema.ts'
import { notesOf, sharedText } from '../../src/model/doc/schema.ts'

type Typed = { client: number; note: string; honest: boolean }

export class Letters {
  readonly #typed = new Map<string, Typed>()
  readonly #struckOut = new Set<string>()
  /** Deleted by somebody who may. */
  readonly #gone = new Set<string>()
  #count = 0

  /** Letters of two halves too: a cut one would show. */
  next(): string {
    const base = this.#count % 3 === 0 ? 0x20000 : 0x4e00
    return String.fromCodePoint(base + this.#count++)
  }
  typed(letter: string, by: Typed): void {
    this.#typed.set(letter, by)
  }
  isOf(client: number, letter: string): boolean {
    return this.#typed.get(letter)?.client === client
  }

  struckOut(client: number, letter: string): void {
    this.#struckOut.add(`${client} ${letter}`)
  }
  wasStruckOut(client: number, letter: string): boolean {
    return this.#struckOut.has(`${client} ${letter}`)
  }

  /** Does something in a document and remembers which letters went with it. */
  goneWith(doc: Y.Doc, act: () => void): void {
    const before = textsIn(doc)
    act()
    const after = textsIn(doc)
    for (const [note, text] of before) {
      const now = after.get(note) ?? ''
      if (now === text) continue
      for (const letter of text) {
        if (!now.includes(letter) && this.#typed.get(letter)?.note === note) this.#gone.add(letter)
      }
    }
  }

  /** What is amiss in a document that is known to have had these letters. */
  missingIn(doc: Y.Doc, hadLetters: Iterable<string>): string[] {
    const texts = textsIn(doc)
    const wrong: string[] = []
    for (const letter of hadLetters) {
      const typed = this.#typed.get(letter)
      if (!typed || this.#gone.has(letter)) continue
      const count = (texts.get(typed.note) ?? '').split(letter).length - 1
      if (count !== 1) wrong.push(`${letter} stands ${count} times in ${typed.note}`)
    }
    return wrong
  }

  isHonest(letter: string): boolean {
    return this.#typed.get(letter)?.honest ?? true
  }
}

const textsIn = (doc: Y.Doc): Map<string, string> =>
  new Map([...notesOf(doc)].map(([id, note]) => [id, String(sharedText(note as SharedNote) ?? '')]))
