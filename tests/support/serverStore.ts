import type { Store } from '../../server/store/store.ts'

/** A disk that a test holds back or lets fail. */
export function steeredDisk() {
  let held = false
  let failing: boolean | 'once' = false
  let waiting: (() => void)[] = []
  const onWait = new Set<() => void>()

  return {
    /** Commits wait from now on. */
    hold() {
      held = true
    },
    release() {
      held = false
      for (const go of waiting.splice(0)) go()
    },
    fail(now: boolean) {
      failing = now
    },
    /** The next commit fails, or the one that is waiting; those after it do not. */
    failOnce() {
      failing = 'once'
    },
    /** Resolves once a commit is waiting. */
    commitWaits: () =>
      new Promise<void>((resolve) => {
        if (waiting.length > 0) resolve()
        else onWait.add(resolve)
      }),
    wrapStore: (store: Store): Store => ({
      ...store,
      async commit(changes) {
        if (held) {
          await new Promise<void>((resolve) => {
            waiting = [...waiting, resolve]
            for (const tell of onWait) tell()
            onWait.clear()
          })
        }
        const fails = failing
        if (failing === 'once') failing = false
        if (fails) throw new Error('disk full')
        return store.commit(changes)
      },
      async probe() {
        if (failing) throw new Error('disk full')
        return store.probe()
      },
    }),
  }
}
