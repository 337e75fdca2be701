/** Listeners by what they asked for, so that a change of one thing costs nothing for all the others. */
export type KeyedListeners<A extends unknown[] = []> = {
  subscribe(key: string, listener: (...told: A) => void): () => void
  tell(key: string, ...told: A): void
  keys(): Iterable<string>
  clear(): void
}

export function createKeyedListeners<A extends unknown[] = []>(): KeyedListeners<A> {
  const byKey = new Map<string, Set<(...told: A) => void>>()
  return {
    subscribe(key, listener) {
      const listeners = byKey.get(key) ?? new Set()
      byKey.set(key, listeners.add(listener))
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0 && byKey.get(key) === listeners) byKey.delete(key)
      }
    },
    tell(key, ...told) {
      for (const listener of byKey.get(key) ?? []) listener(...told)
    },
    keys: () => byKey.keys(),
    clear: () => byKey.clear(),
  }
}
