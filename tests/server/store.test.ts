import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashOf, mintCapability } from '../../server/access.ts'
import { newMembers, newSeat } from '../../server/newWorkshop.ts'
import type { Changes, SeatRecord } from '../../server/store/store.ts'
import type { CanvasId, SeatId, WorkshopId } from '../../src/model/ids.ts'
import type { JoinCode } from '../../src/protocol/joinCode.ts'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { planRoom } from '../../src/protocol/roomName.ts'
import type { StoreOnDisk } from '../support/storeOnDisk.ts'
import { aNewWorkshopNow, HOUR, NOW, storeOnDisk } from '../support/storeOnDisk.ts'

let disk: StoreOnDisk
beforeEach(() => {
  disk = storeOnDisk()
})
afterEach(() => disk.close())

const code = (text: string) => text as JoinCode
const bytes = (...numbers: number[]) => Uint8Array.from(numbers)

describe('a commit', () => {
  it('comes back as it was written, in order, after closing too', async () => {
    const { room, workshop, facilitator, member } = await disk.stored()
    const seed = await disk.seedOf(room)
    await disk.append(room, bytes(1), bytes(2, 2))
    await disk.append(room, bytes())
    await disk.reopened()
    expect(await disk.rowsOf(room)).toEqual([seed, [1], [2, 2], []])
    expect(await disk.store.seatsOf(workshop)).toEqual([facilitator, member])
    expect((await disk.store.workshop(workshop))?.joinCode.code).toBe('BAKSO47')
  })

  const broken: [
    what: string,
    changes: (of: Awaited<ReturnType<StoreOnDisk['stored']>>) => Changes,
  ][] = [
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
      ({ room }) => ({ owners: [{ room, seat: 's2' as SeatId, clients: [5] }] }),
    ],
  ]
  it.each(broken)('is all or nothing: %s', async (_what, changes) => {
    const made = await disk.stored()
    await disk.store.commit({ owners: [{ room: made.room, seat: made.member.id, clients: [5] }] })
    const before = await disk.rowsOf(made.room)
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
    await expect(disk.store.commit(all)).rejects.toThrow()
    expect(await disk.rowsOf(made.room)).toEqual(before)
    expect(await disk.store.seat(members[0]?.seat as SeatId)).toBeNull()
    // And the store goes on.
    await disk.append(made.room, bytes(7))
    expect((await disk.rowsOf(made.room))?.at(-1)).toEqual([7])
  })

  it('keeps rooms apart', async () => {
    const { room, workshop } = await disk.stored()
    await disk.append(room, bytes(1))
    await disk.append(planRoom(workshop), bytes(2))
    expect((await disk.rowsOf(room))?.at(-1)).toEqual([1])
    expect((await disk.rowsOf(planRoom(workshop)))?.at(-1)).toEqual([2])
    expect(await disk.store.loadRoom(`${workshop}/none` as RoomName)).toBeNull()
  })
})

describe('a state in place of many rows', () => {
  it('replaces exactly the rows it covers', async () => {
    const { room } = await disk.stored()
    await disk.append(room, bytes(1), bytes(2))
    const covered = (await disk.store.loadRoom(room))?.lastRow ?? 0
    await disk.append(room, bytes(3))
    await disk.store.compactRoom(room, bytes(42), covered)
    await disk.reopened()
    const after = await disk.store.loadRoom(room)
    expect(after?.state && [...after.state]).toEqual([42])
    expect(after?.updates.map((row) => [...row])).toEqual([[3]])
    expect(after?.lastRow).toBeGreaterThan(covered)
  })

  it('never takes a number twice, so that a late one cannot delete what came after', async () => {
    const { room } = await disk.stored()
    const late = (await disk.store.loadRoom(room))?.lastRow ?? 0
    await disk.store.compactRoom(room, bytes(1), late)
    await disk.append(room, bytes(2))
    await disk.store.compactRoom(room, bytes(1), late)
    expect(await disk.rowsOf(room)).toEqual([[2]])
    const next = (await disk.store.loadRoom(room))?.lastRow ?? 0
    expect(next).toBeGreaterThan(late)
  })

  it('leaves other rooms alone', async () => {
    const { room, workshop } = await disk.stored()
    const seed = await disk.seedOf(planRoom(workshop))
    await disk.append(room, bytes(1))
    await disk.store.compactRoom(room, bytes(42), (await disk.store.loadRoom(room))?.lastRow ?? 0)
    expect(await disk.rowsOf(planRoom(workshop))).toEqual([seed])
  })
})

it('keeps the log beside the file short, between commits', async () => {
  const { room } = await disk.stored()
  const logBytes = () => statSync(`${disk.data}-wal`).size
  // A state of 100 KB takes its place in the file after some forty of them.
  for (let n = 0; n < 120; n++) {
    await disk.append(room, new Uint8Array(100_000))
    await nextTurn()
  }
  expect(logBytes()).toBeGreaterThan(1_000_000)
  expect(logBytes()).toBeLessThan(6_000_000)
})

