/**
 * The addresses of screens, all in the fragment: no server and no proxy sees which workshop or canvas is open.
 *
 *   #/                        start
 *   #/new                     create a workshop
 *   #/mine                    canvases on this device
 *   #/f… #/p… #/m… #/v…       a capability link (protocol/capability.ts)
 *   #/j<CODE>                 join by code
 *   #/w/<workshop>            a workshop's canvases, for its facilitators
 *   #/w/<workshop>/links      its links
 *   #/w/<workshop>/c/<canvas> one of its canvases
 */
import type { CanvasId, WorkshopId } from '../model/ids.ts'
import type { Result } from '../model/result.ts'
import type { CapabilityLink, LinkError } from '../protocol/capability.ts'
import { capabilityLink, parseCapabilityLink } from '../protocol/capability.ts'
import type { JoinCode } from '../protocol/joinCode.ts'
import { parseJoinCode } from '../protocol/joinCode.ts'

export type Route =
  | { type: 'start' }
  | { type: 'create' }
  | { type: 'mine' }
  | { type: 'link'; link: Result<CapabilityLink, LinkError>; shown: string }
  | { type: 'join'; code: JoinCode }
  | { type: 'workshop'; workshop: WorkshopId }
  | { type: 'links'; workshop: WorkshopId }
  | { type: 'canvas'; workshop: WorkshopId; canvas: CanvasId }

const IN_WORKSHOP = /^w\/([A-Za-z0-9]{16,32})(?:\/(links)|\/c\/([A-Za-z0-9]{16,32}))?$/

/** Total: what is no address of ours counts as a link that lost something on its way. */
export function parseRoute(hash: string): Route {
  const path = decodeLoosely(hash)
    .replace(/^#?\/?/, '')
    .replace(/\/$/, '')
  if (path === '') return { type: 'start' }
  if (path === 'new') return { type: 'create' }
  if (path === 'mine') return { type: 'mine' }
  const inside = IN_WORKSHOP.exec(path)
  if (inside) {
    const workshop = inside[1] as WorkshopId
    if (inside[2]) return { type: 'links', workshop }
    if (inside[3]) return { type: 'canvas', workshop, canvas: inside[3] as CanvasId }
    return { type: 'workshop', workshop }
  }
  const code = path.startsWith('j') ? parseJoinCode(path.slice(1)) : null
  if (code) return { type: 'join', code }
  return { type: 'link', link: parseCapabilityLink(path), shown: path.slice(0, 4) }
}

export function formatRoute(route: Route): string {
  switch (route.type) {
    case 'start':
      return '#/'
    case 'create':
      return '#/new'
    case 'mine':
      return '#/mine'
    case 'link':
      return route.link.ok
        ? capabilityLink('', route.link.value.role, route.link.value.capability).slice(1)
        : `#/${route.shown}`
    case 'join':
      return `#/j${route.code}`
    case 'workshop':
      return `#/w/${route.workshop}`
    case 'links':
      return `#/w/${route.workshop}/links`
    case 'canvas':
      return `#/w/${route.workshop}/c/${route.canvas}`
  }
}

/** What somebody typed or pasted where a code is asked for: a code, or a whole link. Null where it is neither. */
export function readCodeOrLink(typed: string): Route | null {
  const text = typed.trim()
  if (text.includes('#')) {
    const route = parseRoute(text.slice(text.indexOf('#')))
    return route.type === 'start' ? null : route
  }
  const code = parseJoinCode(text)
  if (code) return { type: 'join', code }
  const link = parseCapabilityLink(text)
  return link.ok ? { type: 'link', link, shown: text.slice(0, 4) } : null
}

/** A link that some chat programs have percent-encoded on its way. */
function decodeLoosely(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash // a stray percent sign: not encoded after all
  }
}
