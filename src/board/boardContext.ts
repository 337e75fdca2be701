/** What every part of one open canvas shares. Made once per session; nothing in it changes while notes do. */
import { createContext, useContext } from 'react'
import type { DeviceWord } from '../i18n/save.id.ts'
import type { NoteId, SeatId } from '../model/ids.ts'
import type { Legend } from '../model/workshop.ts'
import type { TabId, ZoneId } from '../model/zones.ts'
import type { CanvasSession } from '../sync/session.ts'
import type { Actions } from './actions.ts'
import type { Cell } from './cell.ts'
import type { PastedLines } from './pastedLines.ts'
import type { RemoteChanges } from './remoteChanges.ts'
import type { Save } from './saveWatch.ts'
import type { Selection } from './selection.ts'
import type { Writer } from './writer.ts'
import type { Landing } from './zoneItems.ts'

export type BoardOwner = {
  /** Null where nobody sits on it (a shared canvas). */
  seat: SeatId | null
  name: string
  business: string
}

/** What is in the hand, by pointer or by keyboard. Nothing is written to the canvas before it is put down. */
export type Carried = {
  /** The one that was taken hold of. */
  note: NoteId
  /** All that go with it, itself among them, as they lie. */
  notes: readonly NoteId[]
  by: 'pointer' | 'keys'
  from: ZoneId
  /** A pointer has carried it away from where it was lifted. */
  moved?: boolean
  /** Null: nowhere to land. */
  to: Landing | null
  /** Height of the note as it lay, so that the slot is as high (px). */
  height: number
}

/** The note whose ⋮ was pressed, and the button, to come back to. */
export type OpenMenu = { note: NoteId; anchor: HTMLElement }

export type BoardTools = {
  session: CanvasSession
  owner: BoardOwner
  /** What somebody is called, whoever it is. */
  nameOf(seat: SeatId | null): string
  device: DeviceWord
  canEdit: boolean
  changes: RemoteChanges
  writer: Writer
  selection: Selection
  tab: Cell<TabId>
  carried: Cell<Carried | null>
  menu: Cell<OpenMenu | null>
  /** The zone this person is in, as told to others. */
  place: Cell<ZoneId | null>
  /** A strategy, or a note that strategies join: it and all that it belongs with are lit. */
  lit: Cell<NoteId | null>
  /** The SWOT notes that the next strategy is to join. */
  pair: Cell<readonly NoteId[]>
  /** The zone whose help is open. */
  help: Cell<ZoneId | null>
  /** Lines that wait for a word on what becomes of them. */
  pasted: Cell<PastedLines | null>
  /** What the header says about keeping and sending. */
  save: Cell<Save>
  actions: Actions
  /** The workshop's own names for the papers, and the tags it suggests. */
  legend: Legend
  suggestedTags: readonly string[]
  /** To screen readers. */
  say(sentence: string): void
  /** Opens a zone's questions and examples. */
  showExamples(zone: ZoneId): void
}

const BoardContext = createContext<BoardTools | null>(null)
export const BoardToolsProvider = BoardContext.Provider

export function useBoard(): BoardTools {
  const tools = useContext(BoardContext)
  if (!tools) throw new Error('useBoard outside of a Board')
  return tools
}
