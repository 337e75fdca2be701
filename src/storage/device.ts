/**
 * What this device keeps (Dexie): rooms opened here, the capabilities it was given, small preferences. Screens and `sync`
 * depend on this face; `openDevice.ts` makes it. Where storage is refused (private windows, full disk) the same face is
 * served from memory, and `keeps` says so.
 */
import type { CanvasId, SeatId, WorkshopId } from '../model/ids.ts'
import type { Role } from '../model/roles.ts'
import type { Language } from '../model/workshop.ts'
import type { RoomName } from '../protocol/roomName.ts'

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
}

export type Preferences = {
  language: Language | null
  /** Origin used in links, per workshop: what the facilitator chose among several addresses. */
  address: Record<string, string>
  textSize: 'small' | 'normal' | 'large'
}

/** What is stored of a room is keyed by room and seat, so that one seat's edits never travel under another's authority. */
export type RoomKey = { room: RoomName; seat: SeatId }

export type StoredRoom = {
  /** Yjs updates in V1 format, to be applied in order. */
  updates: Uint8Array[]
  /** Ids of notes changed here that no receipt has covered yet. */
  waiting: string[]
}

export type RoomStore = {
  load(key: RoomKey): Promise<StoredRoom>
  /** Appends updates, and marks notes as waiting, in one transaction. Rejects when the device refuses. */
  append(key: RoomKey, updates: Uint8Array[], waiting: string[]): Promise<void>
  /** The server has receipted these notes' changes. */
  clearWaiting(key: RoomKey, notes: string[]): Promise<void>
  /** One state in place of all rows that it covers; rows appended meanwhile by another tab stay. */
  compact(key: RoomKey): Promise<void>
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
    put(name: string, text: string): Promise<void>
    remove(name: string): Promise<void>
  }
  close(): void
}
