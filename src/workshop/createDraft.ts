/** The create form as it is kept on the device. Reading is total. */
import * as v from 'valibot'
import type { RosterAnswer } from '../model/roster.ts'
import type { RosterDraft } from './rosterDraft.ts'
import { emptyRoster } from './rosterDraft.ts'

export type CreateDraft = {
  title: string
  place: string
  date: string
  facilitatorName: string
  roster: RosterDraft
}

const answer = v.variant('type', [
  v.object({ type: v.literal('samePerson') }),
  v.object({ type: v.literal('twoPeople') }),
  v.object({ type: v.literal('name'), name: v.string() }),
  v.object({ type: v.literal('shorten') }),
  v.object({ type: v.literal('isPerson') }),
]) satisfies v.GenericSchema<unknown, RosterAnswer>

const rosterSchema = v.object({
  text: v.string(),
  answers: v.record(v.string(), v.array(answer)),
})
const createSchema = v.object({
  title: v.string(),
  place: v.string(),
  date: v.string(),
  facilitatorName: v.string(),
  roster: rosterSchema,
})

export function readCreateDraft(stored: unknown): CreateDraft {
  const parsed = v.safeParse(createSchema, stored)
  if (parsed.success) return parsed.output
  return { title: '', place: '', date: '', facilitatorName: '', roster: emptyRoster }
}

export function readRosterDraft(stored: unknown): RosterDraft {
  const parsed = v.safeParse(rosterSchema, stored)
  return parsed.success ? parsed.output : emptyRoster
}

export const CREATE_DRAFT = 'create'
/** Lines that are still to be added to a workshop. */
export const membersDraft = (workshop: string): string => `members ${workshop}`
