/**
 * Brings what stands in the write-ahead log into the file itself: between commits, and not at the end of one as SQLite does
 * by itself, for then somebody waits for two more flushes.
 */
import type { DatabaseSync } from 'node:sqlite'

const PAGE_BYTES = 4_096
const LONG_LOG_PAGES = 1_000
/** A small commit changes a leaf of each table and index that it touches. */
const PAGES_A_COMMIT = 5
/** Should there be no moment between commits, SQLite does it all the same. */
const LONGEST_LOG_PAGES = 4_000

export type Checkpoints = {
  /** So many bytes of content were committed. */
  wrote(bytes: number): void
  close(): void
}

export function openCheckpoints(database: DatabaseSync): Checkpoints {
  database.exec(`PRAGMA wal_autocheckpoint = ${LONGEST_LOG_PAGES}`)
  let pages = 0
  let due: NodeJS.Immediate | null = null

  const checkpoint = () => {
    due = null
    pages = 0
    try {
      database.exec('PRAGMA wal_checkpoint(PASSIVE)')
    } catch {
      // the disk is full or gone, which commits are told of; everything stays in the log
    }
  }
  return {
    wrote(bytes) {
      pages += PAGES_A_COMMIT + Math.ceil(bytes / PAGE_BYTES)
      if (pages >= LONG_LOG_PAGES) due ??= setImmediate(checkpoint)
    },
    close() {
      if (due) clearImmediate(due)
    },
  }
}
