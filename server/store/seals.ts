/**
 * Rows that may change (seats, links, workshops) carry a seal over all their columns. SQL computes it by a function of ours,
 * so every reading of such a row can ask in the same breath whether the seal holds.
 */
import type { DatabaseSync } from 'node:sqlite'
import { sealOf } from './checksum.ts'

const SEALED = {
  workshops: ['id', 'created_at', 'join_code', 'join_open', 'join_expires_at'],
  seats: ['id', 'workshop', 'role', 'canvas', 'name', 'business', 'joined_at'],
  capabilities: ['id', 'hash', 'seat', 'created_at', 'last_used_at', 'revoked_at'],
  client_owners: ['room', 'client', 'seat'],
  /** What else stands there, the chain of its rows tells. */
  rooms: ['number', 'name'],
} as const
export type Sealed = keyof typeof SEALED

/** Only this connection knows the function: whoever opens the file by other means can read every column all the same. */
export const knowSeals = (database: DatabaseSync): void =>
  database.function('seal_of', { varargs: true, deterministic: true }, sealOf)

const sealOfRow = (table: Sealed): string =>
  `seal_of(${SEALED[table].map((column) => `${table}.${column}`).join(', ')})`

/** An expression: 1 where the row is as it was written. */
export const isSound = (table: Sealed): string => `${table}.seal = ${sealOfRow(table)}`

export const sealing = (table: Sealed, where: string): string =>
  `UPDATE ${table} SET seal = ${sealOfRow(table)} WHERE ${where}`

export function sealEverything(database: DatabaseSync): void {
  for (const table of Object.keys(SEALED) as Sealed[]) database.exec(sealing(table, 'TRUE'))
}

export function countUnsound(database: DatabaseSync): number {
  const counts = (Object.keys(SEALED) as Sealed[]).map((table) =>
    database.prepare(`SELECT count(*) AS count FROM ${table} WHERE NOT (${isSound(table)})`).get(),
  )
  return counts.reduce((sum, row) => sum + Number(row?.count), 0)
}
