/** The keyboard of an Android phone, as it speaks to a field: it composes words, corrects them, and hardly sends keys. */
import type { Page } from '@playwright/test'

export type PhoneKeyboard = {
  /** The word under way, underlined. */
  compose(word: string): Promise<void>
  /** Takes letters that stand in the field already and puts a word in their place, underlined. */
  correct(at: number, length: number, word: string): Promise<void>
  /** The word under way is done. */
  commit(word: string): Promise<void>
  /** The Enter that only chooses the word under way. */
  composedEnter(): Promise<void>
  /** An Enter that comes as a sign, and as no key that could be told. */
  enter(): Promise<void>
}

export async function keyboardOf(page: Page): Promise<PhoneKeyboard> {
  const wire = await page.context().newCDPSession(page)
  const underline = (text: string, replaced = {}) =>
    wire.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
      ...replaced,
    })
  return {
    async compose(word) {
      await underline(word)
    },
    async correct(at, length, word) {
      await underline(word, { replacementStart: at, replacementEnd: at + length })
    },
    async commit(word) {
      await wire.send('Input.insertText', { text: word })
    },
    async composedEnter() {
      const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 }
      await wire.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
      await wire.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
    },
    async enter() {
      await wire.send('Input.dispatchKeyEvent', { type: 'char', text: '\r' })
    },
  }
}
