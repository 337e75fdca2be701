import { randomBytes } from 'node:crypto'
import type { Migration } from './migration.ts'

export const SECRET_BYTES = 32

/** What the server signs its vouches with: in the data file, so that a backup brings it along. */
export const secret: Migration = {
  number: 3,
  sql: 'CREATE TABLE secrets (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;',
  finish(database) {
    database.prepare('INSERT INTO secrets VALUES (1, ?)').run(randomBytes(SECRET_BYTES))
  },
}
