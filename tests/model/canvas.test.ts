import { describe, expect, it } from 'vitest'
import { codeOf, countInTab, emptyCanvas, notesInZone, tagsOf } from '../../src/model/canvas.ts'
import { readCanvas } from '../../src/model/doc/readCanvas.ts'
import { ZONE_IDS } from '../../src/model/zones.ts'
import { aCanvas, aNote } from '../support/builders.ts'
import { twoPeople } from '../support/twoPeople.ts'

const canvas = aCanvas().with(
  aNote('n1').in('channels').saying('Pasar'),
  aNote('n2').in('channels').saying('WhatsApp'),
  aNote('n3').in('threats'),
  aNote('n4').in('tray'),
)

describe('a canvas', () => {
  it('counts the notes of a tab, the tray not among them', () => {
    const view = readCanvas(canvas.toDoc())
    expect([countInTab(view, 'bmc'), countInTab(view, 'swot'), countInTab(view, 'tows')]).toEqual([
      2, 1, 0,
    ])
  })

  it('lists the notes of a zone in order', () => {
    const view = readCanvas(canvas.toDoc())
    expect(notesInZone(view, 'channels').map(({ text }) => text)).toEqual(['Pasar', 'WhatsApp'])
    expect(notesInZone(view, 'strengths')).toEqual([])
  })

  it('calls a note by its quadrant and turn, and notes elsewhere by nothing', () => {
    const view = readCanvas(canvas.toDoc())
    const codes = ['n3', 'n1', 'n4', 'nobody'].map((note) => codeOf(view, note as never))
    expect(codes).toEqual(['T1', null, null, null])
  })

  it('lists its tags, most used first, however they are spelled', () => {
    const { ninik } = twoPeople(canvas)
    ninik.tagNotes(['n1'], { add: 'sehat' })
    ninik.tagNotes(['n1'], { add: 'Murah' })
    ninik.tagNotes(['n3'], { add: 'murah' })
    expect(tagsOf(ninik.view())).toEqual(['Murah', 'sehat'])
    expect(tagsOf(emptyCanvas)).toEqual([])
  })

  it('begins with every zone and no note', () => {
    expect(Object.keys(emptyCanvas.zones).sort()).toEqual([...ZONE_IDS].sort())
    expect(emptyCanvas.notes.size).toBe(0)
    expect(readCanvas(aCanvas().toDoc())).toEqual(emptyCanvas)
  })
})
