import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

const LOOPBACK = /^(::1|(::ffff:)?127\.)/

/**
 * Whom to count tries against. Behind a proxy on this machine that is the address the proxy names last; from anywhere else
 * such a header is only what somebody claims. Of IPv6 the first half: whoever has one address has all that begin so.
 */
export function remoteAddress(request: IncomingMessage): string {
  const address = request.socket.remoteAddress ?? ''
  const forwarded = request.headers['x-forwarded-for']
  if (!LOOPBACK.test(address) || forwarded === undefined) return networkOf(address)
  return networkOf(String(forwarded).split(',').at(-1)?.trim() ?? address)
}

const LOCAL_HOST = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i

/** Neither by way of a proxy, which keeps the name it was asked by, nor of a page that rebinds its name to this address. */
export const isFromThisMachine = ({ socket, headers }: IncomingMessage): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') &&
  LOCAL_HOST.test(headers.host ?? '') &&
  headers['x-forwarded-for'] === undefined

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

function networkOf(address: string): string {
  const plain = MAPPED.exec(address)?.[1] ?? address.replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [front = '', back] = plain.split('::')
  const head = front.split(':').filter((group) => group !== '')
  const tail = back?.split(':').filter((group) => group !== '') ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  const groups = [...head, ...zeros, ...tail].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
