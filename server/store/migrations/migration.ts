import type { DatabaseSync } from 'node:sqlite'

/** One step of the database's shape. Its number becomes the file's `user_version`; numbers rise by one, for ever. */
export type Migration = {
  number: number
  sql: string
  /** What SQL alone can't do, in the same transaction. */
  finish?(database: DatabaseSync): void
}
