/**
 * Rows that were checked one by one become a chain; a room keeps its last two states, the clocks that were ever stored in
 * it, and the mark of a damage; all other rows get a seal. What was rotten before stays known as rotten, and a row that
 * leans on one that is missing is called rotten too: until now nothing else told of it.
 */
import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { checkStored } from '../../updateCheck.ts'
import { CHAIN_START, chainedChecksum, sealOf, stateChecksum } from '../checksum.ts'
import { clocksIn } from '../clocks.ts'
import type { Row } from '../rows.ts'
import { bytes, number } from '../rows.ts'
import { sealEverything } from '../seals.ts'
import type { Migration } from './migration.ts'

export const chained: Migration = {
  number: 2,
  sql: `
    ALTER TABLE rooms ADD COLUMN last_row INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE rooms ADD COLUMN chain INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE rooms ADD COLUMN damaged_at INTEGER;
    -- The rows of a room that fell back, as they were found, under a name that nobody can open.
    ALTER TABLE rooms ADD COLUMN set_aside_at INTEGER;

    ALTER TABLE rooms ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE workshops ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE seats ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE capabilities ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE client_owners ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;

    -- The newest state, and the one before it with all rows that came after that: until the newer has been read back.
    CREATE TABLE states (
      room     INTEGER NOT NULL REFERENCES rooms (number),
      last_row INTEGER NOT NULL,
      chain    INTEGER NOT NULL,
      format   INTEGER NOT NULL,
      checksum INTEGER NOT NULL,
      bytes    BLOB NOT NULL,
      PRIMARY KEY (room, last_row)
    ) STRICT;

    -- How far each client's structs ever reached on this disk: what a room that fell back may be given again.
    CREATE TABLE clocks (
      room   INTEGER NOT NULL,
      client INTEGER NOT NULL,
      clock  INTEGER NOT NULL,
      seal   INTEGER NOT NULL,
      PRIMARY KEY (room, client)
    ) STRICT, WITHOUT ROWID;

    -- Written to and emptied again, to find out whether the disk takes writes.
    CREATE TABLE probes (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  `,
  finish(database) {
    for (const room of database.prepare('SELECT number FROM rooms').all()) {
      chainRoom(database, number(room, 'number'))
    }
    database.exec('DROP TABLE room_states')
    sealEverything(database)
  },
}

/** As version 1 had it. */
const isSound = (row: Row): boolean =>
  crc32(bytes(row, 'bytes'), crc32(Uint8Array.of(number(row, 'format')))) ===
  number(row, 'checksum')

/** No row has this checksum unless by a chance of one in four thousand million. */
const spoilt = (checksum: number): number => (checksum ^ 0xffffffff) >>> 0

function chainRoom(database: DatabaseSync, room: number): void {
  const heads = new Map<number, number>()
  const reached = (content: Uint8Array) => {
    for (const [client, clock] of clocksIn(content)) {
      heads.set(client, Math.max(clock, heads.get(client) ?? 0))
    }
  }
  const fits = (content: Uint8Array) =>
    checkStored(content, (client) => heads.get(client) ?? 0).type !== 'gap'

  const state = database.prepare('SELECT * FROM room_states WHERE room = ?').get(room)
  if (state) {
    const sound = isSound(state)
    if (sound) reached(bytes(state, 'bytes'))
    const lastRow = number(state, 'last_row')
    const format = number(state, 'format')
    const checksum = stateChecksum(
      { room, lastRow, chain: CHAIN_START, format },
      bytes(state, 'bytes'),
    )
    database
      .prepare('INSERT INTO states VALUES (?, ?, ?, ?, ?, ?)')
      .run(
        room,
        lastRow,
        CHAIN_START,
        format,
        sound ? checksum : spoilt(checksum),
        bytes(state, 'bytes'),
      )
  }

  let chain = CHAIN_START
  let lastRow = state ? number(state, 'last_row') : 0
  const setChecksum = database.prepare('UPDATE updates SET checksum = ? WHERE number = ?')
  const rows = database.prepare('SELECT * FROM updates WHERE room = ? ORDER BY number').all(room)
  for (const row of rows) {
    const content = bytes(row, 'bytes')
    const good = isSound(row) && fits(content)
    if (good) reached(content)
    const checksum = chainedChecksum(chain, { room, format: number(row, 'format') }, content)
    chain = good ? checksum : spoilt(checksum)
    lastRow = number(row, 'number')
    setChecksum.run(chain, lastRow)
  }
  database
    .prepare('UPDATE rooms SET last_row = ?, chain = ? WHERE number = ?')
    .run(lastRow, chain, room)
  const putClock = database.prepare('INSERT INTO clocks VALUES (?, ?, ?, ?)')
  for (const [client, clock] of heads) {
    putClock.run(room, client, clock, sealOf(room, client, clock))
  }
}
