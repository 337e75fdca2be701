import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { removalOf } from '../../../src/model/doc/removeNote.ts'
import { notesOf, sharedNote, sharedText } from '../../../src/model/doc/schema.ts'
import { LIMITS } from '../../../src/model/limits.ts'
import { aCanvas, aNote } from '../../support/builders.ts'
import type { Writing } from '../../support/twoPeople.ts'
import { deliver, reconnect, twoPeople } from '../../support/twoPeople.ts'

const saying = (text: string) => aCanvas().with(aNote('n1').in('channels').saying(text))

/** A field that does what a screen does: shows what the session says and keeps the caret at its character. */
function aField(writing: Writing) {
  const field = {
    text: writing.shown(),
    caret: writing.shown().length,
    put(text: string, caret: number) {
      field.text = text
      field.caret = caret
      return writing.input(text, caret)
    },
    type(letters: string) {
      const { text, caret } = field
      return field.put(text.slice(0, caret) + letters + text.slice(caret), caret + letters.length)
    },
  }
  writing.subscribe(({ text, mapIndex }) => {
    field.caret = mapIndex(field.caret)
    field.text = text
  })
  return field
}

describe('writing in a note', () => {
  it('shows each person what the other types', () => {
    const { ninik, mentor } = twoPeople(saying('kabar'))
    const hers = aField(ninik.writeIn('n1'))
    const his = aField(mentor.writeIn('n1'))
    hers.type(' baik')
    deliver(ninik, mentor)
    expect(his.text).toBe('kabar baik')
  })

  it('keeps both when two people write at once, and doubles nothing', () => {
    const { ninik, mentor } = twoPeople(saying('kabar'))
    const hers = aField(ninik.writeIn('n1'))
    const his = aField(mentor.writeIn('n1'))
    hers.put('halo kabar', 5)
    his.put('kabar baik', 10)
    reconnect(ninik, mentor)
    expect([hers.text, his.text]).toEqual(['halo kabar baik', 'halo kabar baik'])
    expect([hers.caret, his.caret]).toEqual([5, 15])
  })

  it('keeps the caret behind its letter among equal letters', () => {
    const { ninik, mentor } = twoPeople(saying('aa'))
    const hers = aField(ninik.writeIn('n1'))
    hers.caret = 1
    mentor.writeIn('n1').input('aaa', 1)
    deliver(mentor, ninik)
    expect(hers.caret).toBe(2)
    hers.type('b')
    expect(hers.text).toBe('aaba')
  })

  it('leaves the field alone while an input method composes, and puts what it made where it belongs', () => {
    const { ninik, mentor } = twoPeople(saying('abc'))
    const writing = ninik.writeIn('n1')
    const hers = aField(writing)
    const his = mentor.writeIn('n1')
    writing.hold(true)
    hers.put('abxc', 3)
    his.input('Xabc', 1)
    his.input('XabcY', 5)
    deliver(mentor, ninik)
    expect(hers.text).toBe('abxc')
    hers.put('abxyc', 4)
    expect(hers.text).toBe('abxyc')
    writing.hold(false)
    expect(hers.text).toBe('XabxycY')
    expect(hers.caret).toBe(5)
  })

  it('deletes under composition what is seen deleted, and only that', () => {
    const { ninik, mentor } = twoPeople(saying('satu dua tiga'))
    const writing = ninik.writeIn('n1')
    const hers = aField(writing)
    writing.hold(true)
    const his = mentor.writeIn('n1')
    his.input('nol satu dua tiga', 4)
    his.input('nol satu du!a tiga', 12)
    his.input('nol satu du!a tiga empat')
    deliver(mentor, ninik)
    hers.put('satu tiga', 5)
    writing.hold(false)
    reconnect(ninik, mentor)
    expect(hers.text).toBe('nol satu !tiga empat')
    expect(mentor.textOf('n1')).toBe(hers.text)
  })

  it('types on where somebody deleted the letters around the caret meanwhile', () => {
    const { ninik, mentor } = twoPeople(saying('satu dua tiga'))
    const writing = ninik.writeIn('n1')
    const hers = aField(writing)
    hers.caret = 7
    writing.hold(true)
    mentor.writeIn('n1').input('satu tiga', 5)
    deliver(mentor, ninik)
    hers.type('XX')
    expect(hers.text).toBe('satu duXXa tiga')
    writing.hold(false)
    expect(hers.text).toBe('satu XXtiga')
    expect(hers.caret).toBe(7)
  })

  it('deletes again what somebody deleted and typed again, when it is seen', () => {
    const { ninik, mentor } = twoPeople(saying('ab'))
    const writing = ninik.writeIn('n1')
    const hers = aField(writing)
    const his = mentor.writeIn('n1')
    his.input('a', 1)
    his.input('ab', 2)
    deliver(mentor, ninik)
    expect(hers.text).toBe('ab')
    hers.put('a', 1)
    expect(ninik.textOf('n1')).toBe('a')
  })

  it('never cuts an emoji in half, also where two share their first half', () => {
    const { ninik, mentor } = twoPeople(saying('😀'))
    aField(ninik.writeIn('n1')).put('😁', 2)
    deliver(ninik, mentor)
    expect(mentor.textOf('n1')).toBe('😁')
    aField(ninik.writeIn('n1')).put('😀😁', 2)
    deliver(ninik, mentor)
    expect(mentor.textOf('n1')).toBe('😀😁')
  })

  it('makes half an emoji the same sign on both screens', () => {
    const { ninik, mentor } = twoPeople(saying(''))
    const hers = aField(ninik.writeIn('n1'))
    hers.put('a\ud83d', 2)
    deliver(ninik, mentor)
    expect(hers.text).toBe('a\ufffd')
    expect(mentor.textOf('n1')).toBe('a\ufffd')
  })

  it.each(['ꦱꦸꦒꦼꦁ ꦫꦮꦸꦃ', 'تمر ومكسرات', '👩‍🍳 jual 🍜', 'e\u0301s teh'])(
    'takes %s letter by letter',
    (words) => {
      const { ninik, mentor } = twoPeople()
      const writing = ninik.writeNew('channels')
      const field = aField(writing)
      for (const letter of words) field.type(letter)
      deliver(ninik, mentor)
      expect(mentor.words('channels')).toEqual([words])
    },
  )

  it('refuses what makes a note too long, and takes what makes it shorter again', () => {
    const { ninik, mentor } = twoPeople(saying('x'.repeat(LIMITS.noteTextLength - 1)))
    const writing = ninik.writeIn('n1')
    mentor.writeIn('n1').input(`${'x'.repeat(LIMITS.noteTextLength - 1)}m`)
    const tail = 'tail'.repeat(3)
    sharedText(sharedNote(mentor.doc, 'n1') as Y.Map<unknown>)?.insert(0, tail)
    expect(writing.input(`n${writing.shown()}`, 1)).toBe('taken')
    reconnect(ninik, mentor)
    expect(writing.shown()).toHaveLength(LIMITS.noteTextLength + 13)
    expect(ninik.textOf('n1')).toBe(writing.shown())
    expect(writing.input(`${writing.shown()}!`)).toBe('tooLong')
    expect(writing.input(writing.shown().slice(0, -1))).toBe('taken')
    expect(writing.input(`${writing.shown()}!`)).toBe('tooLong')
    expect(writing.shown().endsWith('!')).toBe(false)
  })

  it('undoes and redoes in the field what this person typed, from the first letter', () => {
    const { ninik, mentor } = twoPeople()
    const writing = ninik.writeNew('channels')
    const hers = aField(writing)
    expect(writing.canUndo()).toBe(false)
    hers.type('Pasar')
    const note = writing.noteId() ?? ''
    reconnect(ninik, mentor)
    mentor.writeIn(note).input('Pasar Pon')
    reconnect(ninik, mentor)
    while (writing.undo()) expect(hers.text).toContain(' Pon')
    expect(hers.text).toBe(' Pon')
    while (writing.redo()) expect(hers.text).toContain(' Pon')
    expect(hers.text).toBe('Pasar Pon')
  })
})

