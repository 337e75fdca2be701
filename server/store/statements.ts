import type { DatabaseSync } from 'node:sqlite'
import { isSound, knowSeals, sealing } from './seals.ts'

/**
 * Each column under its own name. Without it SQLite takes the name as the schema in the file spells it, and a flipped bit
 * there makes a capital of a letter.
 */
const named = (columns: string, table = ''): string =>
  columns
    .split(', ')
    .map((column) => `${table && `${table}.`}${column} AS ${column}`)
    .join(', ')

const SEAT_COLUMNS = `seats.id AS seat, ${named('workshop, role, canvas, name, business, joined_at', 'seats')},
  ${isSound('seats')} AS sound`
const CAPABILITY_COLUMNS = `${named('id, seat, created_at, last_used_at, revoked_at', 'capabilities')},
  ${isSound('capabilities')} AS sound_capability`
const WORKSHOP_FIELDS = 'id, created_at, join_code, join_open, join_expires_at'
const WORKSHOP_COLUMNS = `${named(WORKSHOP_FIELDS)}, ${isSound('workshops')} AS sound`
const ROOM_COLUMNS = named('number, last_row, chain, damaged_at, seal')
const UPDATE_COLUMNS = named('number, format, checksum, bytes')

/** Every statement the store runs, prepared once. */
export const prepareStatements = (database: DatabaseSync) => {
  knowSeals(database)
  return prepared(database)
}
export type Statements = ReturnType<typeof prepared>

