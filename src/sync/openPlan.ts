import { editPlanDetails, openPlanReader } from '../model/doc/plan.ts'
import { accessTo } from '../model/roles.ts'
import { planRoom } from '../protocol/roomName.ts'
import type { RoomOptions } from './openRoom.ts'
import { openRoom } from './openRoom.ts'
import type { PlanSession } from './session.ts'

export type OpenPlan = Omit<PlanSession, 'close'> & { close(): Promise<void> }

/**
 * Opens the plan of a seat's workshop.
 * @throws for a viewer's seat, which has no plan.
 */
export function openPlan(options: RoomOptions): OpenPlan {
  const { seat } = options
  const access = accessTo(seat, 'plan', null)
  if (access === 'none') throw new Error(`seat ${seat.seat} may not open its plan`)

  // A plan has no notes; its changes wait for their receipt under one name.
  const room = openRoom(options, planRoom(seat.workshop), access, () => () => ['plan'])
  const { doc, ...face } = room
  const reader = openPlanReader(doc)
  return {
    ...face,
    view: reader.view,
    subscribe: reader.subscribe,
    editDetails: access === 'write' ? (details) => editPlanDetails(doc, details) : null,
    async close() {
      reader.close()
      await room.close()
    },
  }
}
