/**
 * The shared shape of a workshop's plan. Version 1.1. Facilitators write it, members read it; the server writes what goes
 * with seats: which members there are, and who has come in.
 *
 * root map `workshop`      schema, title, place, date (ISO day), example, tags: string[],
 *                        `legend-<NoteColour>`: what that paper means here, each under a key of its own, so that two
 *                        facilitators who name two colours at once both succeed
 * root map `members`       SeatId -> Y.Map { name, business, canvas, rank, joinedAt, removed }
 * root map `facilitators`  SeatId -> Y.Map { name }
 *
 * It holds nothing that a member of the workshop may not read.
 *
 * History: 1.0 first shape. 1.1 `tags` and the legend, read with a default.
 */
import * as Y from 'yjs'
import type { CanvasId, SeatId } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import type { NoteColour } from '../note.ts'
import { NOTE_COLOURS } from '../note.ts'
import { keep } from '../sameValue.ts'
import { cleanTags } from '../tags.ts'
import { cleanLine, shortenLine } from '../text.ts'
import type { Facilitator, Legend, Member, PlanView } from '../workshop.ts'
import { emptyPlan, isIsoDay } from '../workshop.ts'
import { compareRanks, isRank, LAST_RANK, rankAfter } from './rank.ts'
import { readId, readLine, readRemoval, readTime, strings } from './readNote.ts'
import { isNewerSchema, LOCAL_EDIT, stampSchema } from './schema.ts'

const MAX_MEMBERS_READ = LIMITS.membersInWorkshop * 2

export const workshopOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('workshop')
const membersOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('members')
const facilitatorsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('facilitators')

export type PlanDetails = { title: string; place: string; date: string; example: boolean }
export type PlanChange = Partial<PlanDetails> & {
  /** A colour that it does not name keeps its meaning; an empty name takes it away. */
  legend?: Legend
  tags?: readonly string[]
}
export type NewMember = { seat: SeatId; canvas: CanvasId; name: string; business: string }

/** Fills a new plan. The server alone calls it, once. */
export function writeNewPlan(doc: Y.Doc, details: PlanDetails): void {
  doc.transact(() => {
    const workshop = workshopOf(doc)
    stampSchema(workshop)
    for (const [key, value] of Object.entries(details)) workshop.set(key, value)
  }, LOCAL_EDIT)
}

/** Title, place and date, what colours mean and which tags are offered, as a facilitator changes them. */
export function editPlanDetails(doc: Y.Doc, { legend = {}, tags, ...details }: PlanChange): void {
  const workshop = workshopOf(doc)
  const before = readLegend(workshop)
  doc.transact(() => {
    for (const [key, value] of Object.entries(details)) workshop.set(key, value)
    for (const colour of NOTE_COLOURS) {
      const name = legend[colour]
      if (name === undefined) continue
      const line = cleanColourName(name)
      if (line !== (before[colour] ?? '')) workshop.set(legendKey(colour), line)
    }
    if (tags) workshop.set('tags', cleanTags(tags, LIMITS.tagsOfWorkshop))
  }, LOCAL_EDIT)
}

const legendKey = (colour: NoteColour): string => `legend-${colour}`
const cleanColourName = (name: string): string =>
  shortenLine(cleanLine(name), LIMITS.colourNameLength)

function readLegend(workshop: Y.Map<unknown>): Legend {
  const legend: Partial<Record<NoteColour, string>> = {}
  for (const colour of NOTE_COLOURS) {
    const name = readLine(workshop.get(legendKey(colour)), LIMITS.colourNameLength).trim()
    if (name !== '') legend[colour] = name
  }
  return legend
}

function readTags(value: unknown): readonly string[] {
  return Array.isArray(value) ? cleanTags(strings(value), LIMITS.tagsOfWorkshop) : []
}

export function writeMembers(
  doc: Y.Doc,
  members: readonly NewMember[],
  random: () => number,
): void {
  let rank =
    readPlan(doc)
      .members.filter((each) => each.rank !== LAST_RANK)
      .at(-1)?.rank ?? null
  doc.transact(() => {
    for (const member of members) {
      rank = rankAfter(rank, random)
      const entry = new Y.Map<unknown>()
      membersOf(doc).set(member.seat, entry)
      entry.set('name', member.name)
      entry.set('business', member.business)
      entry.set('canvas', member.canvas)
      entry.set('rank', rank)
    }
  }, LOCAL_EDIT)
}

