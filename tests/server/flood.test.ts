/** Who says too much, or takes nothing of what is said: cut off, and the others go on. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, frameBytes } from '../../server/config.ts'
import { HEARTBEAT } from '../../src/protocol/messages.ts'
import { aServer, aWorkshop, roomOf } from '../support/server.ts'
import { bareSocket, readRoom } from '../support/serverClients.ts'
import { aPerson, wordsIn } from '../support/serverPeople.ts'

/** As long as real ones are. */
const CAPABILITY = 'A'.repeat(22)
const ROOM = `${CAPABILITY}/canvas/${CAPABILITY}`

describe('a flood', () => {
  it('is cut off after the burst, for a while, and what came before is kept', async () => {
    const still = await aServer({
      limits: { messagesPerSecond: 1, messageBurst: 8 },
      now: () => 1_000_000,
    })
    const theirs = await aWorkshop(still.origin)
    const canvas = roomOf(theirs)
    // SyncStep1 and SyncStep2, then six more: eight in all.
    const person = await aPerson(still.origin, canvas, theirs.capability)
    for (let i = 0; i < 6; i++) person.writes('x')
    await person.hearsStored(7)
    person.writes('x')
    expect(await person.closed).toEqual({ code: 4529, reason: 'tooManyMessages' })
    expect(wordsIn(await readRoom(still.origin, canvas, theirs.capability))).toBe('xxxxxx')
    await still.close()
  })

  it('of frames before one is let in is cut off too', async () => {
    let letIn = () => {}
    const door = new Promise<void>((resolve) => {
      letIn = resolve
    })
    const slow = await aServer({
      wrapStore: (store) => ({
        ...store,
        async capabilityByHash(hash) {
          await door
          return store.capabilityByHash(hash)
        },
      }),
    })
    const enter = () => bareSocket(slow.origin, ROOM, CAPABILITY)
    const [patient, hasty, heavy, large] = [enter(), enter(), enter(), enter()]
    await Promise.all([patient.opened, hasty.opened, heavy.opened, large.opened])
    for (let i = 0; i < 2; i++) heavy.send(new Uint8Array(300 * 1024))
    expect(await heavy.closed).toEqual({ code: 4529, reason: 'tooManyMessages' })
    for (let i = 0; i < 64; i++) patient.send(HEARTBEAT)
    for (let i = 0; i < 65; i++) hasty.send(HEARTBEAT)
    large.send(new Uint8Array(frameBytes(DEFAULT_LIMITS)).fill(99))
    large.step1()
    expect(await hasty.closed).toEqual({ code: 4529, reason: 'tooManyMessages' })
    letIn()
    // This server knows nothing of such a workshop; what matters is that it came to be asked.
    expect(await patient.closed).toEqual({ code: 4401, reason: 'linkUnknown' })
    expect(await large.closed).toEqual({ code: 4401, reason: 'linkUnknown' })
    await slow.close()
  })
})

describe('one who does not read', () => {
  it('is cut off, and the others go on', async () => {
    let cutOff = () => {}
    const tooSlow = new Promise<void>((resolve) => {
      cutOff = resolve
    })
    const wide = await aServer({
      limits: { messagesPerSecond: 1_000, messageBurst: 1_000 },
      timing: { terminateAfterMs: 50 },
      log: ({ reason }) => reason === 'tooSlow' && cutOff(),
    })
    const theirs = await aWorkshop(wide.origin)
    const canvas = roomOf(theirs)
    const writer = await aPerson(wide.origin, canvas, theirs.members[0]?.capability ?? '')
    writer.writes('tahu '.repeat(60_000))
    await writer.hearsStored(2)
    const deaf = await aPerson(wide.origin, canvas, theirs.capability)
    await writer.hears((message) => message.type === 'presence' && message.people?.length === 2)
    const before = writer.heard.length
    deaf.socket.pause()
    // It asks for the whole document again and again (never so fast that this alone would end it), and takes nothing of it.
    for (let i = 0; i < 60; i++) deaf.step1()
    await tooSlow
    writer.writes('walik')
    await writer.hearsStored(3)
    await writer.hears(
      (message) => message.type === 'presence' && message.people?.length === 1,
      before,
    )
    deaf.close()
    await wide.close()
  })
})
