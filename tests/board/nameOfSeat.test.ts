import { describe, expect, it } from 'vitest'
import { nameOfSeat } from '../../src/board/useNameOf.ts'
import { id } from '../../src/i18n/id.ts'
import type { SeatId } from '../../src/model/ids.ts'
import type { PersonHere } from '../../src/sync/session.ts'
import { createFakeRoom } from '../support/fakeSession.ts'

const mentor: PersonHere = {
  seat: 'seat-m' as SeatId,
  name: '',
  role: 'mentor',
  self: false,
  colour: 2,
  where: null,
}
const roster: Record<string, string> = { 'seat-r': 'Bu Rini' }

const named = (seat: string | null, people: PersonHere[] = []) =>
  nameOfSeat(
    seat as SeatId | null,
    {
      session: createFakeRoom({ readOnly: false, people }).session,
      owner: { seat: 'seat-n' as SeatId, name: 'Bu Ninik', business: 'Keripik' },
      nameOf: (of) => roster[of] ?? null,
    },
    id,
  )

describe('somebody is called', () => {
  it('by the name in the roster, or as the canvas says', () => {
    expect([named('seat-r'), named('seat-n')]).toEqual(['Bu Rini', 'Bu Ninik'])
  })

  it('by the name they gave in the room, or by what they are where they gave none', () => {
    expect(named('seat-m', [{ ...mentor, name: 'Pak Joko' }])).toBe('Pak Joko')
    expect(named('seat-m', [mentor])).toBe(id.common.role.mentor)
  })

  it('somebody, where nobody knows who it was', () => {
    expect([named('seat-x', [mentor]), named(null)]).toEqual(Array(2).fill('Orang lain'))
  })
})
