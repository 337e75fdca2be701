import type { Later } from '../model/doc/readCanvas.ts'
import { afterFrame } from './nextFrame.ts'

/** What a room needs of the page it runs in; given from outside, so that rooms run in Node and in tests as well. */

export type PageEvent = 'online' | 'offline' | 'visible' | 'hidden'

export type Platform = {
  WebSocket: typeof WebSocket
  isOnline(): boolean
  /** When what was just done is on the screen: disk and network can wait for that. Left out: at once. */
  afterFrame?: () => Later
  subscribe(listener: (event: PageEvent) => void): () => void
}

/** `hidden` is the last moment a phone surely grants; `beforeunload` is not relied on. */
export function browserPlatform(): Platform {
  return {
    WebSocket: globalThis.WebSocket,
    isOnline: () => navigator.onLine,
    afterFrame,
    subscribe(listener) {
      const onOnline = () => listener('online')
      const onOffline = () => listener('offline')
      const onHide = () => listener('hidden')
      const onVisibility = () =>
        listener(document.visibilityState === 'hidden' ? 'hidden' : 'visible')
      addEventListener('online', onOnline)
      addEventListener('offline', onOffline)
      addEventListener('pagehide', onHide)
      document.addEventListener('visibilitychange', onVisibility)
      return () => {
        removeEventListener('online', onOnline)
        removeEventListener('offline', onOffline)
        removeEventListener('pagehide', onHide)
        document.removeEventListener('visibilitychange', onVisibility)
      }
    },
  }
}
