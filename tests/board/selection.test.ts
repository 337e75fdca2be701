import { describe, expect, it } from 'vitest'
import { createSelection } from '../../src/board/selection.ts'
import type { CanvasView } from '../../src/model/canvas.ts'
import { openCanvasReader } from '../../src/model/doc/readCanvas.ts'
import { removeNotes } from '../../src/model/doc/removeNote.ts'
import type { NoteId } from '../../src/model/ids.ts'
import { aCanvas, aContext, aNote } from '../support/builders.ts'

const id = (name: string) => name as NoteId

function openSelection() {
  const doc = aCanvas()
    .with(aNote('a').in('channels'), aNote('b').in('channels'), aNote('c').in('key-partners'))
    .toDoc()
  const reader = openCanvasReader(doc)
  const selection = createSelection(reader satisfies { view(): CanvasView })
  return { doc, selection, stop: selection.start() }
}

describe('notes selected together', () => {
  it('are given in the order in which they lie, however they were selected', () => {
    const { selection } = openSelection()
    for (const name of ['c', 'b', 'a']) selection.toggle(id(name))
    expect(selection.inOrder()).toEqual(['a', 'b', 'c'])
  })

  it('are all meant by a command at one of them, while one beside them means itself', () => {
    const { selection } = openSelection()
    selection.select([id('b'), id('c')])
    expect(selection.meantBy(id('c'))).toEqual(['b', 'c'])
    expect(selection.meantBy(id('a'))).toEqual(['a'])
  })

  it('lose a note that leaves the canvas, and nothing else', () => {
    const { doc, selection } = openSelection()
    selection.select([id('a'), id('b')])
    removeNotes(doc, [id('a')], aContext('facilitator'))
    expect([...selection.cell.get()]).toEqual(['b'])
  })

  it('are let go one by one, too', () => {
    const { selection } = openSelection()
    selection.toggle(id('a'))
    selection.toggle(id('a'))
    expect(selection.cell.get().size).toBe(0)
  })
})
