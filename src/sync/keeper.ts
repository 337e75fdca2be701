/**
 * Keeps a document on this device: every update, own or received, goes into the room store, gathered so that a phone's
 * disk is not busy with each letter. An own edit is written at once, what follows within moments goes along with the next
 * write.
 *
 * A write that failed is never simply skipped: rows after a missing one could not be read. The next write that works
 * carries the whole state.
 *
 * What another tab of this device kept, on the same seat, is taken into this document as soon as that tab says so: it
 * may be closed before the server had it, and then it is this one that brings it home.
 */
import * as Y from 'yjs'
import type { Later } from '../model/doc/readCanvas.ts'
import { noDelay } from '../model/doc/readCanvas.ts'
import type { RoomKey, RoomStore, WaitingMark } from '../storage/device.ts'
import { patiently } from '../storage/patiently.ts'
import { applyRows, FROM_DEVICE } from './applyRows.ts'
import type { Receipts } from './receipts.ts'
import type { Vouches } from './vouches.ts'

export type KeeperOptions = {
  doc: Y.Doc
  store: RoomStore
  key: RoomKey
  /** Names this running session among all that write this room's marks. */
  writer: string
  receipts: Receipts
  vouches: Vouches
  /** False: the store lives in memory, so a write there is no promise to anybody. */
  keeps: boolean
  /** When "at once" is; left out: in the very moment. */
  later?: Later | undefined
  /** Something was written, or could not be. */
  onChange(): void
}

export type Keeper = {
  /** Applies what the device has; true where that was anything. Never rejects: a device that can't be read has nothing. */
  load(): Promise<boolean>
  /** The server has told everything it has. */
  synced(): void
  /** The receipts now cover more: the mark on the device should say so. */
  receiptsMoved(): void
  /** Try at once what is not written yet: the page goes out of sight, or came back. */
  hurry(): void
  /** Look at once what other tabs have written: the page came to the front. */
  readNews(): void
  /** Writes what is left and lets go of the document. */
  close(): Promise<void>
}

const OWN_PAUSE_MS = 150
/** What others write is safe at the server already. */
const OTHERS_PAUSE_MS = 1_000
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 30_000
/** After this a storage that does not answer counts as refusing: on iOS IndexedDB can die without a word. */
const STORE_PATIENCE_MS = 10_000
const ROWS_BEFORE_COMPACTING = 200

