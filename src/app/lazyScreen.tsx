import type { ComponentType } from 'react'
import { createElement, useEffect, useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { LinkProblem } from '../workshop/LinkProblem.tsx'
import { Opening } from '../workshop/Opening.tsx'

/**
 * A screen whose code comes when it is first shown: a phone that opens a canvas loads no dashboard. Unlike React's own
 * `lazy`, a load that failed for lack of signal can be tried again without leaving the page.
 */
export function lazyScreen<P extends object>(load: () => Promise<ComponentType<P>>) {
  let loaded: ComponentType<P> | null = null
  let loading: Promise<void> | null = null
  const start = (): Promise<void> => {
    loading ??= load().then(
      (component) => {
        loaded = component
      },
      (cause: unknown) => {
        loading = null
        throw cause
      },
    )
    return loading
  }
  function Screen(props: P) {
    const words = useMessages().common
    const [state, setState] = useState<'loading' | 'loaded' | 'failed'>('loading')
    useEffect(() => {
      if (state !== 'loading') return
      let current = true
      const settle = (next: 'loaded' | 'failed') => () => current && setState(next)
      start().then(settle('loaded'), settle('failed')) // no signal, or a server that was updated
      return () => {
        current = false
      }
    }, [state])
    if (loaded) return createElement(loaded, props)
    if (state === 'failed') {
      const onRetry = () =>
        void start()
          .catch(reloadIfServed)
          .then(() => setState('loading'))
      return <LinkProblem problem={{ type: 'offline', what: 'page', onRetry }} />
    }
    return <Opening text={words.loading} />
  }
  /** Begins to fetch it before it is shown. A failure is told when it is. */
  Screen.preload = () => void start().catch(() => {})
  return Screen
}

/** The server answers, yet its files are not the ones this page knows: it was updated meanwhile. */
async function reloadIfServed(): Promise<void> {
  try {
    const { ok } = await fetch('/healthz', { cache: 'no-store' })
    if (ok) location.reload()
  } catch {
    // no signal: there is nothing to reload from
  }
}
