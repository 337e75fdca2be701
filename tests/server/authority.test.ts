/**
 * Who may do what on the socket: role × room × message, told again after a restart. The table is told in full, so that no
 * slip in the code can move it with it. Everything is seen from outside: a room is what a facilitator is given of it.
 */
import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/model/roles.ts'
import type { MessageCase } from '../support/everyRole.ts'
import {
  links,
  MESSAGES,
  open,
  ROLES,
  ROOMS,
  restart,
  serveEveryRole,
  stateOf,
} from '../support/everyRole.ts'
import type { BareSocket } from '../support/serverClients.ts'

serveEveryRole()

type RoomWords = keyof typeof ROOMS

type Seen = 'write' | 'read' | 'none'
const TABLE: Record<Role, Record<RoomWords, Seen>> = {
  facilitator: {
    'the plan': 'write',
    'their own canvas': 'write',
    "another's canvas": 'write',
    'the history of their canvas': 'write',
    "the history of another's": 'write',
    "another workshop's plan": 'none',
    "another workshop's canvas": 'none',
  },
  mentor: {
    'the plan': 'read',
    'their own canvas': 'write',
    "another's canvas": 'none',
    'the history of their canvas': 'read',
    "the history of another's": 'none',
    "another workshop's plan": 'none',
    "another workshop's canvas": 'none',
  },
  member: {
    'the plan': 'read',
    'their own canvas': 'write',
    "another's canvas": 'none',
    'the history of their canvas': 'read',
    "the history of another's": 'none',
    "another workshop's plan": 'none',
    "another workshop's canvas": 'none',
  },
  viewer: {
    'the plan': 'none',
    'their own canvas': 'read',
    "another's canvas": 'none',
    'the history of their canvas': 'none',
    "the history of another's": 'none',
    "another workshop's plan": 'none',
    "another workshop's canvas": 'none',
  },
}
type MessageWords = keyof typeof MESSAGES

const cases = (wanted: Seen) =>
  Object.entries(TABLE).flatMap(([role, rooms]) =>
    Object.entries(rooms)
      .filter(([, seen]) => seen === wanted)
      .flatMap(([room]) =>
        Object.keys(MESSAGES).map(
          (message) => [role as Role, message as MessageWords, room as RoomWords] as const,
        ),
      ),
  )

describe('on the socket', () => {
  it.each(cases('none'))('a %s who sends %s to %s is not let in', async (role, message, room) => {
    const before = await stateOf(ROOMS[room]())
    const socket = open(ROOMS[room](), links[role])
    await socket.opened
    socket.send(MESSAGES[message].frame())
    expect(await socket.closed).toEqual({ code: 4404, reason: 'roomUnknown' })
    expect(socket.heard).toEqual([])
    expect(await stateOf(ROOMS[room]())).toBe(before)
  })

  it.each(cases('read'))('a %s who sends %s to %s changes no byte', async (role, message, room) => {
    const { writes, frame, isForWriters = writes }: MessageCase = MESSAGES[message]
    const before = await stateOf(ROOMS[room]())
    const socket = open(ROOMS[room](), links[role])
    await socket.opened
    socket.send(frame())
    if (isForWriters) expect(await socket.closed).toEqual({ code: 4423, reason: 'readOnly' })
    else await stillAnswers(socket)
    // A reader is not asked for what it has; a stock client would answer with all of it.
    expect(socket.heard.map(({ type }) => type)).not.toContain('step1')
    socket.close()
    expect(await stateOf(ROOMS[room]())).toBe(before)
  })

  it.each(cases('write'))('a %s who sends %s to %s is heard', async (role, message, room) => {
    const { writes, frame } = MESSAGES[message]
    const before = await stateOf(ROOMS[room]())
    const socket = open(ROOMS[room](), links[role])
    await socket.opened
    if (message === 'Update') socket.step2(Uint8Array.of(0, 0)) // nothing is receipted before it
    socket.send(frame())
    if (writes) await socket.hears(({ type }) => type === 'stored')
    else await stillAnswers(socket)
    socket.close()
    expect((await stateOf(ROOMS[room]())) !== before).toBe(writes)
  })

  async function stillAnswers(socket: BareSocket): Promise<void> {
    socket.step1()
    const state = await socket.hears((heard) => heard.type === 'step2' && heard.update)
    expect(state.length).toBeGreaterThan(0)
  }
})

describe('after a restart', () => {
  it.each(ROLES)('a %s may do what they might before, and no more', async (role) => {
    await restart()
    for (const [words, seen] of Object.entries(TABLE[role])) {
      const room = ROOMS[words as RoomWords]()
      const before = await stateOf(room)
      const socket = open(room, links[role])
      await socket.opened
      socket.send(MESSAGES.SyncStep2.frame())
      if (seen === 'write') await socket.hears(({ type }) => type === 'stored')
      else expect((await socket.closed).code).toBe(seen === 'read' ? 4423 : 4404)
      socket.close()
      expect((await stateOf(room)) !== before).toBe(seen === 'write')
    }
  })
})
