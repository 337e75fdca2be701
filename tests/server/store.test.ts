import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { hashOf, mintCapability } from '../../server/access.ts'
import { newMembers, newSeat, newWorkshop } from '../../server/newWorkshop.ts'
import { openDataFile } from '../../server/store/dataFile.ts'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
import type { Changes, Damage, SeatRecord, Store } from '../../server/store/store.ts'
import { DamagedRoom, DamagedRow } from '../../server/store/store.ts'
import type { CanvasId, SeatId, WorkshopId } from '../../src/model/ids.ts'
import type { JoinCode } from '../../src/protocol/joinCode.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { canvasRoom, parseRoomName, planRoom } from '../../src/protocol/roomName.ts'
import { temporaryFolder } from '../support/server.ts'

const NOW = 1_000_000
const HOUR = 3_600_000

let folder: ReturnType<typeof temporaryFolder>
let data: string
let store: Store
let damages: Damage[]

function openStore(): Store {
  const database = openDataFile(data)
  if (!database.ok) throw new Error(database.error.type)
  return openSqliteStore(database.value, {
    now: () => NOW,
    onDamage: (damage) => damages.push(damage),
  })
}
const code = (text: string) => text as JoinCode
const aNewWorkshop = (joinCode = 'BAKSO47') =>
  newWorkshop({
    details: { title: 'Guyub', place: '', date: '', example: false },
    facilitatorName: 'Bu Sari',
    members: [{ name: 'Bu Ninik', business: 'Tahu' }],
    joinCode: { code: code(joinCode), open: true, expiresAtMs: NOW + HOUR },
    nowMs: NOW,
  })

async function stored(joinCode?: string) {
  const made = aNewWorkshop(joinCode)
  await store.commit(made.changes)
  const seats = await store.seatsOf(made.workshop)
  const member = seats.find(({ role }) => role === 'member')
  if (!member?.canvas) throw new Error('a workshop has its member')
  const room = canvasRoom(made.workshop, member.canvas)
  return { ...made, member, room }
}
const bytes = (...numbers: number[]) => Uint8Array.from(numbers)
const append = (room: RoomName, ...updates: Uint8Array[]) =>
  store.commit({ updates: updates.map((each) => ({ room, bytes: each })) })
const rowsOf = async (room: RoomName) => {
  const found = await store.loadRoom(room)
  return found?.updates.map((row) => [...row])
}
/** Real updates, as a room would append them. */
async function written(room: RoomName, words: string, doc = new Y.Doc()): Promise<Y.Doc> {
  const before = Y.encodeStateVector(doc)
  const text = doc.getText('words')
  text.insert(text.length, words)
  await append(room, Y.encodeStateAsUpdate(doc, before))
  return doc
}
async function read(room: RoomName) {
  const found = await store.loadRoom(room)
  if (!found) throw new Error('there is a room')
  const doc = new Y.Doc()
  for (const part of [...(found.state ? [found.state] : []), ...found.updates]) {
    Y.applyUpdate(doc, part)
  }
  expect(doc.store.pendingStructs).toBeNull()
  return { doc, lastRow: found.lastRow }
}
const wordsOf = async (room: RoomName) => (await read(room)).doc.getText('words').toString()
async function folded(room: RoomName): Promise<void> {
  const { doc, lastRow } = await read(room)
  await store.compactRoom(room, Y.encodeStateAsUpdate(doc), lastRow)
}
/** The room as it was made: its seed is the first row. */
const seedOf = async (room: RoomName) => (await rowsOf(room))?.[0] ?? []

