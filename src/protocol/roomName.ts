/** Room names as they stand in the sync path: `<workshop>/plan`, `<workshop>/canvas/<id>`, `<workshop>/history/<id>`. */
import type { CanvasId, WorkshopId } from '../model/ids.ts'
import type { RoomKind } from '../model/roles.ts'

export type RoomName = string & { readonly __brand: 'RoomName' }

export type RoomAddress = {
  workshop: WorkshopId
  kind: RoomKind
  /** Null for the plan. */
  canvas: CanvasId | null
}

export const planRoom = (workshop: WorkshopId): RoomName => `${workshop}/plan` as RoomName
export const canvasRoom = (workshop: WorkshopId, canvas: CanvasId): RoomName =>
  `${workshop}/canvas/${canvas}` as RoomName

const PATTERN = /^([A-Za-z0-9]{16,32})\/(?:(plan)|(canvas|history)\/([A-Za-z0-9]{16,32}))$/

/** Strict: ids are letters and digits only, so no encoding, dots or slashes can hide in them. Null where it is no name. */
export function parseRoomName(raw: string): RoomAddress | null {
  const match = PATTERN.exec(raw)
  if (!match) return null
  const [, workshop, plan, kind, canvas] = match
  return {
    workshop: workshop as WorkshopId,
    kind: plan ? 'plan' : (kind as RoomKind),
    canvas: (canvas as CanvasId | undefined) ?? null,
  }
}

/** The path below which rooms are served: `ws(s)://host/sync/<room>`. */
export const SYNC_PATH = '/sync'