describe('a seat', () => {
  it('is claimed once, with its link, or not at all', async () => {
    const { member } = await disk.stored()
    const [first, second] = [mintCapability(member.id, NOW), mintCapability(member.id, NOW)]
    const claims = await Promise.all([
      disk.store.claimSeat(first.record, NOW + 1),
      disk.store.claimSeat(second.record, NOW + 2),
    ])
    expect(claims).toEqual([true, false])
    expect((await disk.store.seat(member.id))?.joinedAtMs).toBe(NOW + 1)
    expect(await disk.store.capabilityByHash(hashOf(second.secret))).toBeNull()
    const held = await disk.store.capabilityByHash(hashOf(first.secret))
    expect(held?.seat.id).toBe(member.id)
  })

  it('keeps the time at which its member first came in', async () => {
    const { member } = await disk.stored()
    await disk.store.commit({ joined: [{ seat: member.id, atMs: 5 }] })
    await disk.store.commit({ joined: [{ seat: member.id, atMs: 9 }] })
    expect((await disk.store.seat(member.id))?.joinedAtMs).toBe(5)
  })

  it('takes names in any script', async () => {
    const { member } = await disk.stored()
    const names: Pick<SeatRecord, 'name' | 'business'> = {
      name: 'ꦧꦸꦤꦶꦤꦶꦏ꧀ 👩🏽‍🍳',
      business: 'توفو "; DROP TABLE seats; --',
    }
    await disk.store.commit({ renamed: [{ seat: member.id, ...names }] })
    expect(await disk.store.seat(member.id)).toMatchObject(names)
  })
})

describe('a link', () => {
  it('is found by its hash, revoked or not, and known by its use', async () => {
    const { facilitator, secret, workshop } = await disk.stored()
    const held = await disk.store.capabilityByHash(hashOf(secret))
    expect(held?.seat).toEqual(facilitator)
    expect(held?.capability.lastUsedAtMs).toBeNull()
    const id = held?.capability.id ?? ''
    await disk.store.commit({ used: [{ capability: id, atMs: NOW + 5 }] })
    await disk.store.revoke([id], NOW + 7)
    await disk.store.revoke([id], NOW + 9)
    const [capability] = await disk.store.capabilitiesOf(workshop)
    expect(capability).toMatchObject({ id, lastUsedAtMs: NOW + 5, revokedAtMs: NOW + 7 })
    expect((await disk.store.capabilityByHash(hashOf(secret)))?.capability).toEqual(capability)
    expect(await disk.store.capabilityByHash(hashOf(`${secret}x`))).toBeNull()
  })

  it('never lies in the file, nor beside it', async () => {
    const { secret } = await disk.stored()
    const all = () => readdirSync(disk.folder).map((name) => readFileSync(join(disk.folder, name)))
    // What is stored is there to be found, so the search does see the bytes.
    expect(all().some((file) => file.includes('Bu Ninik'))).toBe(true)
    for (const file of all()) expect(file.includes(secret)).toBe(false)
    await disk.reopened()
    for (const file of all()) expect(file.includes(secret)).toBe(false)
  })
})

describe('a join code', () => {
  it('leads to its workshop while it is open and not expired', async () => {
    const { workshop } = await disk.stored('SOTO12')
    expect((await disk.store.workshopByJoinCode(code('SOTO12'), NOW))?.id).toBe(workshop)
    expect(await disk.store.workshopByJoinCode(code('SOTO13'), NOW)).toBeNull()
    expect(await disk.store.workshopByJoinCode(code('SOTO12'), NOW + HOUR)).toBeNull()
    const closed = { code: code('SOTO12'), open: false, expiresAtMs: NOW + HOUR }
    expect(await disk.store.setJoinCode(workshop, closed, NOW)).toBe(true)
    expect(await disk.store.workshopByJoinCode(code('SOTO12'), NOW)).toBeNull()
  })

  it('belongs to one workshop at a time, and is free once it has expired', async () => {
    const [first, second] = [await disk.stored('SOTO12'), await disk.stored('RAWON34')]
    const wanted = { code: code('SOTO12'), open: true, expiresAtMs: NOW + 3 * HOUR }
    expect(await disk.store.setJoinCode(second.workshop, wanted, NOW)).toBe(false)
    expect((await disk.store.workshopByJoinCode(code('RAWON34'), NOW))?.id).toBe(second.workshop)
    expect(await disk.store.setJoinCode(first.workshop, wanted, NOW)).toBe(true)
    expect(await disk.store.setJoinCode(second.workshop, wanted, NOW + 4 * HOUR)).toBe(true)
    await expect(disk.store.commit(aNewWorkshopNow('SOTO12').changes)).rejects.toThrow()
  })
})

it('tells the canvas and the role of a seat', async () => {
  const { member, facilitator, workshop } = await disk.stored()
  expect(await disk.store.seat(member.id)).toEqual({
    id: member.id,
    workshop,
    role: 'member',
    canvas: member.canvas as CanvasId,
    name: 'Bu Ninik',
    business: 'Tahu',
    joinedAtMs: null,
  })
  expect((await disk.store.seat(facilitator.id))?.canvas).toBeNull()
})
