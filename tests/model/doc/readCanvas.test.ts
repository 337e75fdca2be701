import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { MAX_NOTES_READ, openCanvasReader, readCanvas } from '../../../src/model/doc/readCanvas.ts'
import {
  canvasSettingsOf,
  notesOf,
  SCHEMA_MAJOR,
  sharedNote,
} from '../../../src/model/doc/schema.ts'
import { ZONE_IDS } from '../../../src/model/zones.ts'
import { aCanvas, aNote } from '../../support/builders.ts'
import { steps } from '../../support/steps.ts'
import { deliver, reconnect, twoPeople } from '../../support/twoPeople.ts'
import { problemsOf } from './wholeCanvas.ts'

const threeNotes = aCanvas().with(
  aNote('n1').in('channels').saying('Pasar'),
  aNote('n2').in('channels').saying('Status WhatsApp'),
  aNote('n3').in('strengths').saying('Resep ibu'),
)

describe('the view of a canvas', () => {
  it('holds each note with all that was said of it', () => {
    const doc = aCanvas()
      .with(
        aNote('n1')
          .in('threats')
          .saying('Harga minyak')
          .coloured('susu')
          .writtenBy('ninik')
          .asExample(),
      )
      .toDoc()
    expect(readCanvas(doc).notes.get('n1' as never)).toMatchObject({
      id: 'n1',
      text: 'Harga minyak',
      place: { zone: 'threats' },
      colour: 'susu',
      speaker: 'ninik',
      typist: 'ninik',
      example: true,
      finding: false,
      tags: [],
      origin: null,
    })
    expect(problemsOf(readCanvas(doc))).toEqual([])
  })

  it('draws one note again for a keystroke, and no zone', () => {
    const { ninik } = twoPeople(threeNotes)
    const before = ninik.view()
    ninik.writeIn('n1').input('Pasar Pon')
    const after = ninik.view()
    expect(after).not.toBe(before)
    expect(after.zones).toBe(before.zones)
    const redrawn = [...after.notes].filter(([id, note]) => before.notes.get(id) !== note)
    expect(redrawn.map(([id]) => id)).toEqual(['n1'])
  })

  it('tells what others did once, gathered, and own edits at once', () => {
    const { ninik, mentor } = twoPeople(threeNotes)
    const frames = steps()
    const reader = openCanvasReader(ninik.doc, frames)
    const heard = vi.fn()
    reader.subscribe(heard)
    for (const words of ['Pasar', 'Pasar Pon', 'Pasar Pon dan Kliwon']) {
      mentor.writeIn('n1').input(words)
      deliver(mentor, ninik)
    }
    expect(heard).not.toHaveBeenCalled()
    expect(reader.view().notes.get('n1' as never)?.text).toBe('Pasar Pon dan Kliwon')
    frames.next()
    expect(heard).toHaveBeenCalledTimes(1)
    ninik.recolourNote('n2', 'bata')
    expect(heard).toHaveBeenCalledTimes(2)
    reader.close()
  })

  it('tells of a note to those who asked for it alone', () => {
    const { ninik } = twoPeople(threeNotes)
    const reader = openCanvasReader(ninik.doc)
    const first = vi.fn()
    const second = vi.fn()
    const stop = reader.subscribeNote('n1' as never, first)
    reader.subscribeNote('n2' as never, second)
    ninik.writeIn('n1').input('Pasar Pon')
    expect(first).toHaveBeenCalledTimes(1)
    expect(second).not.toHaveBeenCalled()
    ninik.removeNote('n2')
    expect(second).toHaveBeenCalledTimes(1)
    stop()
    ninik.recolourNote('n1', 'bata')
    expect(first).toHaveBeenCalledTimes(1)
    reader.close()
  })

  it('tells of many notes of others some at a time, and of own ones in between', () => {
    const ids = Array.from({ length: 100 }, (_, i) => `m${i}`)
    const { ninik, mentor } = twoPeople(
      aCanvas().with(
        ...ids.map((id, i) =>
          aNote(id)
            .in(i % 2 ? 'channels' : 'strengths')
            .saying(id),
        ),
      ),
    )
    const frames = steps()
    const reader = openCanvasReader(ninik.doc, frames)
    const heard: string[] = []
    for (const id of ids) reader.subscribeNote(id as never, () => heard.push(id))
    for (const id of ids) mentor.recolourNote(id, 'bata')
    deliver(mentor, ninik)
    expect(heard).toEqual([])
    frames.next()
    const most = heard.length
    expect(most).toBeLessThan(50)
    expect(heard.every((id) => mentor.view().zones.strengths.includes(id as never))).toBe(true)
    ninik.recolourNote('m99', 'ungu')
    expect(heard.slice(most)).toEqual(['m99'])
    let before = heard.length
    while (frames.next()) {
      expect(heard.length - before).toBeLessThanOrEqual(most)
      before = heard.length
    }
    expect([...heard].sort()).toEqual([...ids].sort())
    reader.close()
  })

  it('draws two zones again for a move from one to the other', () => {
    const { ninik } = twoPeople(threeNotes)
    const before = ninik.view()
    ninik.moveNote('n3', { zone: 'channels', after: 'n1' })
    const after = ninik.view()
    const redrawn = ZONE_IDS.filter((zone) => after.zones[zone] !== before.zones[zone])
    expect(redrawn).toEqual(['channels', 'strengths'])
    expect(after.notes.get('n1' as never)).toBe(before.notes.get('n1' as never))
  })

  it('stays the same one when a change changes nothing that is seen', () => {
    const { ninik } = twoPeople(threeNotes)
    const listener = vi.fn()
    const reader = openCanvasReader(ninik.doc)
    reader.subscribe(listener)
    const before = reader.view()
    sharedNote(ninik.doc, 'n1')?.set('colour', 'toska')
    sharedNote(ninik.doc, 'n1')?.set('somethingOfTomorrow', true)
    canvasSettingsOf(ninik.doc).set('somethingOfTomorrow', true)
    expect(reader.view()).toBe(before)
    expect(listener).not.toHaveBeenCalled()
    ninik.recolourNote('n1', 'ungu')
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('tells nobody any more once it is closed', () => {
    const { ninik } = twoPeople(threeNotes)
    const reader = openCanvasReader(ninik.doc)
    const listener = vi.fn()
    reader.subscribe(listener)
    reader.close()
    const closed = reader.view()
    ninik.recolourNote('n1', 'ungu')
    expect(listener).not.toHaveBeenCalled()
    expect(reader.view()).toBe(closed)
  })

  it('leaves removed notes out and takes restored ones in, where they were', () => {
    const { ninik, mentor } = twoPeople(threeNotes)
    ninik.removeNote('n1')
    deliver(ninik, mentor)
    expect(mentor.words('channels')).toEqual(['Status WhatsApp'])
    mentor.restoreNote('n1')
    reconnect(ninik, mentor)
    expect(ninik.words('channels')).toEqual(['Pasar', 'Status WhatsApp'])
  })

  it.each([
    ['of a newer major version', { major: SCHEMA_MAJOR + 1, minor: 0 }, true],
    ['of this version', { major: SCHEMA_MAJOR, minor: 9 }, false],
    ['without a version', undefined, false],
    ['of a version that is none', 'two', false],
    ['of a version that is no number', { major: '9' }, false],
  ])('says whether a document %s may be written', (_, schema, readOnly) => {
    const { ninik } = twoPeople(threeNotes)
    canvasSettingsOf(ninik.doc).set('schema', schema)
    expect(ninik.view().readOnlySchema).toBe(readOnly)
    expect(ninik.view().notes.size).toBe(3)
  })

  it('shows the same notes everywhere when there are more than any screen shows', () => {
    const one = new Y.Doc()
    const other = new Y.Doc()
    const fill = (doc: Y.Doc, from: number, to: number) =>
      doc.transact(() => {
        for (let i = from; i < to; i++) notesOf(doc).set(`n${i}`, new Y.Map())
      })
    const readers = [openCanvasReader(one), openCanvasReader(other)]
    fill(one, 0, MAX_NOTES_READ - 10)
    fill(other, MAX_NOTES_READ - 10, MAX_NOTES_READ + 40)
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    const ids = readers.map((reader) => [...reader.view().notes.keys()].sort())
    expect(ids[0]).toHaveLength(MAX_NOTES_READ)
    expect(ids[1]).toEqual(ids[0])
    const shown = ids[0]?.[0] ?? ''
    sharedNote(one, shown)?.set('removed', { by: 'ninik', at: 1 })
    const [reader] = readers
    expect(reader?.view().notes.has(shown as never)).toBe(false)
    expect(reader?.view().notes.size).toBe(MAX_NOTES_READ)
    expect(reader?.view().zones).toEqual(readCanvas(one).zones)
  })
})
