import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DataFileError } from '../../server/store/dataFile.ts'
import { APPLICATION_ID, openDataFile } from '../../server/store/dataFile.ts'
import { SCHEMA_VERSION } from '../../server/store/migrations/all.ts'
import { temporaryFolder } from '../support/server.ts'

let folder: ReturnType<typeof temporaryFolder>
let data: string

beforeEach(() => {
  folder = temporaryFolder()
  data = join(folder.path, 'guyub.sqlite')
})
afterEach(() => folder.remove())

function ours(path = data): DatabaseSync {
  const opened = openDataFile(path)
  if (!opened.ok) throw new Error(opened.error.type)
  return opened.value
}
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
/** Everything that lies in a folder, told by its bytes. */
const contentsOf = (path: string) =>
  Object.fromEntries(readdirSync(path).map((name) => [name, sha256(join(path, name))]))

function refused(path = data): DataFileError {
  const opened = openDataFile(path)
  if (opened.ok) {
    opened.value.close()
    throw new Error('it was opened')
  }
  return opened.error
}

describe('a data file', () => {
  it('is made where there is none, with its folder, and is ours', () => {
    const deep = join(folder.path, 'a', 'b', 'guyub.sqlite')
    ours(deep).close()
    const database = new DatabaseSync(deep, { readOnly: true })
    expect(database.prepare('PRAGMA application_id').get()).toEqual({
      application_id: APPLICATION_ID,
    })
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: SCHEMA_VERSION })
    database.close()
    expect(
      readdirSync(join(folder.path, 'a', 'b')).filter((name) => name.includes('making')),
    ).toEqual([])
  })

  it('is made without touching what lies beside it', () => {
    writeFileSync(`${data}.making`, 'a letter')
    ours().close()
    expect(readFileSync(`${data}.making`, 'utf8')).toBe('a letter')
    expect(readdirSync(folder.path).sort()).toEqual(['guyub.sqlite', 'guyub.sqlite.making'])
  })

  it('is made where an empty file waits', () => {
    writeFileSync(data, '')
    ours().close()
    expect(statSync(data).size).toBeGreaterThan(0)
  })

  it('writes ahead and waits for the disk', () => {
    const database = ours()
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
    database.close()
  })

  it('that a crash left behind opens with all that was committed', () => {
    const database = ours()
    database.exec(
      "INSERT INTO workshops (id, created_at, join_code, join_open, join_expires_at) VALUES ('w1', 1, 'SOTO12', 1, 2)",
    )
    // As the file and its log lie there while the program still runs, which is what a crash leaves.
    const crashed = join(folder.path, 'crashed.sqlite')
    copyFileSync(data, crashed)
    copyFileSync(`${data}-wal`, `${crashed}-wal`)
    database.close()
    const opened = ours(crashed)
    expect(opened.prepare('SELECT id FROM workshops').all()).toEqual([{ id: 'w1' }])
    opened.close()
  })

  it('is opened by one server at a time', () => {
    const database = ours()
    expect(refused()).toEqual({ type: 'inUse' })
    database.close()
    ours().close()
  })
})

