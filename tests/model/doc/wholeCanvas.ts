/** What every reading of every document must give, whatever is in it. */
import { isDeepStrictEqual } from 'node:util'
import type * as Y from 'yjs'
import type { CanvasView } from '../../../src/model/canvas.ts'
import { isRank, LAST_RANK } from '../../../src/model/doc/rank.ts'
import { readZone } from '../../../src/model/doc/readZone.ts'
import type { Note } from '../../../src/model/note.ts'
import { isNoteColour } from '../../../src/model/note.ts'
import { isZoneId, ZONE_IDS } from '../../../src/model/zones.ts'

const isTime = (ms: number) => ms >= 0 && !Number.isNaN(new Date(ms).getTime())
const isIdOrNull = (id: unknown) => id === null || (typeof id === 'string' && id !== '')

const noneTwice = (list: readonly string[]) => new Set(list).size === list.length

function problemsOfNote(note: Note): string[] {
  const whole: Record<string, boolean> = {
    text: typeof note.text === 'string' && note.text.length <= 20_000,
    zone: isZoneId(note.place.zone),
    rank: isRank(note.place.rank) || note.place.rank === LAST_RANK,
    colour: isNoteColour(note.colour),
    speaker: isIdOrNull(note.speaker),
    typist: isIdOrNull(note.typist),
    origin: isIdOrNull(note.origin) && note.origin !== note.id,
    tags: note.tags.length <= 5 && note.tags.every((tag) => tag.trim() !== '' && tag.length <= 24),
    joins: note.joins.length <= 4 && note.joins.every((id) => isIdOrNull(id) && id !== note.id),
    noneTwice: noneTwice(note.joins) && noneTwice(note.tags.map((tag) => tag.toLowerCase())),
    finding: typeof note.finding === 'boolean',
    example: typeof note.example === 'boolean',
    createdAtMs: isTime(note.createdAtMs),
    editedAtMs: isTime(note.editedAtMs),
  }
  return Object.keys(whole)
    .filter((field) => !whole[field])
    .map((field) => `${note.id}: ${field}`)
}

/** Names what is broken: a field that is no valid value, a note in no zone or in two, an id in a zone without a note. */
export function problemsOf(view: CanvasView): string[] {
  const problems = [...view.notes.values()].flatMap(problemsOfNote)
  const seen = new Map<string, number>()
  for (const zone of ZONE_IDS) {
    for (const id of view.zones[zone]) {
      seen.set(id, (seen.get(id) ?? 0) + 1)
      if (view.notes.get(id)?.place.zone !== zone) problems.push(`${id}: listed in ${zone}`)
    }
  }
  for (const [id, note] of view.notes) {
    if (seen.get(id) !== 1) problems.push(`${id}: in ${seen.get(id) ?? 0} zones`)
    if (note.id !== id) problems.push(`${id}: calls itself ${note.id}`)
  }
  if (view.thisWeek !== null && !view.notes.has(view.thisWeek)) problems.push('thisWeek: gone')
  return problems
}

/** The zones of a document, each read by itself. */
export const zonesOneByOne = (doc: Y.Doc) =>
  Object.fromEntries(ZONE_IDS.map((zone) => [zone, readZone(doc, zone).map(({ id }) => id)]))

/** Notes that name another source than theirs, or one although they have none; joins with what never was. */
export function strangeLinks(
  view: CanvasView,
  sourceOf: ReadonlyMap<string, string>,
  everAdded: ReadonlySet<string>,
): string[] {
  return [...view.notes.values()].flatMap(({ id, origin, joins }) => [
    ...(origin === (sourceOf.get(id) ?? null) ? [] : [`${id}: origin ${origin}`]),
    ...joins.filter((each) => !everAdded.has(each)).map((each) => `${id}: joins ${each}`),
  ])
}

/** What lost its identity although it is still the same: each is drawn again for nothing. */
export function redrawnForNothing(before: CanvasView, after: CanvasView): string[] {
  const notes = [...after.notes].filter(([id, note]) => {
    const old = before.notes.get(id)
    return old !== undefined && old !== note && isDeepStrictEqual(old, note)
  })
  const zones = ZONE_IDS.filter(
    (zone) =>
      before.zones[zone] !== after.zones[zone] &&
      isDeepStrictEqual(before.zones[zone], after.zones[zone]),
  )
  return [...notes.map(([id]) => id), ...zones]
}
