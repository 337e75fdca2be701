/**
 * What is known of each local change: on screen, on this device's disk, or receipted by the server. Plain counting, no
 * document and no socket.
 *
 * Local changes are numbered as they happen. With each sync frame sent (SyncStep2 or Update) goes the number of the latest
 * change by then; the server receipts a count of this connection's frames. A SyncStep2 carries everything that was missing
 * over there, so a new connection starts counting afresh, and until its SyncStep2 is receipted nothing of it counts.
 */
import type { Tick } from './session.ts'

export type FrameKind = 'step2' | 'update'

export type Receipts = {
  /** A local change of these notes. */
  changed(notes: Iterable<string>): void
  /** Number of the latest local change; 0 before the first. */
  latest(): number
  /** Notes that an earlier session on this device left without a receipt: on disk, not known to be stored. */
  adopt(notes: Iterable<string>): void
  connectionOpened(): void
  sent(kind: FrameKind): void
  /** The server has so many of this connection's frames on disk. Says whether that told anything new. */
  receipted(count: number): boolean
  /** All local changes up to this number are on this device's disk. */
  written(change: number): void
  tickOf(note: string): Tick
  /** Notes with changes that no receipt covers. */
  waiting(): string[]
  kept(): boolean
  stored(): boolean
  /** Latest change that is safe, on either disk. */
  safeUpTo(): number
}

export function createReceipts(): Receipts {
  /** The local change that touched a note last; gone once it is receipted. 0: adopted. */
  const lastChange = new Map<string, number>()
  let latest = 0
  let writtenUpTo = 0
  let storedUpTo = -1
  /** For each frame of this connection, the latest change as it was sent. */
  let frames: number[] = []
  let firstStep2: number | null = null

  return {
    changed(notes) {
      latest++
      for (const note of notes) lastChange.set(note, latest)
    },
    latest: () => latest,
    adopt(notes) {
      for (const note of notes) if (!lastChange.has(note)) lastChange.set(note, 0)
    },
    connectionOpened() {
      frames = []
      firstStep2 = null
    },
    sent(kind) {
      frames.push(latest)
      if (kind === 'step2') firstStep2 ??= frames.length
    },
    receipted(count) {
      const upTo = frames[count - 1]
      if (upTo === undefined || firstStep2 === null || count < firstStep2) return false
      if (upTo <= storedUpTo) return false
      storedUpTo = upTo
      for (const [note, change] of lastChange) if (change <= upTo) lastChange.delete(note)
      return true
    },
    written(change) {
      writtenUpTo = Math.max(writtenUpTo, change)
    },
    tickOf(note) {
      const change = lastChange.get(note)
      if (change === undefined) return 'stored'
      return change <= writtenUpTo ? 'kept' : 'unkept'
    },
    waiting: () => [...lastChange.keys()],
    kept: () => writtenUpTo >= latest,
    stored: () => lastChange.size === 0 && latest <= Math.max(storedUpTo, 0),
    safeUpTo: () => Math.max(writtenUpTo, storedUpTo),
  }
}