export function openKeeper(options: KeeperOptions): Keeper {
  const { doc, store, key, receipts, vouches, later = noDelay } = options
  /** Not written yet; `whole`: the entire document instead of these. */
  let updates: Uint8Array[] = []
  let whole = false
  let ownAmongThem = false
  /** Being written. */
  let onTheWay: Uint8Array[] = []
  /** How many of `updates` were written as last words already. */
  let saidUpTo = 0
  /** The last one written or being written, and whether it says less or more than is true. */
  let mark: WaitingMark | null = null
  let markIsOld = false
  /** What other tabs have waiting, as it was last read. */
  let others: readonly WaitingMark[] = []
  let readUpTo = 0
  let begun = false
  let reading: Promise<void> | null = null
  let readAgain = false
  let readTimer: ReturnType<typeof setTimeout> | undefined
  let readRetryMs = FIRST_RETRY_MS
  let couldNotRead = false
  let beyondGap: Uint8Array[] = []

  let rows = 0
  let writing: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let timerAtMs = Number.POSITIVE_INFINITY
  let lastWriteMs = 0
  let retryMs = FIRST_RETRY_MS
  let closed = false

  const hasWork = () => whole || markIsOld || updates.length > 0

  const writeAt = (atMs: number) => {
    if (writing || closed || atMs >= timerAtMs || !hasWork()) return
    clearTimeout(timer)
    if (atMs <= Date.now()) return later.soon(writeNow)
    timerAtMs = atMs
    timer = setTimeout(write, atMs - Date.now())
  }
  const writeNow = () => {
    if (!writing && !closed && hasWork()) void write()
  }
  const writeSoon = () =>
    writeAt(lastWriteMs + (ownAmongThem || markIsOld ? OWN_PAUSE_MS : OTHERS_PAUSE_MS))

  const write = (): Promise<void> => {
    clearTimeout(timer)
    timerAtMs = Number.POSITIVE_INFINITY
    if (writing) return writing
    lastWriteMs = Date.now()
    const upTo = receipts.latest()
    const batch = whole ? [Y.encodeStateAsUpdate(doc)] : gathered(updates)
    const behind = whole ? vouches.all() : batch.length > 0 ? vouches.takeNews() : []
    const newMark = markIsOld ? nextMark() : null
    if (newMark) mark = newMark
    updates = []
    onTheWay = batch
    saidUpTo = 0
    whole = false
    ownAmongThem = false
    markIsOld = false
    const done = patiently(STORE_PATIENCE_MS, store.append(key, batch, newMark, behind)).then(
      () => {
        rows += batch.length
        retryMs = FIRST_RETRY_MS
        if (options.keeps) receipts.written(upTo)
        writing = null
        options.onChange()
        writeSoon()
        compactIfLong()
        if (couldNotRead) readNews() // it works again
      },
      () => {
        // full, closing or broken storage: nothing of this was written
        whole = true
        markIsOld = true
        writing = null
        options.onChange()
        writeAt(Date.now() + retryMs)
        retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)
      },
    )
    writing = done
    return done
  }

  const nextMark = (): WaitingMark => ({
    writer: options.writer,
    version: (mark?.version ?? 0) + 1,
    notes: receipts.waitingHere(),
  })

  /**
   * Behind a write that is still on its way, what the page may not live to write after it. With that one's updates, for
   * rows must not stand behind a gap if it fails; and they are all written again in their turn, for the ticks.
   */
  const writeLastWords = () => {
    if (!whole && updates.length === saidUpTo) return
    saidUpTo = updates.length
    mark = nextMark()
    const all = whole ? [Y.encodeStateAsUpdate(doc)] : gathered([...onTheWay, ...updates])
    // Nothing hangs on it: refused, it is as if the page had not been hurried.
    store.append(key, all, mark, vouches.all()).catch(() => {})
  }

  const compactIfLong = () => {
    if (rows <= ROWS_BEFORE_COMPACTING || writing || closed) return
    rows = 1
    // Where it fails every row is still there, and the next two hundred ask for it again.
    store.compact(key).catch(() => {})
  }

  const onUpdate = (update: Uint8Array, origin: unknown, _: unknown, by: Y.Transaction) => {
    if (origin === FROM_DEVICE) {
      receipts.broughtIn()
      return
    }
    if (!whole) updates.push(update)
    if (by.local) {
      ownAmongThem = true
      markIsOld = true
    }
    writeSoon()
  }
  const onLoss = () => {
    whole = true
    markIsOld = true
    readUpTo = 0 // an emptied one numbers its rows from the start
    writeSoon()
  }
  doc.on('update', onUpdate)
  const stopHearingOfLoss = store.subscribeLoss(onLoss)
  const stopHearingOfMarks = store.subscribeMarks(key, (writer) => {
    if (writer !== options.writer) readNews()
  })

  const takeIn = (updates: Uint8Array[]) => {
    beyondGap = applyRows(doc, updates) === 'gap' ? updates : []
    receipts.adopt(others, beyondGap.length === 0)
  }
  const dropSettled = () => {
    const settled = receipts.takeSettled()
    // One that stays says less than is true, and the next page to open takes it away.
    if (settled.length > 0) store.dropMarks(key, settled).catch(() => {})
  }
  const read = async (): Promise<void> => {
    const stored = await patiently(STORE_PATIENCE_MS, store.load(key, readUpTo))
    if (closed) return
    readRetryMs = FIRST_RETRY_MS
    couldNotRead = false
    readUpTo = stored.upTo
    rows += stored.updates.length
    vouches.adopt(stored.vouches)
    others = stored.waiting.filter(({ writer }) => writer !== options.writer)
    takeIn([...beyondGap, ...stored.updates])
    dropSettled()
    compactIfLong()
    options.onChange()
  }
  /** One reading at a time; what is told meanwhile is read after it. */
  const beginReading = (): Promise<void> => {
    reading = read().finally(() => {
      reading = null
      if (!readAgain) return
      readAgain = false
      readNews()
    })
    return reading
  }
  const readNews = () => {
    if (closed || !begun) return
    if (reading) readAgain = true
    else beginReading().catch(readLater)
  }
  /** Another tab's words may lie there, which nobody else will bring home. */
  const readLater = () => {
    if (closed) return
    couldNotRead = true
    clearTimeout(readTimer)
    readTimer = setTimeout(readNews, readRetryMs)
    readRetryMs = Math.min(readRetryMs * 2, LAST_RETRY_MS)
  }

  return {
    async load() {
      begun = true
      try {
        await beginReading()
      } catch {
        whole = true // can't be read: whatever is there, the next write stands by itself
        readLater()
      }
      return rows > 0
    },
    synced() {
      if (beyondGap.length > 0) takeIn(beyondGap)
      readNews()
    },
    receiptsMoved() {
      dropSettled()
      if (!mark || sameNotes(mark.notes, receipts.waitingHere())) return
      markIsOld = true
      writeSoon()
    },
    hurry() {
      retryMs = FIRST_RETRY_MS
      lastWriteMs = 0
      if (!hasWork()) return
      if (writing) writeLastWords()
      else void write()
    },
    readNews,
    async close() {
      doc.off('update', onUpdate)
      stopHearingOfLoss()
      stopHearingOfMarks()
      clearTimeout(timer)
      clearTimeout(readTimer)
      later.close()
      closed = true
      await writing
      if (hasWork()) await write()
    },
  }
}

/** One row for all that came in since the last write. */
const gathered = (updates: Uint8Array[]): Uint8Array[] =>
  updates.length > 1 ? [Y.mergeUpdates(updates)] : updates

const sameNotes = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((note) => b.includes(note))
