import type { DatabaseSync } from 'node:sqlite'

const SEAT_COLUMNS =
  'seats.id AS seat, seats.workshop, seats.role, seats.canvas, seats.name, seats.business, seats.joined_at'
const CAPABILITY_COLUMNS =
  'capabilities.id, capabilities.seat, capabilities.created_at, capabilities.last_used_at, capabilities.revoked_at'
const WORKSHOP_COLUMNS = 'id, created_at, join_code, join_open, join_expires_at'
const ROOM = '(SELECT number FROM rooms WHERE name = ?)'

/** Every statement the store runs, prepared once. */
export const prepareStatements = (database: DatabaseSync) => ({
  addWorkshop: database.prepare(
    `INSERT INTO workshops (${WORKSHOP_COLUMNS}) VALUES (?, ?, ?, ?, ?)`,
  ),
  addSeat: database.prepare(
    'INSERT INTO seats (id, workshop, role, canvas, name, business, joined_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ),
  addRoom: database.prepare('INSERT INTO rooms (name, workshop) VALUES (?, ?)'),
  addCapability: database.prepare(
    'INSERT INTO capabilities (id, hash, seat, created_at) VALUES (?, ?, ?, ?)',
  ),
  rename: database.prepare('UPDATE seats SET name = ?, business = ? WHERE id = ?'),
  markJoined: database.prepare('UPDATE seats SET joined_at = ? WHERE id = ? AND joined_at IS NULL'),
  markUsed: database.prepare('UPDATE capabilities SET last_used_at = ? WHERE id = ?'),
  addOwner: database.prepare(
    `INSERT INTO client_owners (room, client, seat) VALUES (${ROOM}, ?, ?)`,
  ),
  addUpdate: database.prepare(
    `INSERT INTO updates (room, format, checksum, bytes) VALUES (${ROOM}, ?, ?, ?)`,
  ),

  room: database.prepare('SELECT number FROM rooms WHERE name = ?'),
  state: database.prepare(
    'SELECT last_row, format, checksum, bytes FROM room_states WHERE room = ?',
  ),
  updates: database.prepare(
    'SELECT number, format, checksum, bytes FROM updates WHERE room = ? ORDER BY number',
  ),
  owners: database.prepare('SELECT client, seat FROM client_owners WHERE room = ?'),
  putState: database.prepare(
    'INSERT OR REPLACE INTO room_states (room, last_row, format, checksum, bytes) VALUES (?, ?, ?, ?, ?)',
  ),
  deleteUpdates: database.prepare('DELETE FROM updates WHERE room = ? AND number <= ?'),

  seat: database.prepare(`SELECT ${SEAT_COLUMNS} FROM seats WHERE id = ?`),
  seatsOf: database.prepare(`SELECT ${SEAT_COLUMNS} FROM seats WHERE workshop = ? ORDER BY number`),
  capabilityByHash: database.prepare(
    `SELECT ${CAPABILITY_COLUMNS}, capabilities.hash, ${SEAT_COLUMNS}
     FROM capabilities JOIN seats ON seats.id = capabilities.seat WHERE hash = ?`,
  ),
  capabilitiesOf: database.prepare(
    `SELECT ${CAPABILITY_COLUMNS} FROM capabilities JOIN seats ON seats.id = capabilities.seat
     WHERE seats.workshop = ? ORDER BY capabilities.created_at, capabilities.id`,
  ),
  revoke: database.prepare(
    'UPDATE capabilities SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
  ),

  workshop: database.prepare(`SELECT ${WORKSHOP_COLUMNS} FROM workshops WHERE id = ?`),
  workshopByJoinCode: database.prepare(
    `SELECT ${WORKSHOP_COLUMNS} FROM workshops
     WHERE join_code = ? AND join_open = 1 AND join_expires_at > ?`,
  ),
  closeExpiredCodes: database.prepare(
    'UPDATE workshops SET join_open = 0 WHERE join_open = 1 AND join_expires_at <= ?',
  ),
  codeHolder: database.prepare('SELECT id FROM workshops WHERE join_code = ? AND join_open = 1'),
  setJoinCode: database.prepare(
    'UPDATE workshops SET join_code = ?, join_open = ?, join_expires_at = ? WHERE id = ?',
  ),
})
export type Statements = ReturnType<typeof prepareStatements>
