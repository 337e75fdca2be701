/** Documents as earlier releases left them. They are added to, never made anew. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { editPlanDetails, readPlan } from '../../../src/model/doc/plan.ts'
import { aPerson } from '../../support/twoPeople.ts'
import { problemsOf } from './wholeCanvas.ts'

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/docs/${name}.bin`, import.meta.url)))

describe('a canvas of schema 1.0', () => {
  it('is read whole, with defaults for what it did not know', () => {
    const ninik = aPerson('ninik', fixture('canvas-1.0'))
    const view = ninik.view()
    expect(problemsOf(view)).toEqual([])
    expect(view.readOnlySchema).toBe(false)
    expect(view.thisWeek).toBe(null)
    expect(view.notes.size).toBe(4)
    expect(ninik.words('customer-relationships')).toEqual(['Titip di warung Bu Yati'])
    expect(ninik.words('tows-so')).toEqual(['Titip di tiga warung baru'])
    expect(ninik.words('key-partners')).toEqual([])
    expect(view.notes.get('n2' as never)).toMatchObject({
      text: 'Resep keluarga 🍜',
      colour: 'ungu',
      tags: [],
      finding: false,
      origin: null,
      joins: [],
    })
    expect(view.notes.get('n1' as never)?.finding).toBe(true)
  })

  it('is worked on with everything that came since, and undone to what it was', () => {
    const yanto = aPerson('yanto', fixture('canvas-1.0'))
    const before = yanto.view()
    yanto.tagNotes(['n1', 'n2'], { add: 'murah' })
    yanto.joinNotes('n3', ['n2'])
    yanto.setThisWeek('n3')
    yanto.takeNotes(['n1'], { zone: 'strengths' })
    expect(yanto.view()).not.toEqual(before)
    while (yanto.history.undo() === 'done') expect(problemsOf(yanto.view())).toEqual([])
    expect(yanto.view()).toEqual(before)
  })
})

describe('a plan of schema 1.0', () => {
  it('names no colour and suggests no tag, until a facilitator does', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, fixture('plan-1.0'))
    expect(readPlan(doc)).toMatchObject({
      title: 'Guyub Rukun',
      legend: {},
      tags: [],
      readOnlySchema: false,
      members: [{ name: 'Bu Ninik' }, { name: 'Pak Wawan' }],
    })
    editPlanDetails(doc, { legend: { daun: 'sudah jalan' }, tags: ['murah'] })
    expect(readPlan(doc)).toMatchObject({ legend: { daun: 'sudah jalan' }, tags: ['murah'] })
  })
})
