import { describe, expect, it } from 'vitest'
import { neighbourOf } from '../../src/board/desk/neighbourOf.ts'
import { openCanvasReader } from '../../src/model/doc/readCanvas.ts'
import type { NoteId } from '../../src/model/ids.ts'
import { aCanvas, aNote } from '../support/builders.ts'

describe('where the focus goes when notes leave', () => {
  const doc = aCanvas()
    .with(...['a', 'b', 'c', 'd'].map((name) => aNote(name).in('channels')))
    .toDoc()
  const before = openCanvasReader(doc).view()
  const focusAfter = (note: string, ...leaving: string[]) => {
    const now = aCanvas()
      .with(
        ...['a', 'b', 'c', 'd'].map((name) =>
          aNote(name).in([note, ...leaving].includes(name) ? 'tray' : 'channels'),
        ),
      )
      .toDoc()
    return neighbourOf(before, openCanvasReader(now).view(), note as NoteId)
  }

  it('is the next note, or the one before at the end', () => {
    expect(focusAfter('b')).toBe('c')
    expect(focusAfter('d')).toBe('c')
  })

  it('is a note that stays', () => {
    expect(focusAfter('b', 'c')).toBe('d')
    expect(focusAfter('c', 'b', 'd')).toBe('a')
    expect(focusAfter('a', 'b', 'c', 'd')).toBe(null)
  })
})
