import type { IncomingMessage } from 'node:http'

/**
 * Any web page can make a visitor's browser open a socket here, so a browser's `Origin` must be this server's own address.
 * A missing one is no browser: its capability decides.
 */
export function isOwnOrigin(request: IncomingMessage, publicUrl: string | null): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  const originHost = hostOf(origin)
  if (originHost === null) return false
  return (
    originHost === host?.toLowerCase() || (publicUrl !== null && originHost === hostOf(publicUrl))
  )
}

function hostOf(url: string): string | null {
  try {
    return new URL(url).host
  } catch {
    return null // "null", or no URL
  }
}
