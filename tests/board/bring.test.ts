import { describe, expect, it } from 'vitest'
import { areTaken, isTaken } from '../../src/board/bring.ts'
import { openCanvasReader } from '../../src/model/doc/readCanvas.ts'
import type { NoteId } from '../../src/model/ids.ts'
import { aCanvas, aNote } from '../support/builders.ts'

describe('a note that is put somewhere', () => {
  it('moves within its tab, and to and from the tray', () => {
    expect(isTaken('channels', 'key-partners')).toBe(false)
    expect(isTaken('channels', 'tray')).toBe(false)
    expect(isTaken('tray', 'threats')).toBe(false)
  })

  it('is taken as a copy from one tab to another', () => {
    expect(isTaken('channels', 'strengths')).toBe(true)
    expect(isTaken('strengths', 'tows-so')).toBe(true)
  })

  it('goes as the others in the same hand go', () => {
    const doc = aCanvas().with(aNote('a').in('channels'), aNote('b')).toDoc()
    const view = openCanvasReader(doc).view()
    const hand = ['a', 'b'] as NoteId[]
    expect(areTaken(view, hand, 'strengths')).toBe(true)
    expect(areTaken(view, hand.slice(1), 'strengths')).toBe(false)
  })
})
