import type { NewWorkshop } from '../../server/newWorkshop.ts'
import { newWorkshop } from '../../server/newWorkshop.ts'
import type { JoinCode } from '../../src/protocol/joinCode.ts'

/** A workshop as the changes that make it, without a server. */
export const aNewWorkshop = (wanted: Partial<NewWorkshop> = {}) =>
  newWorkshop({
    details: { title: 'Guyub', place: '', date: '', example: false },
    facilitatorName: 'Bu Sari',
    members: [{ name: 'Bu Ninik', business: 'Tahu' }],
    joinCode: { code: 'BAKSO47' as JoinCode, open: true, expiresAtMs: 1 },
    nowMs: 0,
    ...wanted,
  })
