import { WebSocket } from 'ws'
import type { PageEvent, Platform } from '../../../src/sync/platform.ts'

/** A page whose signal and visibility the test decides. Without signal no connection comes about. */
export class TestPlatform implements Platform {
  readonly WebSocket: typeof globalThis.WebSocket
  #online = true
  #listeners = new Set<(event: PageEvent) => void>()

  constructor() {
    const nowhere = () => (this.#online ? null : 'ws://127.0.0.1:1/')
    class SignalWebSocket extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(nowhere() ?? url, protocols)
      }
    }
    this.WebSocket = SignalWebSocket as unknown as typeof globalThis.WebSocket
  }

  isOnline = (): boolean => this.#online
  subscribe = (listener: (event: PageEvent) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  say(event: PageEvent): void {
    if (event === 'online') this.#online = true
    if (event === 'offline') this.#online = false
    for (const listener of this.#listeners) listener(event)
  }
}
