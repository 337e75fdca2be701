/**
 * The sample workshop: for each member the finding that the paper on Guyub Rukun reports, and around it invented notes, each
 * marked as an example. An example is never called a finding; the workshop as a whole is one.
 */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Doc } from 'yjs'
import { addNote } from '../src/model/doc/addNote.ts'
import type { NewMember } from '../src/model/doc/plan.ts'
import { sharedNote } from '../src/model/doc/schema.ts'
import { newNoteId } from '../src/model/ids.ts'
import type { Language } from '../src/model/workshop.ts'
import { isZoneId } from '../src/model/zones.ts'
import type { NewWorkshop } from './newWorkshop.ts'

const words = v.object({ id: v.string(), en: v.string() })
const notes = v.record(
  v.string(),
  v.array(v.object({ text: words, restatesFinding: v.optional(v.boolean()) })),
)
const sampleSchema = v.object({
  members: v.array(
    v.object({
      owner: v.string(),
      business: words,
      finding: v.object({ block: v.pipe(v.string(), v.guard(isZoneId)), text: words }),
      example: v.object({ bmc: notes, swot: notes }),
    }),
  ),
})
type Sample = v.InferOutput<typeof sampleSchema>

/** The ecosystem was formed in July 2023; the paper gives no day. */
const SAMPLE_DATE = '2023-07-15'
const FACILITATOR = { id: 'Fasilitator', en: 'Facilitator' } as const
const PLACE = { id: 'Malang, Jawa Timur', en: 'Malang, East Java' } as const

let read: Sample | null = null

function readSample(): Sample {
  const file = new URL('./sample/guyub-rukun.json', import.meta.url)
  read ??= v.parse(sampleSchema, JSON.parse(readFileSync(file, 'utf8')))
  return read
}

/** A private copy in one language; it is never translated afterwards. */
export function sampleWorkshop(language: Language): Omit<NewWorkshop, 'joinCode' | 'nowMs'> {
  const { members } = readSample()
  return {
    details: {
      title: 'Guyub Rukun Malang',
      place: PLACE[language],
      date: SAMPLE_DATE,
      example: true,
    },
    facilitatorName: FACILITATOR[language],
    members: members.map(({ owner, business }) => ({ name: owner, business: business[language] })),
    fillCanvas: (doc, member, index) => {
      const of = members[index]
      if (of) fill(doc, member, of, language)
    },
  }
}

type SampleMember = Sample['members'][number]

function fill(
  doc: Doc,
  { seat }: NewMember,
  { finding, example }: SampleMember,
  language: Language,
): void {
  const context = { seat, now: Date.now, random: Math.random, newNoteId }
  const { id } = addNote(doc, { zone: finding.block, text: finding.text[language] }, context)
  sharedNote(doc, id)?.set('finding', true)
  for (const [zone, notes] of Object.entries({ ...example.bmc, ...example.swot })) {
    if (!isZoneId(zone)) continue
    for (const { text, restatesFinding } of notes) {
      // The finding itself is there in its stead.
      if (!restatesFinding) addNote(doc, { zone, text: text[language], example: true }, context)
    }
  }
}
