import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCanvas } from '../../../src/model/doc/readCanvas.ts'
import { notesOf } from '../../../src/model/doc/schema.ts'
import type { ForeignWork } from '../../support/foreignWork.ts'
import { brokenNotes, watchForeignWork } from '../../support/foreignWork.ts'
import { lookout } from './lookout.ts'
import type { Village, Villager } from './village.ts'
import { anAct, aVillage, comeTogether, perform, someZones } from './village.ts'
import { problemsOf, redrawnForNothing, strangeLinks, zonesOneByOne } from './wholeCanvas.ts'

const acts = fc.array(anAct, { minLength: 20, maxLength: 120, size: 'max' })
const size = fc.integer({ min: 3, max: 8 })

describe('a canvas that several people write on, meeting in pairs now and then', () => {
  it('becomes the same for all, each note whole and in one zone, none lost and none doubled', () => {
    const seen = lookout()
    fc.assert(
      fc.property(size, someZones, acts, (people, zones, all) => {
        const village = aVillage(people, zones)
        for (const act of all) perform(village, act)
        comeTogether(village)
        const [first, ...others] = village.people
        const view = first?.person.view()
        for (const other of others) expect(isDeepStrictEqual(other.person.view(), view)).toBe(true)
        expect(view && problemsOf(view)).toEqual([])
        expect(view && strangeLinks(view, village.sourceOf, village.added)).toEqual([])
        if (view) seen.look(view)
        for (const { person } of village.people) {
          expect(new Set(notesOf(person.doc).keys())).toEqual(village.added)
          expect(brokenNotes(person.doc)).toEqual([])
          expect(zonesOneByOne(person.doc)).toEqual(view?.zones)
        }
      }),
      { numRuns: 150 },
    )
    seen.expectEverything()
  })

  it('is followed change by change as if it were read anew, and what did not change is not drawn again', () => {
    fc.assert(
      fc.property(size, someZones, acts, (people, zones, all) => {
        const village = aVillage(people, zones)
        const seen = new Map(village.people.map((one) => [one, one.person.view()]))
        const wrong: string[] = []
        for (const one of village.people) {
          one.person.doc.on('update', () => {
            const view = one.person.view()
            if (!isDeepStrictEqual(view, readCanvas(one.person.doc))) wrong.push('not as read anew')
            wrong.push(...redrawnForNothing(seen.get(one) ?? view, view))
            seen.set(one, view)
          })
        }
        for (const act of all) perform(village, act)
        comeTogether(village)
        expect(wrong).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('keeps what others wrote through everybody’s undo and redo', () => {
    fc.assert(
      fc.property(size, someZones, acts, (people, zones, all) => {
        const village = aVillage(people, zones)
        const works = watchAll(village)
        for (const act of all) {
          const wrong: string[] = []
          perform(village, act, (one, undo, kind) => {
            wrong.push(...(works.get(one)?.takenBy(kind, undo) ?? ['nobody watches']))
          })
          expect(wrong).toEqual([])
        }
      }),
      { numRuns: 250 },
    )
  })
})

/** One a person, told of everything that is done on purpose. */
function watchAll(village: Village): Map<Villager, ForeignWork> {
  const works = new Map(
    village.people.map((one) => [
      one,
      watchForeignWork({
        doc: one.person.doc,
        view: one.person.view,
        isOwn: (letter) => village.authorOf.get(letter) === one.client,
        struckOut: (letter) => village.struckOut.has(`${one.client} ${letter}`),
      }),
    ]),
  )
  village.onPurpose = (one, note, act) => works.get(one)?.onPurpose(note, act)
  return works
}
