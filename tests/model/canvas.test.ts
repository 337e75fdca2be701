import { describe, expect, it } from 'vitest'
import { countInTab, emptyCanvas, notesInZone } from '../../src/model/canvas.ts'
import { readCanvas } from '../../src/model/doc/readCanvas.ts'
import { ZONE_IDS } from '../../src/model/zones.ts'
import { aCanvas, aNote } from '../support/builders.ts'

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

  it('begins with every zone and no note', () => {
    expect(Object.keys(emptyCanvas.zones).sort()).toEqual([...ZONE_IDS].sort())
    expect(emptyCanvas.notes.size).toBe(0)
    expect(readCanvas(aCanvas().toDoc())).toEqual(emptyCanvas)
  })
})
