import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { NewMember } from '../../../src/model/doc/plan.ts'
import {
  editPlanDetails,
  markJoined,
  openPlanReader,
  readPlan,
  renameMember,
  workshopOf,
  writeFacilitator,
  writeMembers,
  writeNewPlan,
} from '../../../src/model/doc/plan.ts'
import type { CanvasId, SeatId } from '../../../src/model/ids.ts'
import { seededRandom } from '../../support/builders.ts'

const details = { title: 'Guyub Rukun', place: 'Balai RW 03', date: '2023-07-15', example: false }
const member = (seat: string, name: string, business = ''): NewMember => ({
  seat: seat as SeatId,
  canvas: `canvas-${seat}` as CanvasId,
  name,
  business,
})

function aPlan(...members: NewMember[]): Y.Doc {
  const doc = new Y.Doc()
  writeNewPlan(doc, details)
  writeMembers(doc, members, seededRandom(1))
  return doc
}

const namesIn = (doc: Y.Doc) => readPlan(doc).members.map(({ name }) => name)

describe('the plan of a workshop', () => {
  it('says what the workshop is and who is in it, in the order of the roster', () => {
    const doc = aPlan(member('s2', 'Bu Ninik', 'Tahu Walik'), member('s1', 'Pak Wawan', 'Keripik'))
    writeFacilitator(doc, { seat: 'f1' as SeatId, name: 'Bu Sesilya' })
    const plan = readPlan(doc)
    expect(plan).toMatchObject({ ...details, readOnlySchema: false })
    expect(plan.facilitators).toEqual([{ seat: 'f1', name: 'Bu Sesilya' }])
    expect(plan.members.map(({ name, business, canvas }) => [name, business, canvas])).toEqual([
      ['Bu Ninik', 'Tahu Walik', 'canvas-s2'],
      ['Pak Wawan', 'Keripik', 'canvas-s1'],
    ])
  })

  it('puts those who come later behind those who are there', () => {
    const doc = aPlan(member('s1', 'Bu Ninik'))
    writeMembers(doc, [member('s0', 'Pak Wawan'), member('s3', 'Bu Rina')], seededRandom(2))
    expect(namesIn(doc)).toEqual(['Bu Ninik', 'Pak Wawan', 'Bu Rina'])
  })

  it('puts them behind also where somebody’s place in the roster says nothing', () => {
    const doc = aPlan(member('s1', 'Bu Ninik'), member('s2', 'Pak Wawan'))
    const entry = doc.getMap('members').get('s2')
    if (entry instanceof Y.Map) entry.set('rank', 17)
    writeMembers(doc, [member('s0', 'Bu Rina')], seededRandom(2))
    expect(namesIn(doc)).toEqual(['Bu Ninik', 'Bu Rina', 'Pak Wawan'])
  })

  it('has five hundred members with short order keys', () => {
    const many = Array.from({ length: 500 }, (_, i) => member(`s${i}`, `Bu ${i}`))
    const { members } = readPlan(aPlan(...many))
    expect(members.map(({ name }) => name)).toEqual(many.map(({ name }) => name))
    expect(Math.max(...members.map(({ rank }) => rank.length))).toBeLessThan(10)
  })

  it('takes another name or business for a member, each by itself', () => {
    const doc = aPlan(member('s1', '', 'Warung soto'))
    renameMember(doc, 's1' as SeatId, { name: 'Bu Ani' })
    renameMember(doc, 'nobody' as SeatId, { name: 'Bu Ani' })
    expect(readPlan(doc).members).toMatchObject([{ name: 'Bu Ani', business: 'Warung soto' }])
    renameMember(doc, 's1' as SeatId, { business: 'Soto Ani' })
    expect(readPlan(doc).members).toMatchObject([{ name: 'Bu Ani', business: 'Soto Ani' }])
  })

  it('remembers when somebody first came in', () => {
    const doc = aPlan(member('s1', 'Bu Ninik'))
    expect(readPlan(doc).members[0]?.joinedAtMs).toBe(null)
    markJoined(doc, 's1' as SeatId, 1_000)
    markJoined(doc, 's1' as SeatId, 2_000)
    markJoined(doc, 'nobody' as SeatId, 2_000)
    expect(readPlan(doc).members[0]?.joinedAtMs).toBe(1_000)
  })

  it('keeps the identity of every member that did not change', () => {
    const doc = aPlan(member('s1', 'Bu Ninik'), member('s2', 'Pak Wawan'))
    const reader = openPlanReader(doc)
    const listener = vi.fn()
    reader.subscribe(listener)
    const before = reader.view()
    markJoined(doc, 's1' as SeatId, 1_000)
    const after = reader.view()
    expect(after.members[0]).not.toBe(before.members[0])
    expect(after.members[1]).toBe(before.members[1])
    editPlanDetails(doc, { title: 'Guyub' })
    expect(reader.view().title).toBe('Guyub')
    expect(reader.view().members).toBe(after.members)
    expect(listener).toHaveBeenCalledTimes(2)
    workshopOf(doc).set('somethingOfTomorrow', 1)
    expect(listener).toHaveBeenCalledTimes(2)
    reader.close()
    editPlanDetails(doc, { title: 'Rukun' })
    expect(reader.view().title).toBe('Guyub')
    expect(listener).toHaveBeenCalledTimes(2)
  })

  it('lists the same people in the same order whoever heard of them first', () => {
    const one = aPlan(member('s1', 'Bu Ninik'))
    const other = new Y.Doc()
    for (const seat of ['f3', 'f1']) writeFacilitator(one, { seat: seat as SeatId, name: seat })
    for (const seat of ['f2', 'f0']) writeFacilitator(other, { seat: seat as SeatId, name: seat })
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    expect(readPlan(one)).toEqual(readPlan(other))
    expect(readPlan(one).facilitators.map(({ seat }) => seat)).toEqual(['f0', 'f1', 'f2', 'f3'])
  })
})

