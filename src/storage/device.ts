/**
 * What this device keeps (Dexie): rooms opened here, the capabilities it was given, small preferences. Screens and `sync`
 * depend on this face; `openDevice.ts` makes it. Where storage is refused (private windows, full disk) the same face is
 * served from memory, and `keeps` says so.
 */
import type { CanvasId, SeatId, WorkshopId } from '../model/ids.ts'
import type { Role } from '../model/roles.ts'
import type { Language } from '../model/workshop.ts'
import type { ShownLimits } from '../protocol/api.ts'
import type { RoomName } from '../protocol/roomName.ts'
import type { Vouch } from '../protocol/vouches.ts'

/** One seat that this device may sit on ("my canvases"). One entry a seat; a newer link replaces an older one. */
export type KeptSeat = {
  seat: SeatId
  workshop: WorkshopId
  role: Role
  capability: string
  /** Null for facilitators. */
  canvas: CanvasId | null
  name: string
  business: string
  title: string
  example: boolean
  openedAtMs: number
  /** The facilitator has copied, sent or written down their own link once. */
  linkKept: boolean
  /** The server has said that this link was revoked. Its notes stay readable here. */
  revoked: boolean
  /** As the server said last; left out where an older program kept this seat. */
  limits?: ShownLimits
}

export type Preferences = {
  language: Language | null
  /** Origin used in links, per workshop: what the facilitator chose among several addresses. */
  address: Record<string, string>
}

/** What is stored of a room is keyed by room and seat, so that one seat's edits never travel under another's authority. */
export type RoomKey = { room: RoomName; seat: SeatId }

/**
 * What one running session has changed and no receipt has covered yet. Each session writes a mark of its own, so that two
 * tabs on one seat can't clear each other's. `version` grows with each write of that mark.
 */
export type WaitingMark = { writer: string; version: number; notes: readonly string[] }

export type StoredRoom = {
  /** Yjs updates in V1 format, to be applied in order. */
  updates: Uint8Array[]
  /** What the server said of these; of each client the one that goes furthest. */
  vouches: Vouch[]
  /** Left by sessions that ended, or still run in another tab, before a receipt. */
  waiting: WaitingMark[]
  /** To be given to the next `load`, for what came since. */
  upTo: number
}

export type RoomStore = {
  /** @param after `upTo` of an earlier load: only updates that came since. Marks are always all there are. */
  load(key: RoomKey, after?: number): Promise<StoredRoom>
  /**
   * Appends updates and replaces the mark of that mark's writer (one without notes is taken away), in one transaction.
   * Rejects when the device refuses; then neither was written.
   * @param vouches What the server said of these updates; without updates there are none.
   */
  append(
    key: RoomKey,
    updates: readonly Uint8Array[],
    mark: WaitingMark | null,
    vouches?: readonly Vouch[],
  ): Promise<void>
  /** Takes marks away that are still as they were loaded: what they stood for has been receipted. */
  dropMarks(key: RoomKey, marks: readonly WaitingMark[]): Promise<void>
  /** One state in place of all rows that it covers; rows appended meanwhile by another tab stay. */
  compact(key: RoomKey): Promise<void>
  /**
   * A mark of this room was written or taken away, and with it perhaps updates: by another tab of this device too, where
   * the browser lets tabs speak to each other. It says that there is something, never what.
   * @param listener Told the mark's writer; null: marks were dropped.
   */
  subscribeMarks(key: RoomKey, listener: (writer: string | null) => void): () => void
  /** The storage was closed or emptied under us: whatever is open should be written whole at the next write. */
  subscribeLoss(listener: () => void): () => void
}

export type Device = {
  /** False: this device refuses to store; everything lives in memory until the page is closed. */
  keeps: boolean
  seats: {
    list(): Promise<KeptSeat[]>
    get(seat: SeatId): Promise<KeptSeat | null>
    /** The facilitator's seat in a workshop, if this device has one. */
    facilitatorOf(workshop: WorkshopId): Promise<KeptSeat | null>
    put(seat: KeptSeat): Promise<void>
    update(seat: SeatId, change: Partial<KeptSeat>): Promise<void>
    /** Forgets the seat and everything of its rooms on this device. */
    forget(seat: SeatId): Promise<void>
    subscribe(listener: () => void): () => void
  }
  preferences: {
    get(): Promise<Preferences>
    set(change: Partial<Preferences>): Promise<void>
  }
  rooms: RoomStore
  /** A text being typed into a form (the roster), so that a closed page loses nothing. */
  drafts: {
    get(name: string): Promise<string | null>
    /** Says where it is: on the disk, or (refused there) in memory until the page is closed. */
    put(name: string, text: string): Promise<'kept' | 'memory'>
    remove(name: string): Promise<void>
  }
  close(): void
}
