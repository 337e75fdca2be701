import type { Store } from '../../../server/store/store.ts'

/** A server's disk that waits, or refuses, at the test's word. */
export function steerableDisk() {
  let waiting: (() => void)[] | null = null
  let refusing = false
  return {
    wrap: (store: Store): Store => {
      const commit: Store['commit'] = async (changes) => {
        const held = waiting
        if (held) await new Promise<void>((resolve) => held.push(resolve))
        if (refusing) throw new Error('disk full')
        await store.commit(changes)
      }
      return new Proxy(store, {
        get: (target, name) => {
          if (name === 'commit') return commit
          const found: unknown = Reflect.get(target, name)
          return typeof found === 'function' ? found.bind(target) : found
        },
      })
    },
    hold() {
      waiting = []
    },
    release() {
      const held = waiting ?? []
      waiting = null
      for (const go of held) go()
    },
    refuse(yes: boolean) {
      refusing = yes
    },
  }
}