beforeEach(() => {
  folder = temporaryFolder()
  data = join(folder.path, 'guyub.sqlite')
  damages = []
  store = openStore()
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

async function reopened(): Promise<void> {
  await store.close()
  store = openStore()
}

describe('a commit', () => {
  it('comes back as it was written, in order, after closing too', async () => {
    const { room, workshop, facilitator, member } = await stored()
    const seed = await seedOf(room)
    await append(room, bytes(1), bytes(2, 2))
    await append(room, bytes())
    await reopened()
    expect(await rowsOf(room)).toEqual([seed, [1], [2, 2], []])
    expect(await store.seatsOf(workshop)).toEqual([facilitator, member])
    expect((await store.workshop(workshop))?.joinCode.code).toBe('BAKSO47')
  })

  const broken: [what: string, changes: (of: Awaited<ReturnType<typeof stored>>) => Changes][] = [
    [
      'a seat of no workshop',
      () => ({ seats: [newSeat('none' as WorkshopId, { name: '', business: '' }, 'member')] }),
    ],
    ['a seat that is there already', ({ member }) => ({ seats: [member] })],
    [
      'an update of no room',
      ({ workshop }) => ({ updates: [{ room: `${workshop}/none` as RoomName, bytes: bytes(1) }] }),
    ],
    [
      'a client id that has an owner',
      ({ room }) => ({ owners: [{ room, client: 5, seat: 's2' as SeatId }] }),
    ],
  ]
  it.each(broken)('is all or nothing: %s', async (_what, changes) => {
    const made = await stored()
    await store.commit({ owners: [{ room: made.room, client: 5, seat: made.member.id }] })
    const before = await rowsOf(made.room)
    const { members, changes: more } = newMembers(made.workshop, [
      { name: 'Pak Wawan', business: '' },
    ])
    const wrong = changes(made)
    const all: Changes = {
      ...more,
      ...wrong,
      seats: [...more.seats, ...(wrong.seats ?? [])],
      updates: [{ room: made.room, bytes: bytes(9) }, ...more.updates, ...(wrong.updates ?? [])],
    }
    await expect(store.commit(all)).rejects.toThrow()
    expect(await rowsOf(made.room)).toEqual(before)
    expect(await store.seat(members[0]?.seat as SeatId)).toBeNull()
    // And the store goes on.
    await append(made.room, bytes(7))
    expect((await rowsOf(made.room))?.at(-1)).toEqual([7])
  })

  it('keeps rooms apart', async () => {
    const { room, workshop } = await stored()
    await append(room, bytes(1))
    await append(planRoom(workshop), bytes(2))
    expect((await rowsOf(room))?.at(-1)).toEqual([1])
    expect((await rowsOf(planRoom(workshop)))?.at(-1)).toEqual([2])
    expect(await store.loadRoom(`${workshop}/none` as RoomName)).toBeNull()
  })
})

describe('a state in place of many rows', () => {
  it('replaces exactly the rows it covers', async () => {
    const { room } = await stored()
    await append(room, bytes(1), bytes(2))
    const covered = (await store.loadRoom(room))?.lastRow ?? 0
    await append(room, bytes(3))
    await store.compactRoom(room, bytes(42), covered)
    await reopened()
    const after = await store.loadRoom(room)
    expect(after?.state && [...after.state]).toEqual([42])
    expect(after?.updates.map((row) => [...row])).toEqual([[3]])
    expect(after?.lastRow).toBeGreaterThan(covered)
  })

  it('never takes a number twice, so that a late one cannot delete what came after', async () => {
    const { room } = await stored()
    const late = (await store.loadRoom(room))?.lastRow ?? 0
    await store.compactRoom(room, bytes(1), late)
    await append(room, bytes(2))
    await store.compactRoom(room, bytes(1), late)
    expect(await rowsOf(room)).toEqual([[2]])
    const next = (await store.loadRoom(room))?.lastRow ?? 0
    expect(next).toBeGreaterThan(late)
  })

  it('leaves other rooms alone', async () => {
    const { room, workshop } = await stored()
    const seed = await seedOf(planRoom(workshop))
    await append(room, bytes(1))
    await store.compactRoom(room, bytes(42), (await store.loadRoom(room))?.lastRow ?? 0)
    expect(await rowsOf(planRoom(workshop))).toEqual([seed])
  })
})

it('keeps the log beside the file short, between commits', async () => {
  const { room } = await stored()
  const logBytes = () => statSync(`${data}-wal`).size
  // A state of 100 KB takes its place in the file after some forty of them.
  for (let n = 0; n < 120; n++) {
    await append(room, new Uint8Array(100_000))
    await nextTurn()
  }
  expect(logBytes()).toBeGreaterThan(1_000_000)
  expect(logBytes()).toBeLessThan(6_000_000)
})

describe('rotten bytes', () => {
  const spoil = async (sql: string) => {
    await store.close()
    const database = new DatabaseSync(data)
    expect(database.prepare(sql).run().changes).toBeGreaterThan(0)
    database.close()
    store = openStore()
  }

  const last = 'number = (SELECT max(number) FROM updates)'
  const rotten: [what: string, sql: string][] = [
    ["in a row's bytes", `UPDATE updates SET bytes = x'0102' WHERE ${last}`],
    ['in a checksum', `UPDATE updates SET checksum = checksum + 1 WHERE ${last}`],
    ['in a format', `UPDATE updates SET format = 2 WHERE ${last}`],
    ['so that the last row is gone', `DELETE FROM updates WHERE ${last}`],
  ]
  it.each(rotten)('%s are noticed: the room is as it was before', async (_what, sql) => {
    const { room } = await stored()
    const doc = await written(room, 'tahu')
    await written(room, ' walik', doc)
    await spoil(sql)
    expect(await wordsOf(room)).toBe('tahu')
    expect((await store.loadRoom(room))?.damagedAtMs).toBe(NOW)
    expect(damages).toMatchObject([{ room, outcome: 'fellBack' }])
    // What was once there stays on record, and what comes now is appended as ever.
    expect((await store.loadRoom(room))?.clocks.get(doc.clientID)).toBe(10)
    await written(room, '!')
    await reopened()
    expect(await wordsOf(room)).toMatch(/^(!tahu|tahu!)$/)
    expect(damages).toHaveLength(1)
    await store.commit({ mended: [room] })
    expect((await store.loadRoom(room))?.damagedAtMs).toBeNull()
  })

  it('cost no later row that can stand without them', async () => {
    const { room } = await stored()
    const [ninik, sari] = [new Y.Doc(), new Y.Doc()]
    for (const word of ['a', 'b', 'c']) await written(room, word, ninik)
    await written(room, 'x', sari)
    await spoil(
      "UPDATE updates SET bytes = x'0102' WHERE number = (SELECT max(number) - 2 FROM updates)",
    )
    expect([...(await wordsOf(room))].sort().join('')).toBe('ax')
    expect(damages).toMatchObject([{ room, outcome: 'fellBack', lostRows: 2 }])
  })

  it('are kept as they were found, where nobody can open them', async () => {
    const { room } = await stored()
    await written(room, 'tahu')
    await spoil(`UPDATE updates SET checksum = checksum + 1 WHERE ${last}`)
    await store.loadRoom(room)
    expect(await store.roomNames()).toHaveLength(2)
    await store.close()
    const database = new DatabaseSync(data)
    const aside = database.prepare('SELECT * FROM rooms WHERE set_aside_at IS NOT NULL').all()
    expect(aside).toMatchObject([{ set_aside_at: NOW }])
    expect(parseRoomName(String(aside[0]?.name))).toBeNull()
    const rows = 'SELECT bytes FROM updates WHERE room = ?'
    const found = database.prepare(rows).all(aside[0]?.number ?? null)
    expect(
      found.some(({ bytes: row }) => String(Buffer.from(row as Uint8Array)).includes('tahu')),
    ).toBe(true)
    database.close()
    store = openStore()
  })

  it('in the newest state cost nothing: the one before it serves, with all that came after', async () => {
    const { room } = await stored()
    const doc = await written(room, 'tahu')
    await folded(room)
    await written(room, ' walik', doc)
    await folded(room)
    await written(room, '!', doc)
    await spoil(
      "UPDATE states SET bytes = x'0102' WHERE last_row = (SELECT max(last_row) FROM states)",
    )
    expect(await wordsOf(room)).toBe('tahu walik!')
    expect(await wordsOf(room)).toBe('tahu walik!')
    expect(damages).toMatchObject([{ room, outcome: 'olderState', lostRows: 0 }])
    expect((await store.loadRoom(room))?.damagedAtMs).toBeNull()
    // And the next state is made from it.
    await folded(room)
    await written(room, '!', doc)
    await reopened()
    expect(await wordsOf(room)).toBe('tahu walik!!')
    expect(damages).toHaveLength(1)
  })

  it('never open one room in the place of another', async () => {
    const { room } = await stored()
    await spoil(`UPDATE rooms SET name = 'elsewhere' WHERE name = '${room}'`)
    await spoil(`UPDATE rooms SET name = '${room}' WHERE name LIKE '%/plan'`)
    await expect(store.loadRoom(room)).rejects.toThrow(DamagedRoom)
  })

  it('never give the state of one room to another', async () => {
    const { room, workshop } = await stored()
    await written(room, 'tahu')
    await folded(room)
    await spoil(
      "UPDATE states SET room = (SELECT number FROM rooms WHERE name LIKE '%/plan'), last_row = 999",
    )
    expect(await wordsOf(room)).toBe('tahu')
    expect(await wordsOf(planRoom(workshop))).toBe('')
  })

  it('in the first state cost nothing: its rows are still there', async () => {
    const { room } = await stored()
    await written(room, 'tahu')
    await folded(room)
    await spoil("UPDATE states SET bytes = x'0102'")
    expect(await wordsOf(room)).toBe('tahu')
  })

  it.each([
    ['a seat', "UPDATE seats SET name = 'Bu Ninil' WHERE name = 'Bu Ninik'"],
    ['what a seat may do', "UPDATE seats SET role = 'facilitator' WHERE name = 'Bu Ninik'"],
  ])('in %s are never shown, nor written over', async (_what, sql) => {
    const { member, workshop } = await stored()
    await spoil(sql)
    await expect(store.seat(member.id)).rejects.toThrow(DamagedRow)
    await store.commit({ renamed: [{ seat: member.id, name: 'Bu Ninik', business: '' }] })
    await expect(store.seat(member.id)).rejects.toThrow(DamagedRow)
    expect((await store.seatsOf(workshop)).map(({ role }) => role)).toEqual(['facilitator'])
  })

  it('never give a revoked link its power back', async () => {
    const { secret, workshop } = await stored()
    const [link] = await store.capabilitiesOf(workshop)
    await store.revoke([link?.id ?? ''], NOW)
    await spoil('UPDATE capabilities SET revoked_at = NULL')
    await expect(store.capabilityByHash(hashOf(secret))).rejects.toThrow(DamagedRow)
  })

  it('never give an id of one person to another', async () => {
    const { room, member } = await stored()
    await store.commit({ owners: [{ room, client: 5, seat: member.id }] })
    expect((await store.loadRoom(room))?.owners.get(5)).toBe(member.id)
    await spoil("UPDATE client_owners SET seat = 'another' WHERE client = 5")
    expect((await store.loadRoom(room))?.owners.has(5)).toBe(false)
  })
})

describe('a seat', () => {
  it('is claimed once, with its link, or not at all', async () => {
    const { member } = await stored()
    const [first, second] = [mintCapability(member.id, NOW), mintCapability(member.id, NOW)]
    const claims = await Promise.all([
      store.claimSeat(first.record, NOW + 1),
      store.claimSeat(second.record, NOW + 2),
    ])
    expect(claims).toEqual([true, false])
    expect((await store.seat(member.id))?.joinedAtMs).toBe(NOW + 1)
    expect(await store.capabilityByHash(hashOf(second.secret))).toBeNull()
    const held = await store.capabilityByHash(hashOf(first.secret))
    expect(held?.seat.id).toBe(member.id)
  })

  it('keeps the time at which its member first came in', async () => {
    const { member } = await stored()
    await store.commit({ joined: [{ seat: member.id, atMs: 5 }] })
    await store.commit({ joined: [{ seat: member.id, atMs: 9 }] })
    expect((await store.seat(member.id))?.joinedAtMs).toBe(5)
  })

  it('takes names in any script', async () => {
    const { member } = await stored()
    const names: Pick<SeatRecord, 'name' | 'business'> = {
      name: 'ꦧꦸꦤꦶꦤꦶꦏ꧀ 👩🏽‍🍳',
      business: 'توفو "; DROP TABLE seats; --',
    }
    await store.commit({ renamed: [{ seat: member.id, ...names }] })
    expect(await store.seat(member.id)).toMatchObject(names)
  })
})

describe('a link', () => {
  it('is found by its hash, revoked or not, and known by its use', async () => {
    const { facilitator, secret, workshop } = await stored()
    const held = await store.capabilityByHash(hashOf(secret))
    expect(held?.seat).toEqual(facilitator)
    expect(held?.capability.lastUsedAtMs).toBeNull()
    const id = held?.capability.id ?? ''
    await store.commit({ used: [{ capability: id, atMs: NOW + 5 }] })
    await store.revoke([id], NOW + 7)
    await store.revoke([id], NOW + 9)
    const [capability] = await store.capabilitiesOf(workshop)
    expect(capability).toMatchObject({ id, lastUsedAtMs: NOW + 5, revokedAtMs: NOW + 7 })
    expect((await store.capabilityByHash(hashOf(secret)))?.capability).toEqual(capability)
    expect(await store.capabilityByHash(hashOf(`${secret}x`))).toBeNull()
  })

  it('never lies in the file, nor beside it', async () => {
    const { secret } = await stored()
    const all = () => readdirSync(folder.path).map((name) => readFileSync(join(folder.path, name)))
    // What is stored is there to be found, so the search does see the bytes.
    expect(all().some((file) => file.includes('Bu Ninik'))).toBe(true)
    for (const file of all()) expect(file.includes(secret)).toBe(false)
    await reopened()
    for (const file of all()) expect(file.includes(secret)).toBe(false)
  })
})

describe('a join code', () => {
  it('leads to its workshop while it is open and not expired', async () => {
    const { workshop } = await stored('SOTO12')
    expect((await store.workshopByJoinCode(code('SOTO12'), NOW))?.id).toBe(workshop)
    expect(await store.workshopByJoinCode(code('SOTO13'), NOW)).toBeNull()
    expect(await store.workshopByJoinCode(code('SOTO12'), NOW + HOUR)).toBeNull()
    const closed = { code: code('SOTO12'), open: false, expiresAtMs: NOW + HOUR }
    expect(await store.setJoinCode(workshop, closed, NOW)).toBe(true)
    expect(await store.workshopByJoinCode(code('SOTO12'), NOW)).toBeNull()
  })

  it('belongs to one workshop at a time, and is free once it has expired', async () => {
    const [first, second] = [await stored('SOTO12'), await stored('RAWON34')]
    const wanted = { code: code('SOTO12'), open: true, expiresAtMs: NOW + 3 * HOUR }
    expect(await store.setJoinCode(second.workshop, wanted, NOW)).toBe(false)
    expect((await store.workshopByJoinCode(code('RAWON34'), NOW))?.id).toBe(second.workshop)
    expect(await store.setJoinCode(first.workshop, wanted, NOW)).toBe(true)
    expect(await store.setJoinCode(second.workshop, wanted, NOW + 4 * HOUR)).toBe(true)
    await expect(store.commit(aNewWorkshop('SOTO12').changes)).rejects.toThrow()
  })
})

it('tells the canvas and the role of a seat', async () => {
  const { member, facilitator, workshop } = await stored()
  expect(await store.seat(member.id)).toEqual({
    id: member.id,
    workshop,
    role: 'member',
    canvas: member.canvas as CanvasId,
    name: 'Bu Ninik',
    business: 'Tahu',
    joinedAtMs: null,
  })
  expect((await store.seat(facilitator.id))?.canvas).toBeNull()
})
