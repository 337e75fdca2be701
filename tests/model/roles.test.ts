import { describe, expect, it } from 'vitest'
import type { Role, RoomKind } from '../../src/model/roles.ts'
import { accessTo, ROLES } from '../../src/model/roles.ts'

/** Role: plan, own canvas, another's canvas, own history, another's history. */
const TABLE: Record<Role, string> = {
  facilitator: 'write write write write write',
  mentor: 'read write none read none',
  member: 'read write none read none',
  viewer: 'none read none none none',
}

const ROOMS: readonly [RoomKind, string | null][] = [
  ['plan', null],
  ['canvas', 'own'],
  ['canvas', 'other'],
  ['history', 'own'],
  ['history', 'other'],
]

describe('what a capability opens', () => {
  it.each(ROLES)('is for a %s as the table says', (role) => {
    const grant = { role, canvas: role === 'facilitator' ? null : 'own' }
    const accesses = ROOMS.map(([kind, canvas]) => accessTo(grant, kind, canvas))
    expect(accesses.join(' ')).toBe(TABLE[role])
  })

  it.each(ROLES.filter((role) => role !== 'facilitator'))(
    'is no canvas at all for a %s without one',
    (role) => {
      const grant = { role, canvas: null }
      expect(accessTo(grant, 'canvas', 'any')).toBe('none')
      expect(accessTo(grant, 'canvas', null)).toBe('none')
      expect(accessTo(grant, 'history', null)).toBe('none')
    },
  )
})
