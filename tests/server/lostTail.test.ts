/**
 * A disk that loses its newest rows without a trace looks like an earlier one. What people were told of it before tells what
 * it lacks, and they bring it back.
 */
import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { encodeVouches } from '../../src/protocol/vouches.ts'
import { snapshotOf } from '../support/dataFiles.ts'
import {
  hearsNews,
  herNote,
  inFolder,
  lostTail,
  ninik,
  notes,
  onOneDisk,
  room,
  said,
  sari,
  server,
  start,
  workshop,
} from '../support/lostTail.ts'
import { refusingStore } from '../support/refusingStore.ts'
import { handled, sentAwayOrTold } from '../support/serverPeople.ts'

onOneDisk()

describe('a lost end of the log', () => {
  it.each([
    { idIsLost: false, isRotten: false },
    { idIsLost: true, isRotten: false },
    { idIsLost: true, isRotten: true },
  ])(
    'is known by a vouch, and filled again (her id is lost: $idIsLost, by a bit that flipped: $isRotten)',
    async ({ idIsLost, isRotten }) => {
      const { vouch, ninikDoc, sariDoc } = await lostTail({ idIsLost, isRotten })
      expect(vouch).toMatchObject({
        client: ninikDoc.clientID,
        seat: workshop.members[0]?.seat,
      })
      expect(await notes()).toEqual(idIsLost ? [] : ['n1'])

      const back = await sari(sariDoc, false)
      back.send(encodeVouches([vouch]))
      await said(back, 'lacks')
      back.answers()
      await back.hearsStored(1)
      await said(back, 'takes')
      await server.logged('roomIsBehind', room)
      await server.logged('roomMended', room)
      expect(await notes()).toEqual(['n1', 'n2'])

      // Her words are hers as before: she goes on with them, and nobody else does.
      const her = await ninik(ninikDoc)
      her.update(her.makes(herNote('n3')))
      await her.hearsStored(2)
      const forger = await sari(new Y.Doc())
      forger.doc.clientID = ninikDoc.clientID
      forger.update(forger.makes(herNote('n4')))
      expect(await forger.closed).toEqual({ code: 4424, reason: 'notYours' })
      expect(await notes()).toEqual(['n1', 'n2', 'n3'])
    },
  )

  it('is filled again too where an older backup stands in for lost data', async () => {
    const backup = inFolder('backup.sqlite')
    const { vouch, sariDoc } = await lostTail({
      async keep() {
        rmSync(backup, { force: true })
        await server.store.backup(backup)
        return snapshotOf(backup)
      },
    })
    expect(await notes()).toEqual(['n1'])
    const back = await sari(sariDoc, false)
    back.send(encodeVouches([vouch]))
    back.answers()
    await server.logged('roomMended', room)
    expect(await notes()).toEqual(['n1', 'n2'])
  })

  it('stays known when the server goes down before anybody has brought it', async () => {
    const { vouch, sariDoc } = await lostTail()
    const back = await sari(new Y.Doc())
    back.send(encodeVouches([vouch]))
    await said(back, 'lacks')
    back.close()
    await server.close()
    await start()

    const again = await sari(sariDoc, false)
    await said(again, 'lacks')
    again.answers()
    await said(again, 'takes')
    expect(await notes()).toEqual(['n1', 'n2'])
  })

  it('is told to everybody in the room while it is missing', async () => {
    const { vouch, sariDoc } = await lostTail({ idIsLost: true })
    // As far as anybody can tell now, nobody ever wrote here.
    const other = await ninik()
    await other.hearsStored(1)
    expect(await notes()).toEqual([])
    const back = await sari(sariDoc, false)
    back.send(encodeVouches([vouch, vouch]))
    await said(other, 'lacks')
    back.answers()
    await said(other, 'takes')
    expect(await notes()).toEqual(['n1', 'n2'])
  })

  it('comes back with its author, for those too who never heard of them', async () => {
    const { vouch, sariDoc } = await lostTail({ idIsLost: true })
    const watcher = await sari()
    await watcher.hearsStored(1)
    const back = await sari(sariDoc, false)
    back.send(encodeVouches([vouch]))
    back.answers()
    const { vouches } = await hearsNews(watcher, 0)
    expect(vouches).toContainEqual(vouch)
  })

  it('is asked for again where its vouch came while the disk took nothing, and its words when it did', async () => {
    const { vouch, sariDoc } = await lostTail()
    await server.close()
    let refuses = false
    const fullDisk = 13
    await start({
      wrapStore: (store) => refusingStore(store, () => refuses, fullDisk),
      timing: { probeMs: 20 },
    })
    const her = await ninik()
    refuses = true
    her.update(her.makes(herNote('n3')))
    await sentAwayOrTold(her)
    const back = await sari(sariDoc, false)
    const other = await sari(new Y.Doc(), false)
    back.send(encodeVouches([vouch]))
    await handled(back, other)
    refuses = false
    await said(back, 'takes')

    const asked = back.heard.length
    back.answers()
    await back.hears((message) => message.type === 'step1', asked)
    back.send(encodeVouches([vouch]))
    back.answers()
    await server.logged('roomMended', room)
    expect(await notes()).toEqual(['n1', 'n2'])
    expect(back.receipts()).not.toEqual([])

    // Once it was heard, nothing is excused any more.
    sariDoc.clientID = vouch.client
    back.update(back.makes(herNote('n4')))
    expect(await back.closed).toEqual({ code: 4424, reason: 'notYours' })
  })

  it('may be brought as far as the vouch goes, and no further', async () => {
    const { vouch, ninikDoc } = await lostTail()
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(ninikDoc))
    forged.clientID = ninikDoc.clientID
    herNote('n3')(forged)
    const liar = await sari(forged, false)
    liar.send(encodeVouches([vouch]))
    liar.answers()
    expect(await liar.closed).toEqual({ code: 4510, reason: 'roomDamaged' })
    expect(await notes()).toEqual(['n1'])
  })
})
