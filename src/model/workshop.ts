/** A workshop's plan as screens read it. */
import type { NoteColour } from './colours.ts'
import type { CanvasId, SeatId } from './ids.ts'

export type Language = 'id' | 'en'

/** A day that exists, as `2026-07-15`. */
export function isIsoDay(text: string): boolean {
  const atMs = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isFinite(atMs) && new Date(atMs).toISOString().startsWith(text)
}

export type Member = {
  seat: SeatId
  /** As written in the roster, with the form of address people use ("Bu Ninik"). May be empty until answered. */
  name: string
  business: string
  canvas: CanvasId
  /** Order key in the roster. */
  rank: string
  /** When the seat was first opened by its member; null: not yet. */
  joinedAtMs: number | null
}

export type Facilitator = { seat: SeatId; name: string }

/** What a workshop lets a colour of paper mean ("already done", "an idea"). */
export type Legend = Readonly<Partial<Record<NoteColour, string>>>

export type PlanView = {
  title: string
  place: string
  /** ISO day, `2026-07-15`, or empty. */
  date: string
  /** The sample: every screen and page of it says "Contoh, bukan data". */
  example: boolean
  legend: Legend
  /** Tags that the workshop suggests. */
  tags: readonly string[]
  members: readonly Member[]
  facilitators: readonly Facilitator[]
  readOnlySchema: boolean
}

export const emptyPlan: PlanView = {
  title: '',
  place: '',
  date: '',
  example: false,
  legend: {},
  tags: [],
  members: [],
  facilitators: [],
  readOnlySchema: false,
}
