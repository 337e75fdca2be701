import type { Migration } from './migration.ts'

/** Workshops, seats, capabilities, rooms and their updates. */
export const first: Migration = {
  number: 1,
  sql: `
    CREATE TABLE workshops (
      id              TEXT PRIMARY KEY,
      created_at      INTEGER NOT NULL,
      join_code       TEXT NOT NULL,
      join_open       INTEGER NOT NULL,
      join_expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX workshops_open_code ON workshops (join_code) WHERE join_open = 1;

    CREATE TABLE seats (
      number    INTEGER PRIMARY KEY,
      id        TEXT NOT NULL UNIQUE,
      workshop  TEXT NOT NULL REFERENCES workshops (id),
      role      TEXT NOT NULL,
      canvas    TEXT,
      name      TEXT NOT NULL,
      business  TEXT NOT NULL,
      joined_at INTEGER
    ) STRICT;
    CREATE INDEX seats_workshop ON seats (workshop);

    CREATE TABLE capabilities (
      id           TEXT PRIMARY KEY,
      hash         BLOB NOT NULL UNIQUE,
      seat         TEXT NOT NULL REFERENCES seats (id),
      created_at   INTEGER NOT NULL,
      last_used_at INTEGER,
      revoked_at   INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX capabilities_seat ON capabilities (seat);

    CREATE TABLE rooms (
      number   INTEGER PRIMARY KEY,
      name     TEXT NOT NULL UNIQUE,
      workshop TEXT NOT NULL REFERENCES workshops (id)
    ) STRICT;

    -- The log of accepted updates. Rows are only added, and taken away by a state that covers them.
    -- AUTOINCREMENT: a number is never used twice, so a late compaction can't delete a newer row.
    CREATE TABLE updates (
      number   INTEGER PRIMARY KEY AUTOINCREMENT,
      room     INTEGER NOT NULL REFERENCES rooms (number),
      format   INTEGER NOT NULL,
      checksum INTEGER NOT NULL,
      bytes    BLOB NOT NULL
    ) STRICT;
    CREATE INDEX updates_room ON updates (room, number);

    CREATE TABLE room_states (
      room     INTEGER PRIMARY KEY REFERENCES rooms (number),
      last_row INTEGER NOT NULL,
      format   INTEGER NOT NULL,
      checksum INTEGER NOT NULL,
      bytes    BLOB NOT NULL
    ) STRICT;

    CREATE TABLE client_owners (
      room   INTEGER NOT NULL REFERENCES rooms (number),
      client INTEGER NOT NULL,
      seat   TEXT NOT NULL,
      PRIMARY KEY (room, client)
    ) STRICT, WITHOUT ROWID;
  `,
}
