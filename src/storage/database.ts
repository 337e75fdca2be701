/**
 * The device's IndexedDB, through Dexie.
 *
 *   seats        seat                     KeptSeat
 *   rows         ++id, [seat+room]        one appended V1 update, or a state that took the place of several; what the server
 *                                         vouched for of it
 *   marks        [seat+room+writer]       notes that wait for a receipt, per running session
 *   preferences  name                     one row: 'preferences'
 *   drafts       name                     text of a form
 *
 * Invariants: rows of a room are applied in order of id. A row is only deleted in the transaction that writes the state
 * which covers it. Rows and marks carry their seat: forgetting a seat takes all of it along.
 *
 * History: 1 first shape.
 */
import type { Table } from 'dexie'
import Dexie from 'dexie'
import type { KeptSeat, Preferences, WaitingMark } from './device.ts'
import type { KeptUpdate } from './mergeRows.ts'

/** `format` 1: a Yjs update in V1 encoding. */
export type Row = KeptUpdate & { id?: number; seat: string; room: string; format: 1 }
type MarkRow = WaitingMark & { seat: string; room: string }

export type Database = {
  dexie: Dexie
  seats: Table<KeptSeat, string>
  rows: Table<Row, number>
  marks: Table<MarkRow, [string, string, string]>
  preferences: Table<{ name: string; value: Partial<Preferences> }, string>
  drafts: Table<{ name: string; text: string }, string>
}

export function defineDatabase(name: string): Database {
  const dexie = new Dexie(name, {
    // The first tick says "on this phone's disk": the transaction ends when it is there, not in a buffer.
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
  })
  dexie.version(1).stores({
    seats: 'seat, workshop',
    rows: '++id, [seat+room]',
    marks: '[seat+room+writer]',
    preferences: 'name',
    drafts: 'name',
  })
  return {
    dexie,
    seats: dexie.table('seats'),
    rows: dexie.table('rows'),
    marks: dexie.table('marks'),
    preferences: dexie.table('preferences'),
    drafts: dexie.table('drafts'),
  }
}
