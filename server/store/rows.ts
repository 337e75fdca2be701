/** Rows of SQLite as the store's records, once their seal is found whole. */
import type { SQLOutputValue } from 'node:sqlite'
import type { CanvasId, SeatId, WorkshopId } from '../../src/model/ids.ts'
import { ROLES } from '../../src/model/roles.ts'
import type { JoinCode } from '../../src/protocol/joinCode.ts'
import type { CapabilityRecord, SeatRecord, WorkshopRecord } from './store.ts'
import { DamagedRow } from './store.ts'

export type Row = Record<string, SQLOutputValue>

export function number(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new Error(`column ${column} holds no number`)
  return value
}

export function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new Error(`column ${column} holds no text`)
  return value
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw new Error(`column ${column} holds no bytes`)
  return value
}

export const isSoundRow = (row: Row): boolean => row.sound !== 0 && row.sound_capability !== 0

/** @throws DamagedRow */
export function sound(row: Row, what: string): Row {
  if (!isSoundRow(row)) throw new DamagedRow(what)
  return row
}

const numberOrNull = (row: Row, column: string) =>
  row[column] === null ? null : number(row, column)

export function readSeat(row: Row): SeatRecord {
  const role = ROLES.find((each) => each === row.role)
  if (!role) throw new Error('column role holds no role')
  return {
    id: text(row, 'seat') as SeatId,
    workshop: text(row, 'workshop') as WorkshopId,
    role,
    canvas: row.canvas === null ? null : (text(row, 'canvas') as CanvasId),
    name: text(row, 'name'),
    business: text(row, 'business'),
    joinedAtMs: numberOrNull(row, 'joined_at'),
  }
}

export const readCapability = (row: Row): CapabilityRecord => ({
  id: text(row, 'id'),
  seat: text(row, 'seat') as SeatId,
  createdAtMs: number(row, 'created_at'),
  lastUsedAtMs: numberOrNull(row, 'last_used_at'),
  revokedAtMs: numberOrNull(row, 'revoked_at'),
})

export const readWorkshop = (row: Row): WorkshopRecord => ({
  id: text(row, 'id') as WorkshopId,
  createdAtMs: number(row, 'created_at'),
  joinCode: {
    code: text(row, 'join_code') as JoinCode,
    open: number(row, 'join_open') === 1,
    expiresAtMs: number(row, 'join_expires_at'),
  },
})
