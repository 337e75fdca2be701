import { describe, expect, it } from 'vitest'
import type { Toast, ToastLayer, ToastStack } from '../../src/ui/toastStack.ts'
import {
  barsOf,
  EMPTY_STACK,
  inBar,
  withLayer,
  withoutBar,
  withoutLayer,
  withoutNews,
  withoutOffersOf,
  withoutToast,
  withToast,
} from '../../src/ui/toastStack.ts'

const screen: ToastLayer = { host: null }
const dialog: ToastLayer = { host: null }
const news = (text: string): Toast => ({ icon: 'note', text })
const offer = (text: string, kind?: 'undo'): Toast => ({
  ...news(text),
  action: { label: text, icon: 'undo', onPress() {}, ...(kind && { kind }) },
})
const onScreen = withLayer(EMPTY_STACK, screen)
const texts = ({ toasts }: ToastStack) => toasts.map(({ text }) => text)
/** Those over the layer on top. */
const shown = ({ layers, toasts }: ToastStack) =>
  toasts.filter(({ layer }) => layer === layers.length - 1).map(({ text }) => text)

describe('toasts over the layers of a screen', () => {
  it('stay below a dialog that opens, and are there again when it closes', () => {
    const covered = withLayer(withToast(onScreen, offer('deleted'), 'board'), dialog)
    expect(shown(covered)).toEqual([])
    expect(shown(withoutLayer(covered, dialog))).toEqual(['deleted'])
  })

  it('of a dialog outlive it, and come along into no other', () => {
    const said = withToast(withLayer(onScreen, dialog), news('copied'), 'dialog')
    expect(shown(said)).toEqual(['copied'])
    const closed = withoutLayer(said, dialog)
    expect(shown(closed)).toEqual(['copied'])
    expect(shown(withLayer(closed, dialog))).toEqual([])
  })
})

describe('toasts beside each other', () => {
  it('go where something is opened to be read, unless they offer something', () => {
    const both = withToast(withToast(onScreen, offer('deleted'), 'board'), news('copied'), 'board')
    expect(texts(withoutNews(both))).toEqual(['deleted'])
  })

  it('give way to a newer one where they are mere news', () => {
    const first = withToast(onScreen, news('copied'), 'board')
    expect(texts(withToast(first, offer('deleted', 'undo'), 'board'))).toEqual(['deleted'])
    const undo = withToast(first, offer('deleted', 'undo'), 'board')
    expect(texts(withToast(undo, news('copied'), 'board'))).toEqual(['deleted', 'copied'])
    expect(texts(withToast(undo, offer('again'), 'board'))).toEqual(['deleted', 'again'])
  })

  it('let one take back what was done before the latest, and no more than these two', () => {
    const done = ['deleted', 'moved', 'taken'].map((text) => offer(text, 'undo'))
    const stacks = done.map((_, at) =>
      done.slice(0, at + 1).reduce((stack, each) => withToast(stack, each, 'board'), onScreen),
    )
    expect(stacks.map(texts)).toEqual([['deleted'], ['deleted', 'moved'], ['moved', 'taken']])
    const beside = withToast(stacks[1] ?? onScreen, offer('again'), 'board')
    expect(texts(beside), 'another offer counts for itself').toEqual(['deleted', 'moved', 'again'])
  })

  it('lie in one bar where they say the same: pressed, it offers the one before; outlived, none', () => {
    const twice = ['moved', 'deleted', 'deleted', 'deleted']
    const stack = twice.reduce(
      (all, text) => withToast(all, offer(text, 'undo'), 'board'),
      onScreen,
    )
    const [moved, deleted] = barsOf(stack.toasts)
    if (!moved || !deleted) throw new Error('two bars')
    expect([moved.text, deleted.text, deleted.id]).toEqual(['moved', 'deleted', 4])
    expect(inBar(stack.toasts, deleted)).toBe(3)
    const pressed = withoutToast(stack, deleted.id)
    expect(barsOf(pressed.toasts).map(({ id }) => id)).toEqual([1, 3])
    expect(texts(withoutBar(pressed, 3))).toEqual(['moved'])
  })

  it('go with who offered something, while what was only said stays', () => {
    const both = withToast(withToast(onScreen, offer('deleted'), 'board'), news('copied'), 'board')
    expect(texts(withoutOffersOf(both, 'board'))).toEqual(['copied'])
    expect(texts(withoutOffersOf(both, 'dashboard'))).toEqual(['deleted', 'copied'])
  })
})
