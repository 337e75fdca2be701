/** Bits of the data file that have flipped, or rows that are gone: noticed as they are read, and no more is lost than must be. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { hashOf } from '../../server/access.ts'
import { DamagedRoom, DamagedRow } from '../../server/store/store.ts'
import { parseRoomName, planRoom } from '../../src/protocol/roomName.ts'
import type { StoreOnDisk } from '../support/storeOnDisk.ts'
import { NOW, storeOnDisk } from '../support/storeOnDisk.ts'

let disk: StoreOnDisk
beforeEach(() => {
  disk = storeOnDisk()
})
afterEach(() => disk.close())

describe('rotten bytes', () => {
  const spoil = async (sql: string) => {
    await disk.meanwhile((database) => {
      expect(database.prepare(sql).run().changes).toBeGreaterThan(0)
    })
  }

  const last = 'number = (SELECT max(number) FROM updates)'
  const rotten: [what: string, sql: string][] = [
    ["in a row's bytes", `UPDATE updates SET bytes = x'0102' WHERE ${last}`],
    ['in a checksum', `UPDATE updates SET checksum = checksum + 1 WHERE ${last}`],
    ['in a format', `UPDATE updates SET format = 2 WHERE ${last}`],
    ['so that the last row is gone', `DELETE FROM updates WHERE ${last}`],
  ]
  it.each(rotten)('%s are noticed: the room is as it was before', async (_what, sql) => {
    const { room } = await disk.stored()
    const doc = await disk.written(room, 'tahu')
    await disk.written(room, ' walik', doc)
    await spoil(sql)
    expect(await disk.wordsOf(room)).toBe('tahu')
    expect((await disk.store.loadRoom(room))?.damagedAtMs).toBe(NOW)
    expect(disk.damages).toMatchObject([{ room, outcome: 'fellBack' }])
    // What was once there stays on record, and what comes now is appended as ever.
    expect((await disk.store.loadRoom(room))?.clocks.get(doc.clientID)).toBe(10)
    await disk.written(room, '!')
    await disk.reopened()
    expect(await disk.wordsOf(room)).toMatch(/^(!tahu|tahu!)$/)
    expect(disk.damages).toHaveLength(1)
    await disk.store.commit({ mended: [room] })
    expect((await disk.store.loadRoom(room))?.damagedAtMs).toBeNull()
  })

  it('cost no later row that can stand without them', async () => {
    const { room } = await disk.stored()
    const [ninik, sari] = [new Y.Doc(), new Y.Doc()]
    for (const word of ['a', 'b', 'c']) await disk.written(room, word, ninik)
    await disk.written(room, 'x', sari)
    await spoil(
      "UPDATE updates SET bytes = x'0102' WHERE number = (SELECT max(number) - 2 FROM updates)",
    )
    expect([...(await disk.wordsOf(room))].sort().join('')).toBe('ax')
    expect(disk.damages).toMatchObject([{ room, outcome: 'fellBack', lostRows: 2 }])
  })

  it('are kept as they were found, where nobody can open them', async () => {
    const { room } = await disk.stored()
    await disk.written(room, 'tahu')
    await spoil(`UPDATE updates SET checksum = checksum + 1 WHERE ${last}`)
    await disk.store.loadRoom(room)
    expect(await disk.store.roomNames()).toHaveLength(2)
    await disk.meanwhile((database) => {
      const aside = database.prepare('SELECT * FROM rooms WHERE set_aside_at IS NOT NULL').all()
      expect(aside).toMatchObject([{ set_aside_at: NOW }])
      expect(parseRoomName(String(aside[0]?.name))).toBeNull()
      const rows = 'SELECT bytes FROM updates WHERE room = ?'
      const found = database.prepare(rows).all(aside[0]?.number ?? null)
      expect(
        found.some(({ bytes: row }) => String(Buffer.from(row as Uint8Array)).includes('tahu')),
      ).toBe(true)
    })
  })

  it('in the newest state cost nothing: the one before it serves, with all that came after', async () => {
    const { room } = await disk.stored()
    const doc = await disk.written(room, 'tahu')
    await disk.folded(room)
    await disk.written(room, ' walik', doc)
    await disk.folded(room)
    await disk.written(room, '!', doc)
    await spoil(
      "UPDATE states SET bytes = x'0102' WHERE last_row = (SELECT max(last_row) FROM states)",
    )
    expect(await disk.wordsOf(room)).toBe('tahu walik!')
    expect(await disk.wordsOf(room)).toBe('tahu walik!')
    expect(disk.damages).toMatchObject([{ room, outcome: 'olderState', lostRows: 0 }])
    expect((await disk.store.loadRoom(room))?.damagedAtMs).toBeNull()
    // And the next state is made from it.
    await disk.folded(room)
    await disk.written(room, '!', doc)
    await disk.reopened()
    expect(await disk.wordsOf(room)).toBe('tahu walik!!')
    expect(disk.damages).toHaveLength(1)
  })

  it('never open one room in the place of another', async () => {
    const { room } = await disk.stored()
    await spoil(`UPDATE rooms SET name = 'elsewhere' WHERE name = '${room}'`)
    await spoil(`UPDATE rooms SET name = '${room}' WHERE name LIKE '%/plan'`)
    await expect(disk.store.loadRoom(room)).rejects.toThrow(DamagedRoom)
  })

  it('never give the state of one room to another', async () => {
    const { room, workshop } = await disk.stored()
    await disk.written(room, 'tahu')
    await disk.folded(room)
    await spoil(
      "UPDATE states SET room = (SELECT number FROM rooms WHERE name LIKE '%/plan'), last_row = 999",
    )
    expect(await disk.wordsOf(room)).toBe('tahu')
    expect(await disk.wordsOf(planRoom(workshop))).toBe('')
  })

  it('in the first state cost nothing: its rows are still there', async () => {
    const { room } = await disk.stored()
    await disk.written(room, 'tahu')
    await disk.folded(room)
    await spoil("UPDATE states SET bytes = x'0102'")
    expect(await disk.wordsOf(room)).toBe('tahu')
  })

  it.each([
    ['a seat', "UPDATE seats SET name = 'Bu Ninil' WHERE name = 'Bu Ninik'"],
    ['what a seat may do', "UPDATE seats SET role = 'facilitator' WHERE name = 'Bu Ninik'"],
  ])('in %s are never shown, nor written over', async (_what, sql) => {
    const { member, workshop } = await disk.stored()
    await spoil(sql)
    await expect(disk.store.seat(member.id)).rejects.toThrow(DamagedRow)
    await disk.store.commit({ renamed: [{ seat: member.id, name: 'Bu Ninik', business: '' }] })
    await expect(disk.store.seat(member.id)).rejects.toThrow(DamagedRow)
    expect((await disk.store.seatsOf(workshop)).map(({ role }) => role)).toEqual(['facilitator'])
  })

  it('never give a revoked link its power back', async () => {
    const { secret, workshop } = await disk.stored()
    const [link] = await disk.store.capabilitiesOf(workshop)
    await disk.store.revoke([link?.id ?? ''], NOW)
    await spoil('UPDATE capabilities SET revoked_at = NULL')
    await expect(disk.store.capabilityByHash(hashOf(secret))).rejects.toThrow(DamagedRow)
  })

  it('never give an id of one person to another', async () => {
    const { room, member } = await disk.stored()
    await disk.store.commit({ owners: [{ room, seat: member.id, clients: [5] }] })
    expect((await disk.store.loadRoom(room))?.owners.get(5)).toBe(member.id)
    await spoil("UPDATE client_owners SET seat = 'another' WHERE client = 5")
    expect((await disk.store.loadRoom(room))?.owners.has(5)).toBe(false)
  })
})
