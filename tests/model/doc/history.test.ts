import { describe, expect, it, vi } from 'vitest'
import { aCanvas, aNote } from '../../support/builders.ts'
import { deliver, reconnect, twoPeople, zonesHolding } from '../../support/twoPeople.ts'

const oneInChannels = aCanvas().with(aNote('n1').in('channels').saying('Pasar'))

describe('undo', () => {
  it('takes back an added note, and redo brings it whole', () => {
    const { ninik } = twoPeople()
    const note = ninik.addNote('channels', 'Titip jual')
    const before = ninik.view()
    expect(ninik.history.undo()).toBe('done')
    expect(ninik.words('channels')).toEqual([])
    expect(ninik.history.redo()).toBe('done')
    expect(ninik.view()).toEqual(before)
    expect(zonesHolding(ninik.view(), note)).toEqual(['channels'])
  })

  it('goes back through add, move, recolour, typing and removal, and forward again', () => {
    const { ninik } = twoPeople()
    const seen = [ninik.view()]
    const note = ninik.addNote('channels', 'Titip')
    seen.push(ninik.view())
    ninik.moveNote(note, { zone: 'tray' })
    seen.push(ninik.view())
    ninik.recolourNote(note, 'ungu')
    seen.push(ninik.view())
    const writing = ninik.writeIn(note)
    writing.input('Titip jual')
    writing.leave()
    seen.push(ninik.view())
    ninik.removeNote(note)
    seen.push(ninik.view())

    const shown = () => [...ninik.view().notes.values()].map(({ editedAtMs, ...rest }) => rest)
    const back = [shown()]
    while (ninik.history.undo() === 'done') back.unshift(shown())
    const forth = [shown()]
    while (ninik.history.redo() === 'done') forth.push(shown())
    const expected = seen.map((view) =>
      [...view.notes.values()].map(({ editedAtMs, ...rest }) => rest),
    )
    expect(expected).toHaveLength(6)
    expect(back).toEqual(expected)
    expect(forth).toEqual(expected)
  })

  it('puts no letter anew that stayed: it does not stand twice where another undoes the same', () => {
    const { ninik, mentor } = twoPeople(aCanvas().with(aNote('n1').in('channels').saying('titip')))
    for (const person of [ninik, mentor]) {
      const writing = person.writeIn('n1')
      writing.input('(titip', 1)
      writing.input('(titip)')
      writing.leave()
    }
    for (const person of [ninik, mentor]) expect(person.history.undo()).toBe('done')
    reconnect(ninik, mentor)
    expect(ninik.words('channels')).toEqual(['titip'])
    expect(mentor.words('channels')).toEqual(['titip'])
  })

  it('of a stretch in which an earlier step was undone leaves what that brought back', () => {
    const { ninik } = twoPeople(aCanvas().with(aNote('n1').in('channels').saying('titip')))
    const earlier = ninik.writeIn('n1')
    earlier.input('titip jual')
    earlier.leave()
    const writing = ninik.writeIn('n1')
    expect(ninik.history.undo()).toBe('done')
    writing.input('titip!')
    writing.leave()
    ninik.history.undo()
    expect(ninik.words('channels')).toEqual(['titip!'])
  })

  it('leaves a note that somebody else has written in', () => {
    const { ninik, mentor } = twoPeople()
    const note = ninik.addNote('channels', 'Pasar')
    reconnect(ninik, mentor)
    mentor.writeIn(note).input('Pasar Pon')
    reconnect(ninik, mentor)
    expect(ninik.history.undo()).toBe('overtaken')
    expect(ninik.words('channels')).toEqual(['Pasar Pon'])
  })

  it.each([
    ['moved', 'moveNote', { zone: 'tray' }],
    ['recoloured', 'recolourNote', 'ungu'],
  ] as const)('leaves a note that somebody else has %s', (_, edit, to) => {
    const { ninik, mentor } = twoPeople()
    const note = ninik.addNote('channels', 'Pasar')
    reconnect(ninik, mentor)
    mentor[edit](note, to as never)
    reconnect(ninik, mentor)
    expect(ninik.history.undo()).toBe('overtaken')
    expect(ninik.view().notes.size).toBe(1)
  })

  it('leaves a note that somebody else has brought back', () => {
    const { ninik, mentor } = twoPeople()
    const note = ninik.addNote('channels', 'Pasar')
    ninik.removeNote(note)
    reconnect(ninik, mentor)
    mentor.restoreNote(note)
    reconnect(ninik, mentor)
    expect(ninik.history.undo()).toBe('overtaken')
    expect(ninik.history.undo()).toBe('overtaken')
    expect(ninik.words('channels')).toEqual(['Pasar'])
  })

  it('leaves words that came into a note between its undo and its redo', () => {
    const { ninik, mentor } = twoPeople()
    const note = ninik.addNote('channels', 'Pasar')
    reconnect(ninik, mentor)
    ninik.history.undo()
    mentor.writeIn(note).input('Pasar Pon')
    reconnect(ninik, mentor)
    expect(ninik.history.redo()).toBe('done')
    expect(ninik.words('channels')).toEqual(['Pasar Pon'])
    expect(ninik.history.undo()).toBe('overtaken')
    expect(ninik.words('channels')).toEqual(['Pasar Pon'])
  })

  it('brings a removed note back with what was typed in it meanwhile, and does not remove that by redo', () => {
    const { ninik, mentor } = twoPeople(oneInChannels)
    ninik.removeNote('n1')
    mentor.writeIn('n1').input('Pasar Pon')
    reconnect(ninik, mentor)
    expect(ninik.words('channels')).toEqual([])
    expect(ninik.history.undo()).toBe('done')
    expect(ninik.words('channels')).toEqual(['Pasar Pon'])
    expect(ninik.history.redo()).toBe('overtaken')
    expect(ninik.words('channels')).toEqual(['Pasar Pon'])
  })

  it('leaves a colour that somebody else chose, be it the same one', () => {
    const { ninik, mentor } = twoPeople(oneInChannels)
    ninik.recolourNote('n1', 'ungu')
    reconnect(ninik, mentor)
    mentor.recolourNote('n1', 'daun')
    mentor.recolourNote('n1', 'ungu')
    reconnect(ninik, mentor)
    expect(ninik.history.undo()).toBe('overtaken')
    expect(ninik.view().notes.get('n1' as never)?.colour).toBe('ungu')
  })

  it('leaves a place that somebody else gave it', () => {
    const { ninik, mentor } = twoPeople(oneInChannels)
    ninik.moveNote('n1', { zone: 'tray' })
    reconnect(ninik, mentor)
    mentor.moveNote('n1', { zone: 'key-partners' })
    reconnect(ninik, mentor)
    expect(ninik.history.undo()).toBe('overtaken')
    expect(zonesHolding(ninik.view(), 'n1')).toEqual(['key-partners'])
  })

  it('leaves a removal by somebody else', () => {
    const { ninik, mentor } = twoPeople(oneInChannels)
    ninik.removeNote('n1')
    ninik.history.undo()
    reconnect(ninik, mentor)
    mentor.removeNote('n1')
    reconnect(ninik, mentor)
    expect(ninik.history.redo()).toBe('overtaken')
    expect(ninik.history.undo()).toBe('nothing')
    expect(ninik.words('channels')).toEqual([])
  })

  it('changes nothing in a note that somebody has removed', () => {
    const { ninik, mentor } = twoPeople(oneInChannels)
    ninik.recolourNote('n1', 'ungu')
    reconnect(ninik, mentor)
    mentor.removeNote('n1')
    reconnect(ninik, mentor)
    expect(ninik.history.undo()).toBe('overtaken')
    mentor.restoreNote('n1')
    reconnect(ninik, mentor)
    expect(ninik.view().notes.get('n1' as never)?.colour).toBe('ungu')
  })

  it('takes back one’s own field where somebody changed another one', () => {
    const { ninik, mentor } = twoPeople(oneInChannels)
    ninik.recolourNote('n1', 'ungu')
    reconnect(ninik, mentor)
    mentor.moveNote('n1', { zone: 'tray' })
    reconnect(ninik, mentor)
    expect(ninik.history.undo()).toBe('done')
    const note = ninik.view().notes.get('n1' as never)
    expect([note?.colour, note?.place.zone]).toEqual(['toska', 'tray'])
  })

  it('takes back one’s own typing after it left the note, unless somebody wrote on', () => {
    const { ninik, mentor } = twoPeople(oneInChannels)
    const first = ninik.writeIn('n1')
    first.input('Pasar Pon')
    first.leave()
    expect(ninik.history.undo()).toBe('done')
    expect(ninik.textOf('n1')).toBe('Pasar')
    expect(ninik.history.redo()).toBe('done')
    expect(ninik.textOf('n1')).toBe('Pasar Pon')
    deliver(ninik, mentor)
    mentor.writeIn('n1').input('Pasar Pon, Kliwon')
    deliver(mentor, ninik)
    expect(ninik.history.undo()).toBe('overtaken')
    expect(ninik.textOf('n1')).toBe('Pasar Pon, Kliwon')
  })

  it.each(['an old', 'a new'])('leaves %s note alone that two wrote in at once', (which) => {
    const { ninik, mentor } = twoPeople(oneInChannels)
    const hers = which === 'an old' ? ninik.writeIn('n1') : ninik.writeNew('channels')
    hers.input('Pasar Pon')
    reconnect(ninik, mentor)
    mentor.writeIn(hers.noteId() ?? '').input('Pasar Pon, Kliwon')
    reconnect(ninik, mentor)
    hers.leave()
    expect(ninik.history.undo()).toBe('nothing')
    expect(ninik.words('channels')).toContain('Pasar Pon, Kliwon')
  })

  it('brings back the words of a note that was emptied and left', () => {
    const { ninik } = twoPeople(oneInChannels)
    const writing = ninik.writeIn('n1')
    writing.input('')
    writing.leave()
    expect(ninik.words('channels')).toEqual([])
    expect(ninik.history.undo()).toBe('done')
    expect(ninik.words('channels')).toEqual(['Pasar'])
    expect(ninik.history.redo()).toBe('done')
    expect(ninik.words('channels')).toEqual([])
  })

  it('brings back the words of a note that was emptied although somebody had written in it', () => {
    const { ninik, mentor } = twoPeople(oneInChannels)
    const writing = ninik.writeIn('n1')
    mentor.writeIn('n1').input('Pasar Pon')
    reconnect(ninik, mentor)
    writing.input('')
    writing.leave()
    expect(ninik.words('channels')).toEqual([])
    expect(ninik.history.undo()).toBe('done')
    expect(ninik.words('channels')).toEqual(['Pasar'])
  })

  it('does not forget a note that somebody moved while its writer was still in it', () => {
    const { ninik, mentor } = twoPeople()
    const writing = ninik.writeNew('channels')
    writing.input('Pasar')
    const note = writing.noteId() ?? ''
    reconnect(ninik, mentor)
    mentor.moveNote(note, { zone: 'tray' })
    reconnect(ninik, mentor)
    writing.input('Pasar Pon')
    writing.leave()
    expect(ninik.history.undo()).toBe('overtaken')
    expect(ninik.words('tray')).toEqual(['Pasar Pon'])
  })

  it('forgets what could be redone once something new is done', () => {
    const { ninik } = twoPeople(oneInChannels)
    ninik.recolourNote('n1', 'ungu')
    ninik.history.undo()
    expect(ninik.history.canRedo()).toBe(true)
    ninik.recolourNote('n1', 'daun')
    expect(ninik.history.canRedo()).toBe(false)
    expect(ninik.history.redo()).toBe('nothing')
  })

  it('says when what can be undone changes, to those who still listen', () => {
    const { ninik } = twoPeople(oneInChannels)
    const listener = vi.fn()
    const stop = ninik.history.subscribe(listener)
    ninik.recolourNote('n1', 'ungu')
    ninik.history.undo()
    expect(listener).toHaveBeenCalledTimes(2)
    stop()
    ninik.history.redo()
    expect(listener).toHaveBeenCalledTimes(2)
  })

  it('remembers the last two hundred steps', () => {
    const { ninik } = twoPeople(oneInChannels)
    for (let i = 0; i < 205; i++) ninik.recolourNote('n1', i % 2 === 0 ? 'ungu' : 'daun')
    let undone = 0
    while (ninik.history.undo() === 'done') undone++
    expect(undone).toBe(200)
  })
})
