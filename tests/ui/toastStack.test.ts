import { describe, expect, it } from 'vitest'
import type { Toast, ToastLayer, ToastStack } from '../../src/ui/toastStack.ts'
import {
  EMPTY_STACK,
  withLayer,
  withoutLayer,
  withoutNews,
  withoutOffersOf,
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

  it('give way to a newer one where they are mere news, or the same offer', () => {
    const first = withToast(onScreen, news('copied'), 'board')
    expect(texts(withToast(first, offer('deleted', 'undo'), 'board'))).toEqual(['deleted'])
    const undo = withToast(first, offer('deleted', 'undo'), 'board')
    expect(texts(withToast(undo, news('copied'), 'board'))).toEqual(['deleted', 'copied'])
    expect(texts(withToast(undo, offer('moved', 'undo'), 'board'))).toEqual(['moved'])
    expect(texts(withToast(undo, offer('again'), 'board'))).toEqual(['deleted', 'again'])
  })

  it('go with who offered something, while what was only said stays', () => {
    const both = withToast(withToast(onScreen, offer('deleted'), 'board'), news('copied'), 'board')
    expect(texts(withoutOffersOf(both, 'board'))).toEqual(['copied'])
    expect(texts(withoutOffersOf(both, 'dashboard'))).toEqual(['deleted', 'copied'])
  })
})
