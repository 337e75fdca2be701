/** Notes selected together. A note that leaves the canvas leaves the selection. */
import type { CanvasView } from '../model/canvas.ts'
import type { NoteId } from '../model/ids.ts'
import { ZONE_IDS } from '../model/zones.ts'
import type { CanvasSession } from '../sync/session.ts'
import type { Cell } from './cell.ts'
import { createCell } from './cell.ts'

export type Selection = {
  cell: Cell<ReadonlySet<NoteId>>
  toggle(note: NoteId): void
  select(notes: Iterable<NoteId>): void
  clear(): void
  /** What a command given at this note is meant for: all that are selected where it is one of them, else it alone. */
  meantBy(note: NoteId): readonly NoteId[]
  /** All of them, as they lie: zone by zone, each in its order. */
  inOrder(): readonly NoteId[]
  start(): () => void
}

const NONE: ReadonlySet<NoteId> = new Set()

export function createSelection(session: Pick<CanvasSession, 'view' | 'subscribe'>): Selection {
  const cell = createCell(NONE)
  const select = (notes: Iterable<NoteId>) => {
    const selected = new Set(notes)
    cell.set(selected.size === 0 ? NONE : selected)
  }
  const inOrder = () => asTheyLie(session.view(), cell.get())
  return {
    cell,
    select,
    inOrder,
    clear: () => cell.set(NONE),
    toggle(note) {
      const selected = new Set(cell.get())
      if (!selected.delete(note)) selected.add(note)
      select(selected)
    },
    meantBy: (note) => (cell.get().has(note) ? inOrder() : [note]),
    start: () =>
      session.subscribe(() => {
        const { notes } = session.view()
        const selected = [...cell.get()]
        const there = selected.filter((note) => notes.has(note))
        if (there.length < selected.length) select(there)
      }),
  }
}

/** Zone by zone in asking order, each from its head. */
export const asTheyLie = (view: CanvasView, notes: ReadonlySet<NoteId>): NoteId[] =>
  ZONE_IDS.flatMap((zone) => view.zones[zone].filter((note) => notes.has(note)))
