/** What every part of one open canvas shares. Made once per session; nothing in it changes while notes do. */
import { createContext, useContext } from 'react'
import type { DeviceWord } from '../i18n/board.id.ts'
import type { NoteId, SeatId } from '../model/ids.ts'
import type { TabId, ZoneId } from '../model/zones.ts'
import type { CanvasSession } from '../sync/session.ts'
import type { Actions } from './actions.ts'
import type { Cell } from './cell.ts'
import type { RemoteChanges } from './remoteChanges.ts'
import type { Writer } from './writer.ts'
import type { Landing } from './zoneItems.ts'

export type BoardOwner = {
  /** Null where nobody sits on it (a shared canvas). */
  seat: SeatId | null
  name: string
  business: string
}

/** Tabs that are shown today. */
export type ShownTab = Exclude<TabId, 'tows'>

/** A note in the hand, by pointer or by keyboard. Nothing is written to the canvas before it is put down. */
export type Carried = {
  note: NoteId
  by: 'pointer' | 'keys'
  from: ZoneId
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
  /** Somebody's name by seat, from the roster. */
  nameOf(seat: SeatId): string | null
  device: DeviceWord
  canEdit: boolean
  changes: RemoteChanges
  writer: Writer
  tab: Cell<ShownTab>
  carried: Cell<Carried | null>
  menu: Cell<OpenMenu | null>
  /** The zone this person is in, as told to others. */
  place: Cell<ZoneId | null>
  actions: Actions
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
