/** Notes chosen together. A note that leaves the canvas leaves the choice. */
import type { CanvasView } from '../model/canvas.ts'
import type { NoteId } from '../model/ids.ts'
import { ZONE_IDS } from '../model/zones.ts'
import type { CanvasSession } from '../sync/session.ts'
import type { Cell } from './cell.ts'
import { createCell } from './cell.ts'

export type Selection = {
  cell: Cell<ReadonlySet<NoteId>>
  toggle(note: NoteId): void
  choose(notes: Iterable<NoteId>): void
  clear(): void
  /** What a command given at this note is meant for: all that are chosen where it is one of them, else it alone. */
  meantBy(note: NoteId): readonly NoteId[]
  /** All of them, as they lie: zone by zone, each in its order. */
  inOrder(): readonly NoteId[]
  start(): () => void
}

const NONE: ReadonlySet<NoteId> = new Set()

export function createSelection(session: Pick<CanvasSession, 'view' | 'subscribe'>): Selection {
  const cell = createCell(NONE)
  const choose = (notes: Iterable<NoteId>) => {
    const chosen = new Set(notes)
    cell.set(chosen.size === 0 ? NONE : chosen)
  }
  const inOrder = () => asTheyLie(session.view(), cell.get())
  return {
    cell,
    choose,
    inOrder,
    clear: () => cell.set(NONE),
    toggle(note) {
      const chosen = new Set(cell.get())
      if (!chosen.delete(note)) chosen.add(note)
      choose(chosen)
    },
    meantBy: (note) => (cell.get().has(note) ? inOrder() : [note]),
    start: () =>
      session.subscribe(() => {
        const { notes } = session.view()
        const chosen = [...cell.get()]
        const there = chosen.filter((note) => notes.has(note))
        if (there.length < chosen.length) choose(there)
      }),
  }
}

/** Zone by zone in asking order, each from its head. */
export const asTheyLie = (view: CanvasView, notes: ReadonlySet<NoteId>): NoteId[] =>
  ZONE_IDS.flatMap((zone) => view.zones[zone].filter((note) => notes.has(note)))
