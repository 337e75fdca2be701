/**
 * True where the server answers. A part of the page that then does not come is not for lack of signal: the server was
 * updated, and has its files under other names now.
 */
export async function isServed(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok
  } catch {
    return false // no signal
  }
}
