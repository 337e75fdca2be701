import type { DatabaseSync } from 'node:sqlite'
import { knowSeals } from '../seals.ts'
import { inTransaction } from '../transaction.ts'
import { first } from './0001-first.ts'
import { chained } from './0002-chained.ts'
import { secret } from './0003-secret.ts'
import type { Migration } from './migration.ts'

const MIGRATIONS: readonly Migration[] = [first, chained, secret]

/** The newest shape this program knows. */
export const SCHEMA_VERSION = MIGRATIONS.length

export function readVersion(database: DatabaseSync): number {
  const version = database.prepare('PRAGMA user_version').get()?.user_version
  if (typeof version !== 'number') throw new Error('the database does not tell its version')
  return version
}

/** Brings a database up to this program's shape, each step in a transaction of its own. */
export function migrate(database: DatabaseSync): void {
  knowSeals(database)
  for (const { number, sql, finish } of MIGRATIONS.slice(readVersion(database))) {
    inTransaction(database, () => {
      database.exec(sql)
      finish?.(database)
      database.exec(`PRAGMA user_version = ${number}`)
    })
  }
}
