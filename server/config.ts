/** What can be set for a server, with its defaults. */
import { LIMITS } from '../src/model/limits.ts'
import type { ShownLimits } from '../src/protocol/api.ts'

export const DEFAULT_LIMITS = {
  /** A room's whole document as one update. */
  documentBytes: LIMITS.documentBytes as number,
  membersInWorkshop: LIMITS.membersInWorkshop as number,
  messagesPerSecond: LIMITS.messagesPerSecond as number,
  messageBurst: LIMITS.messageBurst as number,
  connectionsPerRoom: LIMITS.connectionsPerRoom as number,
  /** Of one seat in one room: whoever has a link must not be able to take every place, and a class may be shown one. */
  connectionsPerSeat: 100,
  /** Each person has the plan and a canvas open, a dashboard one more for every picture in sight. */
  connectionsPerWorkshop: 2_000,
  /** To the API, from one address and for one workshop each: the links of 500 members are made one by one. */
  requestBurst: 2_000,
  requestsPerMinute: 1_200,
  /** From one address. Generous: a whole hall may share one. */
  workshopsPerHour: 200,
  /** Wrong join codes from one address, at once and from then on; right ones do not count. */
  joinFailureBurst: 10,
  joinFailuresPerMinute: 2,
  /** Unknown capabilities from one address; known ones do not count. */
  linkFailuresPerMinute: 60,
  joinCodeHours: 12,
}
export type Limits = typeof DEFAULT_LIMITS

export const shownLimits = ({ documentBytes, membersInWorkshop }: Limits): ShownLimits => ({
  documentBytes,
  membersInWorkshop,
})

/** A frame may be a little larger than the largest document. */
export const frameBytes = (limits: Limits): number => limits.documentBytes + 64 * 1024

export const DEFAULT_TIMING = {
  /** A carrier forgets a silent flow in about a minute; a phone that misses one ping is gone. */
  pingMs: 25_000,
  /** How often connections are looked at. The stock client drops one without a data message for 30 s. */
  heartbeatCheckMs: 5_000,
  heartbeatAfterMs: 9_000,
  /** A room without connections leaves memory after this. */
  evictAfterMs: 10_000,
  /** One for whom bytes wait, and who has taken none of them for this long, is sent away. */
  stalledAfterMs: 10_000,
  /** One who does not read is cut off for good after this. */
  terminateAfterMs: 5_000,
  /** Whoever opens a connection says what it wants within this, and all of it within the second. */
  requestHeadMs: 15_000,
  requestMs: 60_000,
  /** How often a disk that refused is tried again. */
  probeMs: 1_000,
}
export type Timing = typeof DEFAULT_TIMING
