/**
 * Writes what all rooms have accepted in one transaction a turn: one disk flush for many updates. A few commits in a row
 * go at once; where many follow each other each waits a little for company, so the batches grow with the load.
 *
 * Callbacks run in the order in which changes were added. When a commit fails, everything queued behind it fails too:
 * those changes lean on what is now lost.
 */
import type { Log } from './log.ts'
import { TokenBucket } from './rateLimit.ts'
import type { Changes, Store } from './store/store.ts'

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

/** A hall of 30 canvases makes 180 commits a second, none of which waits. */
const PROMPT_COMMITS_PER_SECOND = 250
const PROMPT_COMMITS_AT_ONCE = 16
const COMPANY_MS = 4

type Entry = { changes: Changes; outcome: Outcome }

export function openGroupCommit(store: Store, log: Log): GroupCommit {
  let queue: Entry[] = []
  let state: 'idle' | 'scheduled' | 'running' = 'idle'

  const prompt = new TokenBucket(
    PROMPT_COMMITS_PER_SECOND,
    PROMPT_COMMITS_AT_ONCE,
    performance.now(),
  )

  const schedule = () => {
    if (state !== 'idle') return
    state = 'scheduled'
    if (prompt.take(performance.now())) setImmediate(flush)
    else setTimeout(flush, COMPANY_MS)
  }

  const flush = async () => {
    state = 'running'
    const batch = queue
    queue = []
    const failure = await tryCommit(store, merge(batch))
    if (failure) {
      log({ level: 'error', event: 'commitFailed', reason: failure.message })
      const lost = [...batch, ...queue]
      queue = []
      for (const { outcome } of lost) outcome.failed()
    } else {
      for (const { outcome } of batch) outcome.committed()
    }
    state = 'idle'
    if (queue.length > 0) schedule()
  }

  const write = (changes: Changes) =>
    new Promise<void>((resolve, reject) => {
      queue.push({
        changes,
        outcome: { committed: resolve, failed: () => reject(new StoreUnavailable()) },
      })
      schedule()
    })

  return {
    add(changes, outcome) {
      queue.push({ changes, outcome })
      schedule()
    },
    settled: () => (state === 'idle' ? Promise.resolve() : write({})),
    write,
  }
}

async function tryCommit(store: Store, changes: Changes): Promise<Error | null> {
  if (Object.values(changes).every((list) => list.length === 0)) return null
  try {
    await store.commit(changes)
    return null
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause))
  }
}

function merge(batch: readonly Entry[]): Required<Changes> {
  const all = <T>(pick: (changes: Changes) => readonly T[] | undefined): T[] =>
    batch.flatMap(({ changes }) => pick(changes) ?? [])
  return {
    workshops: all((changes) => changes.workshops),
    seats: all((changes) => changes.seats),
    rooms: all((changes) => changes.rooms),
    capabilities: all((changes) => changes.capabilities),
    renamed: all((changes) => changes.renamed),
    joined: all((changes) => changes.joined),
    used: all((changes) => changes.used),
    owners: all((changes) => changes.owners),
    updates: all((changes) => changes.updates),
    mended: all((changes) => changes.mended),
  }
}
