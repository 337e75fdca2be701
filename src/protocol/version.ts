/** The wire's version: one integer, stated as a connection opens. Raise it when an old client could misread a message. */
export const WIRE_VERSION = 1
export const OLDEST_WIRE_VERSION = 1

/** First subprotocol of our own client; the server selects it (and never the second, which is the capability). */
export const GUYUB_SUBPROTOCOL = `guyub.${WIRE_VERSION}`
export const CAPABILITY_PREFIX = 'cap.'

/** The subprotocols a connection offers. The capability never stands in a URL that a proxy would log. */
export const subprotocols = (capability: string): string[] => [
  GUYUB_SUBPROTOCOL,
  `${CAPABILITY_PREFIX}${capability}`,
]
