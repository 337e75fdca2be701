/** The join code: a word from the kitchen and two digits ("BAKSO 47"), said aloud once and typed without error. */

/** Kept without space and in capitals; people may type it any way, or paste the join link. */
export type JoinCode = string & { readonly __brand: 'JoinCode' }

export function parseJoinCode(typed: string): JoinCode | null {
  const linked = /#\/j(\S+)/.exec(typed)?.[1]
  const code = (linked ?? typed).toUpperCase().replace(/[^A-Z0-9]/g, '')
  return /^[A-Z]{3,10}[0-9]{2}$/.test(code) ? (code as JoinCode) : null
}

/** "BAKSO47" as people read it: "BAKSO 47". */
export const formatJoinCode = (code: JoinCode): string => `${code.slice(0, -2)} ${code.slice(-2)}`

/** The link behind a join QR: `#/j<code>`. It is no capability: it only shows the names nobody has taken yet. */
export const joinLink = (base: string, code: JoinCode): string => `${base}/#/j${code}`
