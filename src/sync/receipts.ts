/**
 * What is known of each local change: on screen, on this device's disk, or receipted by the server. Plain counting, no
 * document and no socket.
 *
 * Local changes are numbered as they happen. With each sync frame sent (SyncStep2 or Update) goes the number of the latest
 * change by then; the server receipts a count of this connection's frames. A SyncStep2 carries everything that was missing
 * over there, so a new connection starts counting afresh, and until its SyncStep2 is receipted nothing of it counts.
 *
 * What other tabs of this device left waiting (their marks) is adopted: once the document has taken their rows in, it
 * travels with this tab's frames, and the receipt that covers those frames covers the marks.
 */
import type { WaitingMark } from '../storage/device.ts'
import type { Tick } from './session.ts'

export type FrameKind = 'step2' | 'update'

export type Receipts = {
  /** A local change of these notes. */
  changed(notes: Iterable<string>): void
  /** The document took in what this device had on its disk: it goes to the server as a change made here would. */
  broughtIn(): void
  /** Number of the latest local change; 0 before the first. */
  latest(): number
  /**
   * All marks that other tabs, running or gone, have on the disk by now. On disk, not known to be stored.
   * @param whole False: rows they stand for could not be taken in, so no frame of this tab carries them.
   */
  adopt(marks: readonly WaitingMark[], whole: boolean): void
  /** Adopted marks that are covered, each said once: they may be taken off the disk. */
  takeSettled(): WaitingMark[]
  connectionOpened(): void
  sent(kind: FrameKind): void
  /** The server has so many of this connection's frames on disk. Says whether that told anything new. */
  receipted(count: number): boolean
  /** All local changes up to this number are on this device's disk. */
  written(change: number): void
  tickOf(note: string): Tick
  /** Notes that this tab changed and no receipt covers. */
  waitingHere(): string[]
  /** Those, and the ones that other tabs left. */
  waiting(): string[]
  kept(): boolean
  stored(): boolean
  /** Latest change that is safe, on either disk. */
  safeUpTo(): number
}

type Adopted = { mark: WaitingMark; at: number; told: boolean }

/** @param keeps False: what this device "has" is in memory only, and no promise to anybody. */
export function createReceipts(keeps = true): Receipts {
  /** The local change that touched a note last; gone once it is receipted. */
  const lastChange = new Map<string, number>()
  /** By writer. */
  let adopted = new Map<string, Adopted>()
  let adoptedNotes: ReadonlySet<string> = new Set()
  let number = 0
  let latest = 0
  let writtenUpTo = 0
  let storedUpTo = -1
  /** For each frame of this connection, the latest number as it was sent. */
  let frames: number[] = []
  let firstStep2: number | null = null

  const isWaiting = ({ at }: Adopted): boolean => at > storedUpTo
  const recount = () => {
    const waiting = [...adopted.values()].filter(isWaiting)
    adoptedNotes = new Set(waiting.flatMap(({ mark }) => mark.notes))
  }

  return {
    changed(notes) {
      latest = ++number
      for (const note of notes) lastChange.set(note, latest)
    },
    broughtIn() {
      number++
    },
    latest: () => latest,
    adopt(marks, whole) {
      const before = adopted
      adopted = new Map()
      for (const mark of marks) {
        const known = before.get(mark.writer)
        const isKnown = known?.mark.version === mark.version && known.at !== Infinity
        const at = whole ? number : Infinity
        adopted.set(mark.writer, isKnown ? known : { mark, at, told: false })
      }
      recount()
    },
    takeSettled() {
      const settled = [...adopted.values()].filter((each) => !isWaiting(each) && !each.told)
      for (const each of settled) each.told = true
      return settled.map(({ mark }) => mark)
    },
    connectionOpened() {
      frames = []
      firstStep2 = null
    },
    sent(kind) {
      frames.push(number)
      if (kind === 'step2') firstStep2 ??= frames.length
    },
    receipted(count) {
      const upTo = frames[count - 1]
      if (upTo === undefined || firstStep2 === null || count < firstStep2) return false
      if (upTo <= storedUpTo) return false
      storedUpTo = upTo
      for (const [note, change] of lastChange) if (change <= upTo) lastChange.delete(note)
      recount()
      return true
    },
    written(change) {
      writtenUpTo = Math.max(writtenUpTo, change)
    },
    tickOf(note) {
      const change = lastChange.get(note)
      if (change !== undefined) return change <= writtenUpTo ? 'kept' : 'unkept'
      if (!adoptedNotes.has(note)) return 'stored'
      return keeps ? 'kept' : 'unkept'
    },
    waitingHere: () => [...lastChange.keys()],
    waiting: () => [...new Set([...lastChange.keys(), ...adoptedNotes])],
    kept: () => writtenUpTo >= latest,
    stored: () =>
      lastChange.size === 0 && latest <= Math.max(storedUpTo, 0) && adoptedNotes.size === 0,
    safeUpTo: () => Math.max(writtenUpTo, storedUpTo),
  }
}
