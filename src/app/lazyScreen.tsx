import type { ComponentType } from 'react'
import { createElement, useEffect, useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import { LinkProblem } from '../workshop/LinkProblem.tsx'
import { Opening } from '../workshop/Opening.tsx'
import { isServed } from './isServed.ts'

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
    const [state, setState] = useState<'loading' | 'loaded' | 'offline' | 'outdated'>('loading')
    useEffect(() => {
      if (state !== 'loading') return
      let current = true
      start()
        .then(
          () => 'loaded' as const,
          async () => ((await isServed()) ? 'outdated' : 'offline'),
        )
        .then((next) => current && setState(next))
      return () => {
        current = false
      }
    }, [state])
    if (loaded) return createElement(loaded, props)
    if (state === 'outdated') return <LinkProblem problem={{ type: 'outdated' }} />
    if (state === 'offline') {
      const onRetry = () => setState('loading')
      return <LinkProblem problem={{ type: 'offline', what: 'page', onRetry }} />
    }
    return <Opening text={words.loading} />
  }
  /** Begins to fetch it before it is shown. A failure is told when it is. */
  Screen.preload = () => void start().catch(() => {})
  return Screen
}