const prepared = (database: DatabaseSync) => ({
  addWorkshop: database.prepare(
    `INSERT INTO workshops (${WORKSHOP_FIELDS}) VALUES (?, ?, ?, ?, ?)`,
  ),
  addSeat: database.prepare(
    'INSERT INTO seats (id, workshop, role, canvas, name, business, joined_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ),
  addRoom: database.prepare('INSERT INTO rooms (name, workshop) VALUES (?, ?)'),
  addCapability: database.prepare(
    'INSERT INTO capabilities (id, hash, seat, created_at) VALUES (?, ?, ?, ?)',
  ),
  // A row that is rotten is never changed: its new seal would call it good.
  rename: database.prepare(
    `UPDATE seats SET name = ?, business = ? WHERE id = ? AND ${isSound('seats')}`,
  ),
  markJoined: database.prepare(
    `UPDATE seats SET joined_at = ? WHERE id = ? AND joined_at IS NULL AND ${isSound('seats')}`,
  ),
  markUsed: database.prepare(
    `UPDATE capabilities SET last_used_at = ? WHERE id = ? AND ${isSound('capabilities')}`,
  ),
  addOwner: database.prepare(
    'INSERT INTO client_owners (room, client, seat, seal) VALUES (?1, ?2, ?3, seal_of(?1, ?2, ?3))',
  ),
  sealWorkshop: database.prepare(sealing('workshops', 'id = ?')),
  sealSeat: database.prepare(sealing('seats', 'id = ?')),
  sealCapability: database.prepare(sealing('capabilities', 'id = ?')),

  room: database.prepare(`SELECT ${ROOM_COLUMNS} FROM rooms WHERE name = ?`),
  /** Where the index has rotted, a room that is there must not be called unknown. */
  roomUnindexed: database.prepare(`SELECT ${ROOM_COLUMNS} FROM rooms NOT INDEXED WHERE name = ?`),
  roomNames: database.prepare(
    'SELECT name AS name FROM rooms WHERE set_aside_at IS NULL ORDER BY number',
  ),
  sealRoom: database.prepare(sealing('rooms', 'number = ?')),
  setHead: database.prepare('UPDATE rooms SET last_row = ?, chain = ? WHERE number = ?'),
  setAside: database.prepare(
    'UPDATE rooms SET name = ?1, set_aside_at = ?2, seal = seal_of(number, ?1) WHERE number = ?3',
  ),
  addFallenRoom: database.prepare(
    `INSERT INTO rooms (name, workshop, damaged_at)
     SELECT ?, workshop, ? FROM rooms WHERE number = ?`,
  ),
  markMended: database.prepare('UPDATE rooms SET damaged_at = NULL WHERE name = ?'),

  addUpdate: database.prepare(
    'INSERT INTO updates (room, format, checksum, bytes) VALUES (?, ?, ?, ?)',
  ),
  // By its index: else SQLite walks through the rows of all rooms, for their numbers are in order.
  updates: database.prepare(
    `SELECT ${UPDATE_COLUMNS} FROM updates INDEXED BY updates_room
     WHERE room = ? AND number > ? ORDER BY number`,
  ),
  /** From the index alone, and one by one: around a page that can't be read. */
  updateNumbers: database.prepare(
    `SELECT number AS number FROM updates INDEXED BY updates_room
     WHERE room = ? AND number > ? ORDER BY number`,
  ),
  update: database.prepare(`SELECT ${UPDATE_COLUMNS} FROM updates WHERE number = ? AND room = ?`),
  checksumOfUpdate: database.prepare(
    'SELECT checksum AS checksum FROM updates WHERE room = ? AND number = ?',
  ),
  deleteUpdates: database.prepare('DELETE FROM updates WHERE room = ? AND number <= ?'),

  states: database.prepare(
    `SELECT ${named('last_row, chain, format, checksum, bytes')} FROM states
     WHERE room = ? ORDER BY last_row DESC`,
  ),
  addState: database.prepare(
    'INSERT INTO states (room, last_row, chain, format, checksum, bytes) VALUES (?, ?, ?, ?, ?, ?)',
  ),
  deleteOtherStates: database.prepare('DELETE FROM states WHERE room = ? AND last_row <> ?'),

  owners: database.prepare(
    `SELECT ${named('client, seat')} FROM client_owners WHERE room = ? AND ${isSound('client_owners')}`,
  ),
  clocks: database.prepare(
    `SELECT ${named('client, clock')} FROM clocks
     WHERE room = ? AND seal = seal_of(room, client, clock)`,
  ),
  putClock: database.prepare(
    `INSERT INTO clocks (room, client, clock, seal) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET clock = excluded.clock, seal = excluded.seal
     WHERE excluded.clock > clocks.clock`,
  ),

  reached: database.prepare(
    `SELECT rooms.name AS name, ${named('client, clock', 'clocks')}, client_owners.seat AS seat
     FROM clocks JOIN rooms ON rooms.number = clocks.room
     JOIN client_owners ON client_owners.room = clocks.room AND client_owners.client = clocks.client
     WHERE rooms.set_aside_at IS NULL AND ${isSound('client_owners')}
       AND clocks.seal = seal_of(clocks.room, clocks.client, clocks.clock)`,
  ),
  addOwnerIfNew: database.prepare(
    `INSERT INTO client_owners (room, client, seat, seal) VALUES (?1, ?2, ?3, seal_of(?1, ?2, ?3))
     ON CONFLICT DO NOTHING`,
  ),
  markBehind: database.prepare(
    'UPDATE rooms SET damaged_at = coalesce(damaged_at, ?) WHERE number = ?',
  ),

  secret: database.prepare('SELECT bytes AS bytes FROM secrets'),

  addProbe: database.prepare('INSERT OR REPLACE INTO probes VALUES (1, zeroblob(?))'),
  deleteProbe: database.prepare('DELETE FROM probes'),

  seat: database.prepare(`SELECT ${SEAT_COLUMNS} FROM seats WHERE id = ?`),
  seatsOf: database.prepare(`SELECT ${SEAT_COLUMNS} FROM seats WHERE workshop = ? ORDER BY number`),
  capabilityByHash: database.prepare(
    `SELECT ${CAPABILITY_COLUMNS}, capabilities.hash AS hash, ${SEAT_COLUMNS}
     FROM capabilities JOIN seats ON seats.id = capabilities.seat WHERE hash = ?`,
  ),
  capabilitiesOf: database.prepare(
    `SELECT ${CAPABILITY_COLUMNS} FROM capabilities JOIN seats ON seats.id = capabilities.seat
     WHERE seats.workshop = ? ORDER BY capabilities.created_at, capabilities.id`,
  ),
  revoke: database.prepare(
    `UPDATE capabilities SET revoked_at = ?
     WHERE id = ? AND revoked_at IS NULL AND ${isSound('capabilities')}`,
  ),

  workshop: database.prepare(`SELECT ${WORKSHOP_COLUMNS} FROM workshops WHERE id = ?`),
  workshopByJoinCode: database.prepare(
    `SELECT ${WORKSHOP_COLUMNS} FROM workshops
     WHERE join_code = ? AND join_open = 1 AND join_expires_at > ?`,
  ),
  expiredCodes: database.prepare(
    `SELECT id AS id FROM workshops
     WHERE join_open = 1 AND join_expires_at <= ? AND ${isSound('workshops')}`,
  ),
  closeCode: database.prepare('UPDATE workshops SET join_open = 0 WHERE id = ?'),
  codeHolder: database.prepare(
    'SELECT id AS id FROM workshops WHERE join_code = ? AND join_open = 1',
  ),
  setJoinCode: database.prepare(
    `UPDATE workshops SET join_code = ?, join_open = ?, join_expires_at = ?
     WHERE id = ? AND ${isSound('workshops')}`,
  ),
})
