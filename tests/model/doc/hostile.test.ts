import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readCanvas } from '../../../src/model/doc/readCanvas.ts'
import { canvasSettingsOf, notesOf, sharedNote } from '../../../src/model/doc/schema.ts'
import type { NoteId } from '../../../src/model/ids.ts'
import { aCanvas, aNote } from '../../support/builders.ts'
import { aPerson, deliver, twoPeople } from '../../support/twoPeople.ts'
import { problemsOf, zonesOneByOne } from './wholeCanvas.ts'

/** A canvas with one honest note, onto which a stranger has written; as an honest person then receives it. */
function afterStranger(write: (doc: Y.Doc) => void) {
  const canvas = aCanvas().with(aNote('honest').in('channels').saying('Pasar'))
  const stranger = new Y.Doc()
  Y.applyUpdate(stranger, canvas.toUpdate())
  const ninik = aPerson('ninik', canvas.toUpdate())
  write(stranger)
  Y.applyUpdate(ninik.doc, Y.encodeStateAsUpdate(stranger))
  return ninik
}

const noteWith = (fields: Record<string, unknown>) => (doc: Y.Doc) => {
  const note = new Y.Map<unknown>()
  notesOf(doc).set('odd', note)
  for (const [key, value] of Object.entries(fields)) note.set(key, value)
}

const nested = (depth: number): Y.Map<unknown> => {
  let map = new Y.Map<unknown>()
  for (let i = 0; i < depth; i++) map = new Y.Map<unknown>([['inner', map]])
  return map
}

/** Deeper than a nested literal could be sent: each map is put into the one before. */
function dig(into: Y.Map<unknown>, depth: number): void {
  let map = into
  for (let i = 0; i < depth; i++) {
    const inner = new Y.Map<unknown>()
    map.set('inner', inner)
    map = inner
  }
}

const embedded = () => {
  const text = new Y.Text('ab')
  text.insertEmbed(1, { image: 'x' })
  text.insertEmbed(0, new Y.Map() as never)
  text.format(0, 2, { bold: { deep: [1, 2] } })
  return text
}

const xmlText = () => {
  const text = new Y.XmlText()
  text.insert(0, 'shown', { b: { onload: 'x' } })
  text.insertEmbed(0, new Y.XmlElement('script'))
  return text
}

const FIELDS = [
  'text',
  'place',
  'colour',
  'speaker',
  'typist',
  'tags',
  'finding',
  'origin',
  'joins',
  'example',
  'createdAt',
  'editedAt',
  'removed',
] as const

const oddValues: Readonly<Record<string, () => unknown>> = {
  'a number': () => 42,
  'no number': () => Number.NaN,
  'an endless number': () => Number.POSITIVE_INFINITY,
  'a negative number': () => -1,
  'a number past all dates': () => 1e300,
  'a big integer': () => 10n,
  true: () => true,
  null: () => null,
  undefined: () => undefined,
  'an empty string': () => '',
  'the name of a prototype': () => '__proto__',
  'the name of a constructor': () => 'constructor',
  'half an emoji': () => '\ud83d',
  'a huge string': () => 'x'.repeat(300_000),
  'an empty list': () => [],
  'a list of all sorts': () => [null, 3, '', 'x'.repeat(500), {}, [[]]],
  'the note itself': () => 'odd',
  'a list of doubles': () => ['odd', 'Murah', ' murah ', 'MURAH', '\n', '\u202e', '__proto__'],
  'an endless list': () => Array.from({ length: 2_000 }, (_, index) => `${index}`),
  'an empty object': () => ({}),
  'an object of wrong fields': () => ({ zone: '__proto__', rank: 'toString', by: 3, at: 'now' }),
  'an endless rank': () => ({ zone: 'channels', rank: 'z'.repeat(2_000) }),
  'an object with a prototype': () => JSON.parse('{"__proto__":{"zone":"channels","rank":"a0"}}'),
  bytes: () => new Uint8Array([1, 2, 3]),
  'a shared text': () => new Y.Text('shared'),
  'a text with embeds and formats': () => embedded(),
  'an XML text': () => xmlText(),
  'a shared list': () => new Y.Array(),
  'maps within maps': () => nested(3),
  'an XML fragment': () => new Y.XmlFragment(),
  'an XML element': () => new Y.XmlElement('script'),
  'another document': () => new Y.Doc(),
}

