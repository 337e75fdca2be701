/** Where this page is: the fragment as a route, and ways to change it. */
import { useMemo, useSyncExternalStore } from 'react'
import type { Route } from '../workshop/route.ts'
import { formatRoute, parseRoute } from '../workshop/route.ts'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('hashchange', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('hashchange', listener)
  }
}

const currentHash = (): string => location.hash

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, currentHash)
  return useMemo(() => parseRoute(hash), [hash])
}

export function goTo(route: Route): void {
  location.hash = formatRoute(route)
}

/** Takes the place of the present address, so that a facilitator's secret leaves the address bar and the history. */
export function replaceRoute(route: Route): void {
  history.replaceState(null, '', formatRoute(route))
  for (const listener of listeners) listener()
}
