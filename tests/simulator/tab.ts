/**
 * One tab of the app: the real room with its canvas, on a device and a network of the simulation. Whether its ticks are
 * true is watched from the moment it opens.
 */
import * as Y from 'yjs'
import type { CanvasView } from '../../src/model/canvas.ts'
import type { TextSession } from '../../src/model/doc/textSession.ts'
import type { CanvasId } from '../../src/model/ids.ts'
import { accessTo } from '../../src/model/roles.ts'
import type { CloseReason } from '../../src/protocol/closeCodes.ts'
import { canvasRoom } from '../../src/protocol/roomName.ts'
import type { KeptSeat } from '../../src/storage/device.ts'
import { FROM_DEVICE } from '../../src/sync/applyRows.ts'
import type { OpenCanvas } from '../../src/sync/openCanvas.ts'
import { canvasIn, followNotes } from '../../src/sync/openCanvas.ts'
import type { Room } from '../../src/sync/openRoom.ts'
import { openRoom } from '../../src/sync/openRoom.ts'
import type { PageEvent } from '../../src/sync/platform.ts'
import type { CanvasEdits } from '../../src/sync/session.ts'
import type { Book, Mark } from './books.ts'
import { markOf } from './books.ts'
import type { SimDevice } from './simDevice.ts'
import type { Actor } from './virtualTime.ts'
import { anActor } from './virtualTime.ts'

/** An edit made on this device that no tick has promised anything about yet, or only that it is on the device's disk. */
type LocalEdit = { mark: Mark; notes: ReadonlySet<string>; isRead: boolean; kept: boolean }

export type TabSurroundings = {
  device: SimDevice
  /** Whose link it opens. */
  seat: KeptSeat
  canvas: CanvasId
  origin: string
  /** As the tab's program believes: a cheat's believes that a viewer may write. */
  role: KeptSeat['role']
  WebSocket: typeof WebSocket
  onDisk: Book
  /** How far each author's words were on the server's disk when it was let in last. */
  atDoor(): ReadonlyMap<number, number>
  /** A link that was made in the part of the file that is lost. */
  mayBeUnknown(): boolean
  /** ✓ was shown for it: this device brings it home. */
  kept(mark: Mark): void
  wrong(what: string): void
}

export class Tab {
  readonly actor: Actor
  readonly device: SimDevice
  readonly seat: KeptSeat
  readonly cheats: boolean
  readonly room: Room
  readonly canvas: OpenCanvas
  writing: TextSession | null = null
  /** On its way out: it writes what is left, and nothing kills it then. */
  isClosing = false
  readonly #surroundings: TabSurroundings
  readonly #pageListeners = new Set<(event: PageEvent) => void>()
  #unpromised: LocalEdit[] = []
  readonly #watched = new Set<string>()
  #wasConnected = false

  /** Within the actor that is given. */
  constructor(surroundings: TabSurroundings, actor: Actor) {
    const { device, seat, canvas, origin, role } = surroundings
    this.#surroundings = surroundings
    this.actor = actor
    this.device = device
    this.seat = seat
    this.cheats = role !== seat.role
    const access = accessTo({ ...seat, role }, 'canvas', canvas)
    if (access === 'none') throw new Error('a seat of another canvas')
    const options = {
      device: device.for(actor),
      origin,
      seat: { ...seat, role },
      canvas,
      onRefused: (reason: CloseReason) => {
        const isFair =
          reason === 'linkRevoked' || (reason === 'linkUnknown' && surroundings.mayBeUnknown())
        if (!this.cheats && !isFair) surroundings.wrong(`is refused: ${reason}`)
      },
      platform: {
        WebSocket: surroundings.WebSocket,
        isOnline: () => device.access.online,
        subscribe: (listener: (event: PageEvent) => void) => {
          this.#pageListeners.add(listener)
          return () => this.#pageListeners.delete(listener)
        },
      },
    }
    this.room = openRoom(options, canvasRoom(seat.workshop, canvas), access, followNotes)
    this.canvas = canvasIn(this.room, options, access)
    this.room.doc.on('update', (update: Uint8Array, origin, _doc, by: Y.Transaction) => {
      // What another tab of this device wrote counts as if it were written here: it is this tab now that says where it is.
      if (by.local || origin === FROM_DEVICE) {
        const isRead = !by.local
        const notes = notesTouched(by)
        this.#unpromised.push({ mark: markOf(update), notes, isRead, kept: isRead })
        for (const note of notes) this.#watch(note)
      }
    })
    this.room.subscribeStatus(() => {
      this.#checkTicks(this.room.status().stored)
      this.#checkWelcome()
    })
  }

  get edits(): CanvasEdits | null {
    return this.canvas.edits()
  }
  get view(): CanvasView {
    return this.canvas.view()
  }
  get client(): number {
    return this.room.doc.clientID
  }
  /** What it says of itself, for who looks for the reason of a failure. */
  get status(): string {
    return `${this.actor.name} ${JSON.stringify(this.room.status())}`
  }

  say(event: PageEvent): void {
    for (const listener of this.#pageListeners) listener(event)
  }

  /** A newcomer is told all that there is before it is told that this is all. */
  #checkWelcome(): void {
    const { type } = this.room.status().connection
    const isNews = type === 'connected' && !this.#wasConnected
    this.#wasConnected = type === 'connected'
    if (!isNews) return
    for (const [client, clock] of this.#surroundings.atDoor()) {
      if (Y.getState(this.room.doc.store, client) >= clock) continue
      this.#surroundings.wrong('was shown less than there was')
    }
  }

  /** Every note whose tick can turn here: those that were written on this device. */
  #watch(note: string): void {
    if (this.#watched.has(note)) return
    this.#watched.add(note)
    this.room.subscribeTick(note, () => this.#checkTicks(false))
  }

  /**
   * A tick of a note speaks for every edit of it so far; of the many that were read from the disk, only all ticks together.
   * ✓✓ says nothing of this device's own disk, which may be full: only where all is kept can it bring home what the server
   * loses later.
   */
  #checkTicks(allStored: boolean): void {
    if (this.cheats) return
    const { onDisk, kept, wrong } = this.#surroundings
    const allKept = this.room.status().kept
    this.#unpromised = this.#unpromised.filter((edit) => {
      const ticks = [...edit.notes].map(this.room.tickOf)
      const isStored = allStored || (!edit.isRead && ticks.includes('stored'))
      if ((ticks.includes('kept') || (isStored && allKept)) && !edit.kept) {
        edit.kept = true
        kept(edit.mark)
      }
      if (isStored && !onDisk.has(edit.mark)) wrong('shows ✓✓ for what is not on the server’s disk')
      return !isStored || !edit.kept
    })
  }
}

/** By Yjs' own books, not by what the receipts were told. */
function notesTouched({ doc, changed }: Y.Transaction): Set<string> {
  const notes = doc.getMap('notes')
  const touched = new Set<string>()
  for (const [type, keys] of changed) {
    let inner: Y.AbstractType<unknown> | null = type as unknown as Y.AbstractType<unknown>
    if (inner === notes) for (const key of keys) touched.add(String(key))
    while (inner && inner.parent !== notes) inner = inner.parent
    const id = inner?._item?.parentSub
    if (id) touched.add(id)
  }
  return touched
}

export const aTabActor = (device: SimDevice, count: number): Actor =>
  anActor(`${device.name}.${count}`)