describe('a document that a stranger wrote', () => {
  it.each(FIELDS)('is a whole canvas, whatever lies in a note’s %s', (field) => {
    for (const odd of Object.values(oddValues)) {
      const ninik = afterStranger(noteWith({ text: new Y.Text('x'), [field]: odd() }))
      expect(problemsOf(ninik.view())).toEqual([])
      expect(ninik.view()).toEqual(readCanvas(ninik.doc))
      expect(ninik.view().zones).toEqual(zonesOneByOne(ninik.doc))
      expect(ninik.words('channels')).toContain('Pasar')
    }
  })

  it.each(Object.entries(oddValues))('is a whole canvas with %s for a note', (_, odd) => {
    const ninik = afterStranger((doc) => notesOf(doc).set('odd', odd()))
    expect(problemsOf(ninik.view())).toEqual([])
    expect(ninik.view().notes.has('honest' as NoteId)).toBe(true)
  })

  it('can be worked on, whatever a note is made of', () => {
    for (const field of FIELDS) {
      for (const odd of Object.values(oddValues)) {
        const ninik = afterStranger(noteWith({ [field]: odd() }))
        ninik.moveNote('odd', { zone: 'channels', after: 'honest' })
        ninik.recolourNote('odd', 'ungu')
        ninik.tagNotes(['odd'], { add: 'murah', remove: '0' })
        ninik.markFinding(['odd'], true)
        ninik.joinNotes('odd', ['honest', 'odd'])
        ninik.setThisWeek('odd')
        const lies = ninik.view().notes.has('odd' as NoteId) ? 1 : 0
        expect(ninik.takeNotes(['odd', 'honest'], { zone: 'strengths' })).toHaveLength(1 + lies)
        expect(ninik.duplicateNotes(['odd'])).toHaveLength(lies)
        ninik.moveNotes(['honest', 'odd'], { zone: 'tray', after: null })
        const writing = ninik.writeIn('odd')
        const shown = writing.shown()
        if (shown.length < 10_000) expect(writing.input(`${shown}!`)).toBe('taken')
        writing.leave()
        ninik.removeNote('odd')
        while (ninik.history.undo() !== 'nothing') expect(problemsOf(ninik.view())).toEqual([])
        while (ninik.history.redo() !== 'nothing') expect(problemsOf(ninik.view())).toEqual([])
        ninik.restoreNote('odd')
        expect(ninik.addNote('channels', 'new', { after: 'odd' as NoteId })).toBeTruthy()
        expect(problemsOf(ninik.view())).toEqual([])
      }
    }
  })

  it('shows what is readable of a note with broken fields: unknown zones fall into the tray', () => {
    const ninik = afterStranger(
      noteWith({ text: new Y.Text('kept'), place: { zone: 'attic', rank: 'a0' }, colour: 'gold' }),
    )
    expect(ninik.words('tray')).toEqual(['kept'])
    expect(ninik.view().notes.get('odd' as NoteId)?.colour).toBe('kunyit')
  })

  it('shows no markup for words', () => {
    const ninik = afterStranger(noteWith({ text: xmlText() }))
    expect(ninik.textOf('odd')).toBe('')
  })

  it('reads a huge text up to a bound, and not through an emoji', () => {
    const ninik = afterStranger(noteWith({ text: new Y.Text(`x${'🍜'.repeat(50_000)}`) }))
    expect(ninik.textOf('odd')).toHaveLength(19_999)
    expect(ninik.textOf('odd')?.endsWith('🍜')).toBe(true)
  })

  it('takes thousands of maps within maps', () => {
    const ninik = afterStranger((doc) => {
      noteWith({ place: new Y.Map(), text: new Y.Map() })(doc)
      const odd = sharedNote(doc, 'odd')
      for (const map of [odd, odd?.get('place'), odd?.get('text')]) {
        if (map instanceof Y.Map) doc.transact(() => dig(map, 8_000))
      }
    })
    expect(problemsOf(ninik.view())).toEqual([])
    expect(ninik.view().notes.size).toBe(2)
  })

  it('follows changes deep inside what it does not know', () => {
    const canvas = aCanvas().with(aNote('honest').in('channels'))
    const { ninik, mentor } = twoPeople(canvas)
    notesOf(mentor.doc).set('deep', nested(50))
    deliver(mentor, ninik)
    let inner = notesOf(mentor.doc).get('deep')
    while (inner instanceof Y.Map && inner.get('inner')) inner = inner.get('inner')
    ;(inner as Y.Map<unknown>).set('x', 1)
    deliver(mentor, ninik)
    expect(problemsOf(ninik.view())).toEqual([])
    expect(ninik.view()).toEqual(readCanvas(ninik.doc))
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '../..', '<img>', '\u202e'])(
    'reads a note that is called %s',
    (id) => {
      const ninik = afterStranger((doc) => {
        const note = new Y.Map<unknown>([['place', { zone: 'channels', rank: 'a5' }]])
        notesOf(doc).set(id, note)
        note.set('text', new Y.Text('named'))
      })
      expect(problemsOf(ninik.view())).toEqual([])
      expect(ninik.textOf(id)).toBe('named')
      expect(ninik.moveNote(id, { zone: 'tray' })).toBe(true)
      expect(ninik.words('tray')).toEqual(['named'])
    },
  )

  it('shows no note without a name, nor one with an endless name', () => {
    const ninik = afterStranger((doc) => {
      notesOf(doc).set('', new Y.Map())
      notesOf(doc).set('x'.repeat(65), new Y.Map())
    })
    expect(ninik.view().notes.size).toBe(1)
  })

  it.each([
    ['a text', (doc: Y.Doc) => doc.getText('notes').insert(0, 'words')],
    ['a list', (doc: Y.Doc) => doc.getArray('notes').push([1, new Y.Map([['place', 1]])])],
    ['XML', (doc: Y.Doc) => doc.getXmlFragment('notes').push([new Y.XmlElement('b')])],
  ] as const)('survives when the stranger takes the root of notes for %s', (_, write) => {
    const stranger = new Y.Doc()
    write(stranger)
    const update = Y.encodeStateAsUpdate(stranger)
    const { ninik } = twoPeople(aCanvas().with(aNote('honest').in('channels').saying('Pasar')))
    Y.applyUpdate(ninik.doc, update)
    expect(problemsOf(ninik.view())).toEqual([])
    expect(ninik.words('channels')).toEqual(['Pasar'])
    expect(ninik.addNote('channels', 'new')).toBeTruthy()

    const late = aPerson('late', update)
    expect(late.view().notes.size).toBe(0)
    deliver(ninik, late)
    expect(late.view()).toEqual(ninik.view())
  })

  it('follows a stranger who writes inside a list in the root of notes', () => {
    const stranger = new Y.Doc()
    const inner = new Y.Map<unknown>()
    stranger.getArray('notes').push([inner])
    const { ninik } = twoPeople(aCanvas().with(aNote('0').in('channels').saying('zero')))
    Y.applyUpdate(ninik.doc, Y.encodeStateAsUpdate(stranger))
    inner.set('x', 1)
    Y.applyUpdate(ninik.doc, Y.encodeStateAsUpdate(stranger))
    expect(ninik.words('channels')).toEqual(['zero'])
    expect(ninik.view()).toEqual(readCanvas(ninik.doc))
  })

  it('survives a settings root of another kind', () => {
    const ninik = afterStranger((doc) => canvasSettingsOf(doc).set('schema', new Y.Map()))
    expect(ninik.view().readOnlySchema).toBe(false)
    const stranger = new Y.Doc()
    stranger.getText('canvas').insert(0, 'words')
    Y.applyUpdate(ninik.doc, Y.encodeStateAsUpdate(stranger))
    expect(problemsOf(ninik.view())).toEqual([])
  })

  it('chooses no note for this week, whatever lies there', () => {
    for (const odd of Object.values(oddValues)) {
      const ninik = afterStranger((doc) => canvasSettingsOf(doc).set('thisWeek', odd()))
      expect(ninik.view().thisWeek).toBe(null)
      expect(ninik.setThisWeek('honest')).toBe(true)
      expect(ninik.view().thisWeek).toBe('honest')
      ninik.history.undo()
      expect(problemsOf(ninik.view())).toEqual([])
    }
  })

  it('survives a note that is replaced or deleted by force, and its writer hears of it', () => {
    const { ninik, mentor } = twoPeople(aCanvas().with(aNote('n1').in('channels')))
    const writing = ninik.writeIn('n1')
    notesOf(mentor.doc).set('n1', 42)
    deliver(mentor, ninik)
    expect(ninik.view().notes.size).toBe(0)
    expect(writing.input('more')).toBe('gone')
    expect(ninik.history.undo()).toBe('nothing')
  })

  it('is a whole canvas for any value that JSON can say, in any field', () => {
    const anyNote = fc.dictionary(fc.constantFrom(...FIELDS), fc.jsonValue(), { maxKeys: 12 })
    fc.assert(
      fc.property(anyNote, (fields) => {
        const ninik = afterStranger(noteWith(fields))
        expect(problemsOf(ninik.view())).toEqual([])
        expect(ninik.view()).toEqual(readCanvas(ninik.doc))
      }),
      { numRuns: 200 },
    )
  })

  it('is a whole canvas after any bytes that Yjs takes', () => {
    const { ninik, mentor } = twoPeople(aCanvas().with(aNote('n1').in('channels')))
    mentor.addNote('tray', 'words')
    mentor.writeIn('n1').input('🍜 soto')
    mentor.moveNote('n1', { zone: 'strengths' })
    const update = Y.encodeStateAsUpdate(mentor.doc)
    const start = Y.encodeStateAsUpdate(ninik.doc)
    let taken = 0
    const flip = fc.record({ at: fc.nat(update.length - 1), to: fc.integer({ min: 0, max: 255 }) })
    fc.assert(
      fc.property(fc.array(flip, { minLength: 1, maxLength: 3 }), (flips) => {
        const bytes = update.slice()
        for (const { at, to } of flips) bytes[at] = to
        const hers = aPerson('ninik', start)
        try {
          Y.decodeUpdate(bytes)
          Y.applyUpdate(hers.doc, bytes)
          taken++
        } catch {
          // Yjs refused it, perhaps after taking a part
        }
        expect(problemsOf(hers.view())).toEqual([])
        expect(problemsOf(readCanvas(hers.doc))).toEqual([])
      }),
      { numRuns: 400 },
    )
    expect(taken).toBeGreaterThan(20)
  })
})
