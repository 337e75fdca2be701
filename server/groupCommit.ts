/**
 * Writes what all rooms have accepted in one transaction at a time: one disk flush for many updates. What comes while one
 * is written goes with the next. A few in a row are written at once; in a crowd each batch waits a little for company too.
 *
 * Callbacks run in the order in which changes were added. When the disk refuses a commit, everything queued behind it fails
 * too: those changes lean on what is now lost. Where the fault lies in one change or in the pages of one room, each is
 * tried by itself, so that the others live on.
 */
import type { RoomName } from '../src/protocol/roomName.ts'
import type { Log } from './log.ts'
import type { Changes, Store } from './store/store.ts'
import type { StoreHealth } from './storeHealth.ts'

export type Outcome = { committed(): void; failed(): void }

export type GroupCommit = {
  add(changes: Changes, outcome: Outcome): void
  /** Resolves once everything added so far is on disk. @throws StoreUnavailable */
  settled(): Promise<void>
  /** The same, for changes of one's own. @throws StoreUnavailable */
  write(changes: Changes): Promise<void>
}

/** The disk refuses. Nothing of what was being written is stored. */
export class StoreUnavailable extends Error {
  constructor() {
    super('the store does not take writes')
    this.name = 'StoreUnavailable'
  }
}

/** A hall of 30 canvases makes 180 changes a second, none of which waits. */
const CROWD_PER_SECOND = 250
const CROWD_AT_ONCE = 16
const COMPANY_MS = 10

type Entry = { changes: Changes; outcome: Outcome }

export function openGroupCommit(
  store: Store,
  log: Log,
  health: Pick<StoreHealth, 'failed'>,
): GroupCommit {
  let queue: Entry[] = []
  let state: 'idle' | 'scheduled' | 'running' = 'idle'

  const crowd = new CrowdWatch()

  const enqueue = (entry: Entry) => {
    queue.push(entry)
    // Whoever waits for what others write is no company.
    if (!isEmpty(entry.changes)) crowd.count(performance.now())
    schedule()
  }
  const schedule = () => {
    if (state !== 'idle') return
    state = 'scheduled'
    if (crowd.isThere) setTimeout(flush, COMPANY_MS)
    else setImmediate(flush)
  }

  const fail = (lost: readonly Entry[], cause: Error) => {
    log({ level: 'error', event: 'commitFailed', reason: cause.message })
    for (const { outcome } of lost) outcome.failed()
  }

  const failAll = (batch: readonly Entry[], cause: Error) => {
    health.failed(cause)
    const lost = [...batch, ...queue]
    queue = []
    fail(lost, cause)
  }

  /** Whatever leans on one that failed, fails with it. */
  const oneByOne = async (batch: readonly Entry[]) => {
    const failed = new Set<RoomName>()
    const leans = ({ changes }: Entry) => roomsIn(changes).some((room) => failed.has(room))
    for (const [index, entry] of batch.entries()) {
      const cause = leans(entry) ? LEANS : await tryCommit(store, entry.changes)
      if (!cause) {
        entry.outcome.committed()
        continue
      }
      if (isOfTheDisk(cause)) return failAll(batch.slice(index), cause)
      for (const room of roomsIn(entry.changes)) failed.add(room)
      fail([entry], cause)
    }
    const lost = queue.filter(leans)
    queue = queue.filter((entry) => !leans(entry))
    if (lost.length > 0) fail(lost, LEANS)
  }

  const flush = async () => {
    state = 'running'
    const batch = queue
    queue = []
    const cause = await tryCommit(store, merge(batch))
    if (!cause) for (const { outcome } of batch) outcome.committed()
    else if (isOfTheDisk(cause)) failAll(batch, cause)
    else await oneByOne(batch)
    state = 'idle'
    if (queue.length > 0) schedule()
  }

  const write = (changes: Changes) =>
    new Promise<void>((resolve, reject) => {
      const failed = () => reject(new StoreUnavailable())
      enqueue({ changes, outcome: { committed: resolve, failed } })
    })

  return {
    add: (changes, outcome) => enqueue({ changes, outcome }),
    settled: () => (state === 'idle' ? Promise.resolve() : write({})),
    write,
  }
}

/** Whether many changes have come lately; it stays so until they have been few for a while. */
class CrowdWatch {
  #lately = 0
  #atMs = 0

  get isThere(): boolean {
    return this.#lately > CROWD_AT_ONCE
  }

  count(nowMs: number): void {
    const gone = ((nowMs - this.#atMs) / 1000) * CROWD_PER_SECOND
    this.#lately = Math.min(Math.max(0, this.#lately - gone) + 1, 2 * CROWD_AT_ONCE)
    this.#atMs = nowMs
  }
}

const LEANS = new Error('it leans on a change that failed')

const roomsIn = ({ updates = [], owners = [], rooms = [], behind = [] }: Changes): RoomName[] => [
  ...updates.map(({ room }) => room),
  ...behind.map(({ room }) => room),
  ...owners.map(({ room }) => room),
  ...rooms.map(({ name }) => name),
]

/** SQLite's codes for torn pages, for a rule that a change breaks, and for a statement that is wrong. */
const OF_ONE_CHANGE = [1, 11, 19]

/** Whether everything else would fail as well: the disk is full, read-only, gone. */
export const isOfTheDisk = (cause: Error): boolean =>
  !('errcode' in cause) || !OF_ONE_CHANGE.includes(Number(cause.errcode) & 0xff)

const isEmpty = (changes: Changes): boolean =>
  Object.values(changes).every((list) => list.length === 0)

async function tryCommit(store: Store, changes: Changes): Promise<Error | null> {
  if (isEmpty(changes)) return null
  try {
    await store.commit(changes)
    return null
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause))
  }
}

/** Of each kind what all of them bring, in their order. */
function merge(batch: readonly Entry[]): Changes {
  const merged: Record<string, unknown[]> = {}
  for (const { changes } of batch) {
    for (const [kind, list] of Object.entries(changes)) {
      const all = merged[kind]
      if (all) all.push(...list)
      else if (list.length > 0) merged[kind] = [...list]
    }
  }
  return merged as Changes
}