describe('a file that is not ours', () => {
  const foreign: [what: string, make: () => void, type: DataFileError['type']][] = [
    ['a letter', () => writeFileSync(data, 'Kepada Bu Ninik, '.repeat(100)), 'notSqlite'],
    ['a short note', () => writeFileSync(data, 'x'), 'notSqlite'],
    [
      "another program's database",
      () => {
        const database = new DatabaseSync(data)
        database.exec('CREATE TABLE notes (x); PRAGMA user_version = 1')
        database.close()
      },
      'notOurs',
    ],
    [
      "another program's database that is being written ahead",
      () => {
        const database = new DatabaseSync(data)
        database.exec('PRAGMA journal_mode = WAL; CREATE TABLE notes (x)')
        database.close()
      },
      'notOurs',
    ],
    [
      'of a newer Guyub',
      () => {
        const database = ours()
        database.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`)
        database.close()
      },
      'newer',
    ],
  ]
  it.each(foreign)('is refused and stays as it is: %s', (_what, make, type) => {
    make()
    const before = contentsOf(folder.path)
    expect(refused().type).toBe(type)
    expect(contentsOf(folder.path)).toEqual(before)
  })

  it('is refused even where only the log beside it says that it is newer', () => {
    const database = ours()
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`)
    const crashed = join(folder.path, 'crashed.sqlite')
    copyFileSync(data, crashed)
    copyFileSync(`${data}-wal`, `${crashed}-wal`)
    database.close()
    // The file itself still says the old version.
    expect(readFileSync(crashed).readUInt32BE(60)).toBe(SCHEMA_VERSION)
    const before = sha256(crashed)
    expect(refused(crashed)).toEqual({
      type: 'newer',
      version: SCHEMA_VERSION + 1,
      known: SCHEMA_VERSION,
    })
    expect(sha256(crashed)).toBe(before)
  })
})

describe('a link to the data file', () => {
  const link = () => join(folder.path, 'link.sqlite')
  const target = () => join(folder.path, 'elsewhere', 'guyub.sqlite')
  beforeEach(() => {
    mkdirSync(join(folder.path, 'elsewhere'))
    symlinkSync(join('elsewhere', 'guyub.sqlite'), link())
  })
  afterEach(() => {
    expect(lstatSync(link()).isSymbolicLink()).toBe(true)
    expect(readdirSync(folder.path).sort()).toEqual(['elsewhere', 'link.sqlite'])
  })

  it('stays a link where the file is still to be made, or is empty', () => {
    ours(link()).close()
    expect(statSync(target()).size).toBeGreaterThan(0)
    truncateSync(target(), 0)
    ours(link()).close()
    expect(statSync(target()).size).toBeGreaterThan(0)
  })

  it('does not hide that the log beside the file says that it is newer', () => {
    const database = ours(join(folder.path, 'elsewhere', 'first.sqlite'))
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`)
    copyFileSync(join(folder.path, 'elsewhere', 'first.sqlite'), target())
    copyFileSync(join(folder.path, 'elsewhere', 'first.sqlite-wal'), `${target()}-wal`)
    database.close()
    expect(refused(link()).type).toBe('newer')
  })
})

describe('a place where nothing can be written', () => {
  it('is said: a folder stands there', () => {
    mkdirSync(data)
    expect(refused().type).toBe('notAFile')
  })

  it('is said: a pipe stands there, and stays', () => {
    execFileSync('mkfifo', [data])
    expect(refused().type).toBe('notAFile')
    expect(statSync(data).isFIFO()).toBe(true)
  })

  it('is said: a link leads in a circle', () => {
    symlinkSync(data, data)
    expect(refused().type).toBe('notWritable')
    expect(lstatSync(data).isSymbolicLink()).toBe(true)
  })

  it('is said: a file stands where a folder should be', () => {
    writeFileSync(join(folder.path, 'file'), 'x')
    expect(refused(join(folder.path, 'file', 'guyub.sqlite')).type).toBe('notWritable')
  })
})

it.each(['DROP TABLE client_owners', 'ALTER TABLE capabilities DROP COLUMN last_used_at'])(
  'of ours that lacks a part is called damaged, and stays as it is: %s',
  (sql) => {
    ours().close()
    const database = new DatabaseSync(data)
    database.exec(sql)
    database.close()
    const before = contentsOf(folder.path)
    expect(refused().type).toBe('damaged')
    expect(contentsOf(folder.path)).toEqual(before)
  },
)

it('cut off in the middle is not taken for a new one', () => {
  const database = ours()
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
  truncateSync(data, 5_000)
  const before = contentsOf(folder.path)
  expect(refused().type).toBe('damaged')
  expect(contentsOf(folder.path)).toEqual(before)
})
