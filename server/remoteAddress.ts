import type { IncomingMessage } from 'node:http'

const LOOPBACK = /^(::1|(::ffff:)?127\.)/

/**
 * Whom to count tries against. Behind a proxy on this machine that is the address the proxy names last; from anywhere else
 * such a header is only what somebody claims.
 */
export function remoteAddress(request: IncomingMessage): string {
  const address = request.socket.remoteAddress ?? ''
  const forwarded = request.headers['x-forwarded-for']
  if (!LOOPBACK.test(address) || forwarded === undefined) return address
  return String(forwarded).split(',').at(-1)?.trim() ?? address
}