describe('what a workshop calls its colours and which tags it suggests', () => {
  it('is read by everybody, and changed colour by colour', () => {
    const doc = aPlan()
    editPlanDetails(doc, { legend: { daun: ' sudah jalan ', kunyit: 'ide' } })
    editPlanDetails(doc, { legend: { kunyit: '', bata: 'masalah' } })
    expect(readPlan(doc).legend).toEqual({ daun: 'sudah jalan', bata: 'masalah' })
    expect(readPlan(doc).title).toBe(details.title)
  })

  it('keeps both names when two facilitators name two colours at once', () => {
    const [one, other] = [aPlan(), new Y.Doc()]
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    editPlanDetails(one, { legend: { daun: 'sudah jalan' } })
    editPlanDetails(other, { legend: { kunyit: 'ide', daun: '' } })
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    expect(readPlan(one).legend).toEqual({ daun: 'sudah jalan', kunyit: 'ide' })
    expect(readPlan(other).legend).toEqual(readPlan(one).legend)
  })

  it('is short: forty signs a colour, twenty tags, none twice', () => {
    const doc = aPlan()
    const many = Array.from({ length: 30 }, (_, index) => `tag ${index % 25}`)
    editPlanDetails(doc, { legend: { daun: 'x'.repeat(99) }, tags: ['Tag 3', ...many] })
    expect(readPlan(doc).legend.daun).toHaveLength(40)
    expect(readPlan(doc).tags).toHaveLength(20)
    expect(readPlan(doc).tags).not.toContain('tag 3')
  })

  it('keeps its identity while it does not change', () => {
    const doc = aPlan()
    editPlanDetails(doc, { legend: { daun: 'ide' }, tags: ['murah'] })
    const before = readPlan(doc)
    editPlanDetails(doc, { title: 'Rukun', legend: { daun: 'ide' } })
    const after = readPlan(doc, before)
    expect(after.title).toBe('Rukun')
    expect(after.legend).toBe(before.legend)
    expect(after.tags).toBe(before.tags)
  })
})

describe('a plan that a stranger wrote', () => {
  const odd: readonly unknown[] = [
    42,
    null,
    '',
    [],
    ['a', 1, ''],
    {},
    1e300,
    '\ud83d',
    'x'.repeat(10_000),
    true,
  ]
  const oddTypes = () => [new Y.Text('x'), new Y.Map(), new Y.XmlFragment(), new Y.Array()]

  it('is a plan all the same', () => {
    const doc = aPlan(member('s1', 'Bu Ninik'))
    for (const value of [...odd, ...oddTypes()]) {
      for (const key of ['title', 'place', 'date', 'example', 'schema', 'tags', 'legend-daun']) {
        workshopOf(doc).set(key, value instanceof Y.AbstractType ? value.clone() : value)
      }
      const entry = new Y.Map<unknown>()
      doc.getMap('members').set('odd', entry)
      for (const key of ['name', 'business', 'canvas', 'rank', 'joinedAt']) {
        entry.set(key, value instanceof Y.AbstractType ? value.clone() : value)
      }
      doc.getMap('members').set('none', value instanceof Y.AbstractType ? value.clone() : value)
      doc
        .getMap('facilitators')
        .set('none', value instanceof Y.AbstractType ? value.clone() : value)
      const plan = readPlan(doc)
      expect(plan.title.length).toBeLessThanOrEqual(120)
      expect(plan.legend.daun?.length ?? 0).toBeLessThanOrEqual(40)
      expect(plan.tags.every((tag) => tag !== '' && tag.length <= 24)).toBe(true)
      expect(plan.date === '' || !Number.isNaN(Date.parse(plan.date))).toBe(true)
      for (const each of plan.members) {
        expect(each.name.length).toBeLessThanOrEqual(80)
        expect(new Date(each.joinedAtMs ?? 0).getTime()).not.toBeNaN()
      }
      expect(plan.members.some(({ name }) => name === 'Bu Ninik')).toBe(true)
    }
  })

  it('puts every line on one line, and shows no day that is none', () => {
    const doc = aPlan(member('s1', 'Bu\nNinik\u0000', 'Tahu\tWalik'))
    expect(readPlan(doc).members).toMatchObject([{ name: 'Bu Ninik ', business: 'Tahu Walik' }])
    editPlanDetails(doc, { date: '2023-02-30' })
    expect(readPlan(doc).date).toBe('')
  })
})
