/**
 * Why the server closes a connection. 4400–4499 are final: the y-websocket provider stops and emits `closed`.
 * 4500–4599 mean "come back": it tries again by itself.
 */
export const CLOSE = {
  badFrame: 4400,
  /** No such capability. */
  linkUnknown: 4401,
  linkRevoked: 4403,
  /** No such room, or not one that this capability opens: the same answer for both. */
  roomUnknown: 4404,
  /** A page of another address opened this socket from a visitor's browser. */
  wrongOrigin: 4405,
  documentTooLarge: 4413,
  /** A write from one who may only read. */
  readOnly: 4423,
  /** Words under somebody else's name: structs of a client id that another seat owns. */
  notYours: 4424,
  /** Speaks a version of the wire that this server does not: opening the page again brings the one that fits. */
  clientTooOld: 4426,
  serverRestarting: 4503,
  /** The disk refuses: nothing is stored, nothing is lost on the device. */
  storeUnavailable: 4507,
  /** Does not read what it is sent. */
  tooSlow: 4508,
  /** This room can't be read from the server's disk: nothing is taken in and nothing shown until it is mended. */
  roomDamaged: 4510,
  tooManyMessages: 4529,
  roomFull: 4530,
  /** As many connections as one workshop may have open. */
  workshopFull: 4531,
  /** What came could not be weighed in a reasonable time. */
  tooBusy: 4532,
} as const
export type CloseReason = keyof typeof CLOSE

export const closeReasonOf = (code: number): CloseReason | null =>
  (Object.keys(CLOSE) as CloseReason[]).find((reason) => CLOSE[reason] === code) ?? null
