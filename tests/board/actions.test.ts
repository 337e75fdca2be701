import { describe, expect, it } from 'vitest'
import { createActions } from '../../src/board/actions.ts'
import { createRemoteChanges } from '../../src/board/remoteChanges.ts'
import { id } from '../../src/i18n/id.ts'
import type { NoteId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import type { Toast } from '../../src/ui/toastStack.ts'
import { createFakeRoom } from '../support/fakeSession.ts'

/** A canvas with three notes in one zone, in order, and what this person is told. */
function aBoard() {
  const room = createFakeRoom({ readOnly: false, people: [] })
  const toasts: Toast[] = []
  const { session, other } = room
  const changes = createRemoteChanges(session)
  const refuse = (reason: string) => {
    throw new Error(reason)
  }
  const actions = createActions(session, changes, (toast) => toasts.push(toast), id, refuse)
  const added = other.edits.addNotes(
    ['Satu', 'Dua', 'Tiga'].map((text) => ({ zone: 'channels' as const, text })),
  )
  if ('refused' in added) throw new Error(added.refused)
  const [first, note, last] = added as [NoteId, NoteId, NoteId]
  return {
    actions,
    mine: session.edits() ?? refuse('reads only'),
    theirs: other.edits,
    first,
    note,
    last,
    view: () => session.view(),
    /** Something else that this person does before the bar is pressed. */
    goOn: () => session.edits()?.recolourNote(last, 'ungu'),
    pressUndo: () => {
      const bar = toasts.filter(({ action }) => action).at(-1)
      if (!bar) throw new Error('nothing offers to undo')
      bar.action?.onPress()
    },
    told: () => toasts.at(-1)?.text,
    toasts,
  }
}

const CHANGED_SINCE = id.board.undone.changedSince

describe('the undo bar', () => {
  it('takes back what it stood for and nothing done since', () => {
    const { actions, view, first, note, last, goOn, pressUndo } = aBoard()
    actions.putAway(note, { zone: 'tray' }, 'Laci ide')
    goOn()
    pressUndo()
    expect(view().zones.channels, 'with its turn').toEqual([first, note, last])
    expect(view().notes.get(last)?.colour).toBe('ungu')
  })

  it('holds until its step is taken back, by its own press or by another way', () => {
    const { actions, note, last, toasts } = aBoard()
    const holds = () => toasts.at(-1)?.action?.holds?.now()
    let told = 0
    actions.remove(note)
    const stop = toasts.at(-1)?.action?.holds?.subscribe(() => {
      told += 1
    })
    actions.recolour(last, 'ungu')
    actions.undo()
    expect(holds()).toBe(true)
    told = 0
    actions.undo()
    expect(holds()).toBe(false)
    expect(told).toBeGreaterThan(0)
    stop?.()
  })

  it('goes once somebody else has brought back what was deleted, whoever deleted it', () => {
    const { actions, theirs, view, note, last, toasts } = aBoard()
    const lost = view().notes.get(last)
    if (!lost) throw new Error('it lies on the canvas')
    const bars: Toast[] = []
    actions.remove(note)
    bars.push(...toasts.slice(-1))
    theirs.removeNote(last)
    actions.sayLost([lost], 'Bu Sesilya')
    bars.push(...toasts.slice(-1))
    const hold = () => bars.map(({ action }) => action?.holds?.now())
    expect(hold()).toEqual([true, true])
    let told = 0
    const stops = bars.map(({ action }) => action?.holds?.subscribe(() => (told += 1)))
    theirs.restoreNote(note)
    theirs.restoreNote(last)
    expect(hold()).toEqual([false, false])
    expect(told).toBeGreaterThanOrEqual(2)
    for (const stop of stops) stop?.()
  })

  it('leaves a moved note where somebody else has put it since', () => {
    const { actions, theirs, view, note, goOn, pressUndo, told } = aBoard()
    actions.putAway(note, { zone: 'tray' }, 'Laci ide')
    theirs.moveNote(note, { zone: 'key-partners' })
    goOn()
    pressUndo()
    expect(view().notes.get(note)?.place.zone).toBe('key-partners')
    expect(told()).toBe(CHANGED_SINCE)
  })

  it.each(['take', 'putAway'] as const)(
    'leaves a copy that somebody else has worked on since (%s)',
    (how) => {
      const { actions, theirs, view, note, goOn, pressUndo, told } = aBoard()
      const [copy] = actions[how](note, { zone: 'strengths' }, 'Kekuatan')
      theirs.recolourNote(copy as NoteId, 'jambu')
      goOn()
      pressUndo()
      expect(view().zones.strengths).toEqual([copy])
      expect(told()).toBe(CHANGED_SINCE)
    },
  )

  it.each(['take', 'putAway'] as const)('takes back a copy that nobody has touched (%s)', (how) => {
    const { actions, view, note, goOn, pressUndo } = aBoard()
    actions[how](note, { zone: 'strengths' }, 'Kekuatan')
    goOn()
    pressUndo()
    expect(view().zones.strengths).toEqual([])
  })

  it('leaves pasted notes that somebody else has worked on since, and takes back the others', () => {
    const { actions, theirs, view, goOn, pressUndo } = aBoard()
    const [bazar] = actions.addLines(['Bazar', 'Pasar'], { zone: 'tray' })
    theirs.recolourNote(bazar as NoteId, 'jambu')
    goOn()
    pressUndo()
    expect(view().zones.tray).toEqual([bazar])
  })

  it('leaves a note removed that somebody else has brought back and removed since', () => {
    const { actions, theirs, view, note, goOn, pressUndo } = aBoard()
    actions.remove(note)
    theirs.restoreNote(note)
    theirs.removeNote(note)
    goOn()
    pressUndo()
    expect(view().notes.has(note)).toBe(false)
  })

  it('brings a note back that was emptied of its words, with the words', () => {
    const { actions, mine, view, note, goOn, pressUndo } = aBoard()
    const writing = mine.writeIn({ note })
    if ('refused' in writing) throw new Error(writing.refused)
    writing.input('')
    writing.close()
    actions.offerUndo({ icon: 'trash', text: id.board.removed })
    goOn()
    pressUndo()
    expect(view().notes.get(note)?.text).toBe('Dua')
  })

  it('does nothing more where undo took it back already, and leaves what is being written alone', () => {
    const { actions, mine, view, note, last, pressUndo } = aBoard()
    actions.putAway(note, { zone: 'tray' }, 'Laci ide')
    actions.undo()
    mine.moveNote(note, { zone: 'key-partners' })
    const writing = mine.writeIn({ note: last })
    if ('refused' in writing) throw new Error(writing.refused)
    writing.input('Tiga puluh')
    pressUndo()
    expect(view().notes.get(note)?.place.zone).toBe('key-partners')
    expect(view().notes.get(last)?.text).toBe('Tiga puluh')
  })

  it('is not offered where nothing was changed', () => {
    const { actions, goOn, last, toasts } = aBoard()
    goOn()
    actions.putAway(last, { zone: 'channels' }, 'Saluran')
    expect(toasts.map(({ action }) => action)).toEqual([undefined])
  })

  it('lets an own later change stand, and the step can be undone after that one', () => {
    const { actions, mine, view, note, pressUndo, told } = aBoard()
    actions.putAway(note, { zone: 'tray' }, 'Laci ide')
    mine.moveNote(note, { zone: 'key-partners' })
    pressUndo()
    expect(view().notes.get(note)?.place.zone).toBe('key-partners')
    expect(told()).toBe(CHANGED_SINCE)
    actions.undo()
    actions.undo()
    expect(view().notes.get(note)?.place.zone).toBe('channels')
  })
})

describe('a tag for several notes', () => {
  const most = LIMITS.tagsOnNote
  const FULL = Array.from({ length: most }, (_, turn) => `tanda ${turn}`)

  it('goes on those that have room, and the others are named', () => {
    const { actions, view, first, note, last, told } = aBoard()
    for (const tag of FULL) actions.tag([note, last], { add: tag })
    expect(told()).toBe(undefined)
    actions.tag([first, note, last], { add: 'pagi' })
    expect(view().notes.get(first)?.tags).toEqual(['pagi'])
    expect(view().notes.get(note)?.tags).toEqual(FULL)
    expect(told()).toBe(id.board.tagging.noRoom(['Dua', 'Tiga'], 0, most))
    expect(told()).toContain('“Dua”, “Tiga”')
  })

  it('is on a full note that has it already', () => {
    const { actions, note, told } = aBoard()
    for (const tag of FULL) actions.tag(note, { add: tag })
    actions.tag(note, { add: FULL[0] ?? '' })
    expect(told()).toBe(undefined)
  })

  it('says so where all of them are gone', () => {
    const { actions, theirs, note, told } = aBoard()
    theirs.removeNote(note)
    actions.tag(note, { add: 'pagi' })
    expect(told()).toBe(id.board.goneMeanwhile)
  })
})

describe('a note that is taken', () => {
  it.each(['take', 'put', 'putAway'] as const)('is taken once (%s)', (how) => {
    const { actions, view, first, note, told } = aBoard()
    const to = { zone: 'strengths' } as const
    const [copy] = actions[how](note, to, 'Kekuatan')
    expect(actions[how](note, to, 'Kekuatan')).toEqual([])
    expect(told()).toBe(id.board.takenAlready)
    expect(view().zones.strengths).toEqual([copy])

    const [other] = actions[how]([first, note], to, 'Kekuatan')
    expect(view().zones.strengths, 'of several only what is not there').toEqual([copy, other])
    expect(view().notes.get(other as NoteId)?.text).toBe('Satu')
  })

  it('does not come back as a copy to where it was born', () => {
    const { actions, view, first, note, last } = aBoard()
    const [copy] = actions.take(note, { zone: 'strengths' }, 'Kekuatan')
    expect(actions.put(copy as NoteId, { zone: 'channels' })).toEqual([])
    expect(view().zones.channels).toEqual([first, note, last])
  })
})
