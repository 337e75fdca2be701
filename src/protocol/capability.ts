/**
 * Capabilities and the links that carry them: `https://host/#/m<token>`. The token stands in the fragment, which no
 * server and no proxy ever sees; letters and digits only, because chat programs cut a trailing `-`, `_` or `.`.
 */
import { LONG_ID_LENGTH } from '../model/ids.ts'
import type { Result } from '../model/result.ts'
import { err, ok } from '../model/result.ts'
import type { Role } from '../model/roles.ts'

/** 22 characters of 62: 131 bits. */
export const CAPABILITY_LENGTH = LONG_ID_LENGTH
const CAPABILITY = new RegExp(`^[A-Za-z0-9]{${CAPABILITY_LENGTH}}$`)

const LETTER = {
  facilitator: 'f',
  mentor: 'p',
  member: 'm',
  viewer: 'v',
} as const satisfies Record<Role, string>

export type CapabilityLink = { role: Role; capability: string }
/** `incomplete`: its end is missing, as when a link is copied by hand. */
export type LinkError = { type: 'incomplete' } | { type: 'malformed' }

export const isCapability = (value: string): boolean => CAPABILITY.test(value)

/** @param base Origin that others can reach, without a slash at its end. */
export const capabilityLink = (base: string, role: Role, capability: string): string =>
  `${base}/#/${LETTER[role]}${capability}`

/**
 * Reads the part after `#/`, a whole link, or a pasted message with a link in it: the first whole one counts. The letter is
 * a hint for screens; the server knows the role.
 */
export function parseCapabilityLink(text: string): Result<CapabilityLink, LinkError> {
  const inLinks = [...text.matchAll(/#\/?(\S+)/g)].map(([, fragment]) => fragment ?? '')
  const results = (inLinks.length > 0 ? inLinks : [text.trim()]).map(parseFragment)
  return (
    results.find((each) => each.ok) ??
    results.find((each) => !each.ok && each.error.type === 'incomplete') ??
    err({ type: 'malformed' })
  )
}

/** What a sentence or a chat program puts behind a link is none of it: a full stop, a bracket, "…", an invisible mark. */
function parseFragment(text: string): Result<CapabilityLink, LinkError> {
  const fragment = text.replace(/^\/|[^A-Za-z0-9]+$/g, '')
  const role = (Object.keys(LETTER) as Role[]).find((each) => LETTER[each] === fragment[0])
  const capability = fragment.slice(1)
  if (!role || !/^[A-Za-z0-9]*$/.test(capability) || capability.length > CAPABILITY_LENGTH) {
    return err({ type: 'malformed' })
  }
  if (!isCapability(capability)) return err({ type: 'incomplete' })
  return ok({ role, capability })
}
