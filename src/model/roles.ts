/** What a capability can grant. Mentor and viewer seats are enforced today and handed out by later features. */
export const ROLES = ['facilitator', 'mentor', 'member', 'viewer'] as const
export type Role = (typeof ROLES)[number]

export type RoomKind = 'plan' | 'canvas' | 'history'
export type Access = 'write' | 'read' | 'none'

/** Who a connection is: its role, and the one canvas it is bound to where it is not a facilitator's. */
export type Grant = { role: Role; canvas: string | null }

/**
 * What a grant may do in a room of its own workshop. Holds for the whole room: an update is taken whole or refused
 * whole. The server asks this for every message; the interface asks it to decide what to show.
 */
export function accessTo(grant: Grant, kind: RoomKind, canvas: string | null): Access {
  if (grant.role === 'facilitator') return 'write'
  if (kind === 'plan') return grant.role === 'viewer' ? 'none' : 'read'
  const own = canvas !== null && canvas === grant.canvas
  if (!own) return 'none'
  // A viewer's link opens the one canvas it was made for: not what was said about it in mentoring.
  if (grant.role === 'viewer') return kind === 'canvas' ? 'read' : 'none'
  return kind === 'canvas' ? 'write' : 'read'
}