describe('a note that is written', () => {
  it('arises with its first character and not before', () => {
    const { ninik } = twoPeople()
    const writing = ninik.writeNew('channels')
    expect(writing.noteId()).toBe(null)
    expect(writing.input('')).toBe('taken')
    expect(ninik.view().notes.size).toBe(0)
    writing.input('P')
    expect(ninik.words('channels')).toEqual(['P'])
    expect(ninik.view().notes.has(writing.noteId() as never)).toBe(true)
  })

  it('is removed when it is left empty, without a step to undo', () => {
    const { ninik } = twoPeople()
    const writing = ninik.writeNew('channels')
    writing.input('P')
    writing.input(' ')
    writing.leave()
    expect(ninik.words('channels')).toEqual([])
    expect(ninik.history.canUndo()).toBe(false)
  })

  it('is no note at all when nothing was typed', () => {
    const { ninik } = twoPeople()
    ninik.writeNew('channels').leave()
    expect([...notesOf(ninik.doc).keys()]).toEqual([])
  })

  it('stays when somebody else has just emptied it to write it anew', () => {
    const { ninik, mentor } = twoPeople(saying('lama'))
    const hers = ninik.writeIn('n1')
    const his = mentor.writeIn('n1')
    his.input('')
    reconnect(ninik, mentor)
    hers.leave()
    expect(ninik.words('channels')).toEqual([''])
    his.input('baru')
    reconnect(ninik, mentor)
    expect(ninik.words('channels')).toEqual(['baru'])
  })

  it('comes back with its words when one writes on in what another removed', () => {
    const { ninik, mentor } = twoPeople(saying('lama'))
    const hers = ninik.writeIn('n1')
    mentor.removeNote('n1')
    reconnect(ninik, mentor)
    expect(ninik.words('channels')).toEqual([])
    hers.input('lama dan baru')
    reconnect(ninik, mentor)
    expect(mentor.words('channels')).toEqual(['lama dan baru'])
  })

  it('comes back when somebody was still in it who writes on', () => {
    const { ninik, mentor } = twoPeople(saying('lama'))
    const his = mentor.writeIn('n1')
    const hers = ninik.writeIn('n1')
    hers.input('')
    hers.leave()
    reconnect(ninik, mentor)
    expect(removalOf(mentor.doc, 'n1' as never)).not.toBe(null)
    his.input('baru')
    reconnect(ninik, mentor)
    expect(ninik.words('channels')).toEqual(['baru'])
  })

  it('keeps its time when it was only looked at', () => {
    const { ninik, mentor } = twoPeople(saying('lama'))
    const editedAtMs = ninik.view().notes.get('n1' as never)?.editedAtMs
    const hers = ninik.writeIn('n1')
    mentor.writeIn('n1').input('lama sekali')
    reconnect(ninik, mentor)
    hers.leave()
    expect(ninik.view().notes.get('n1' as never)?.editedAtMs).toBe(editedAtMs)
    expect(ninik.history.canUndo()).toBe(false)
  })

  it('says so when it is no longer in the document', () => {
    const { ninik } = twoPeople(saying('lama'))
    const writing = ninik.writeIn('n1')
    notesOf(ninik.doc).delete('n1')
    expect(writing.input('lama sekali')).toBe('gone')
    expect(writing.shown()).toBe('lama')
    expect(writing.close()).toBe(null)
    expect(ninik.writeIn('n1').input('x')).toBe('gone')
    expect(ninik.view().notes.size).toBe(0)
  })

  it('says so when the session is closed, and closes once', () => {
    const { ninik } = twoPeople(saying('lama'))
    const writing = ninik.writeIn('n1')
    writing.input('baru')
    expect(writing.close()).toHaveLength(1)
    expect(writing.close()).toBe(null)
    expect(writing.input('x')).toBe('gone')
    expect(ninik.textOf('n1')).toBe('baru')
  })

  it('can be written on where a stranger’s program left a plain string', () => {
    const { ninik, mentor } = twoPeople(saying(''))
    sharedNote(ninik.doc, 'n1')?.set('text', 'abc')
    const writing = ninik.writeIn('n1')
    expect(writing.shown()).toBe('abc')
    writing.input('aXbc', 2)
    writing.input('aXbcY')
    reconnect(ninik, mentor)
    expect(mentor.textOf('n1')).toBe('aXbcY')
  })

  it('is written around things that are no characters', () => {
    const { ninik, mentor } = twoPeople(saying('abcd'))
    const text = sharedText(sharedNote(ninik.doc, 'n1') as Y.Map<unknown>)
    text?.insertEmbed(2, { image: 'x' })
    text?.format(0, 1, { bold: true })
    const writing = ninik.writeIn('n1')
    expect(writing.shown()).toBe('abcd')
    writing.input('abXcd', 3)
    writing.input('abXc', 4)
    mentor.writeIn('n1').input('abcd!')
    reconnect(ninik, mentor)
    expect(writing.shown()).toBe('abXc!')
    expect(mentor.textOf('n1')).toBe('abXc!')
    writing.leave()
    ninik.history.undo()
    expect(ninik.textOf('n1')).toBe('abXc!')
  })
})