export function writeFacilitator(doc: Y.Doc, facilitator: Facilitator): void {
  doc.transact(() => {
    const entry = new Y.Map<unknown>()
    facilitatorsOf(doc).set(facilitator.seat, entry)
    entry.set('name', facilitator.name)
  }, LOCAL_EDIT)
}

export function renameMember(
  doc: Y.Doc,
  seat: SeatId,
  to: { name?: string; business?: string },
): void {
  const entry = membersOf(doc).get(seat)
  if (!(entry instanceof Y.Map)) return
  doc.transact(() => {
    if (to.name !== undefined) entry.set('name', to.name)
    if (to.business !== undefined) entry.set('business', to.business)
  }, LOCAL_EDIT)
}

export function markJoined(doc: Y.Doc, seat: SeatId, atMs: number): void {
  const entry = membersOf(doc).get(seat)
  if (!(entry instanceof Y.Map) || typeof entry.get('joinedAt') === 'number') return
  doc.transact(() => entry.set('joinedAt', atMs), LOCAL_EDIT)
}

function readMember(seat: string, entry: unknown): Member | null {
  if (!(entry instanceof Y.Map) || readId(seat) === null) return null
  const canvas = readId(entry.get('canvas'))
  if (canvas === null || readRemoval(entry.get('removed'))) return null
  const rank = entry.get('rank')
  return {
    seat: seat as SeatId,
    name: readLine(entry.get('name'), LIMITS.nameLength),
    business: readLine(entry.get('business'), LIMITS.businessLength),
    canvas: canvas as CanvasId,
    rank: isRank(rank) ? rank : LAST_RANK,
    joinedAtMs: readTime(entry.get('joinedAt')) || null,
  }
}

function readFacilitator(seat: string, entry: unknown): Facilitator | null {
  if (!(entry instanceof Y.Map) || readId(seat) === null) return null
  return { seat: seat as SeatId, name: readLine(entry.get('name'), LIMITS.nameLength) }
}

const present = <T>(value: T | null): value is T => value !== null

/**
 * The plan in a document. Total: any document yields a valid view, in the same order on every device.
 * @param previous What did not change since this view keeps its identity.
 */
export function readPlan(doc: Y.Doc, previous: PlanView = emptyPlan): PlanView {
  const workshop = workshopOf(doc)
  const known = new Map(previous.members.map((member) => [member.seat, member]))
  const members = [...membersOf(doc)]
    .map(([seat, entry]) => readMember(seat, entry))
    .filter(present)
    .sort((a, b) => compareRanks(a.rank, b.rank) || compareRanks(a.seat, b.seat))
    .slice(0, MAX_MEMBERS_READ)
    .map((member) => keep(known.get(member.seat), member))
  const facilitators = [...facilitatorsOf(doc)]
    .map(([seat, entry]) => readFacilitator(seat, entry))
    .filter(present)
    .sort((a, b) => compareRanks(a.seat, b.seat))
    .slice(0, MAX_MEMBERS_READ)
  const date = readLine(workshop.get('date'), 10)
  return keep(previous, {
    ...readPlanTitle(doc),
    place: readLine(workshop.get('place'), LIMITS.placeLength),
    date: isIsoDay(date) ? date : '',
    legend: keep(previous.legend, readLegend(workshop)),
    tags: keep(previous.tags, readTags(workshop.get('tags'))),
    members: keep(previous.members, members),
    facilitators: keep(previous.facilitators, facilitators),
    readOnlySchema: isNewerSchema(workshop),
  })
}

/** What everybody who comes in is told, without a look at who else is there. */
export function readPlanTitle(doc: Y.Doc): Pick<PlanView, 'title' | 'example'> {
  const workshop = workshopOf(doc)
  return {
    title: readLine(workshop.get('title'), LIMITS.titleLength),
    example: workshop.get('example') === true,
  }
}

export type PlanReader = {
  view(): PlanView
  subscribe(listener: () => void): () => void
  close(): void
}

/** Follows a plan; the whole view is read again at a change (plans are small and change seldom). */
export function openPlanReader(doc: Y.Doc): PlanReader {
  const listeners = new Set<() => void>()
  let view = readPlan(doc)
  const onUpdate = () => {
    const next = readPlan(doc, view)
    if (next === view) return
    view = next
    for (const listener of listeners) listener()
  }
  doc.on('update', onUpdate)
  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      doc.off('update', onUpdate)
      listeners.clear()
    },
  }
}
