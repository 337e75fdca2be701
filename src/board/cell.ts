/** One value outside React that can be watched, so that a change redraws only those who asked for that part of it. */
import { useSyncExternalStore } from 'react'

export type Cell<T> = {
  get(): T
  set(next: T): void
  subscribe(listener: () => void): () => void
}

export function createCell<T>(initial: T): Cell<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** `select` must give the same value while nothing it reads has changed. */
export const useCell = <T, S>(cell: Cell<T>, select: (value: T) => S): S =>
  useSyncExternalStore(cell.subscribe, () => select(cell.get()))
