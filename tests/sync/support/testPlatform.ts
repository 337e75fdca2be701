import { WebSocket } from 'ws'
import type { PageEvent, Platform } from '../../../src/sync/platform.ts'

/** A page whose signal and visibility the test decides. */
export class TestPlatform implements Platform {
  readonly WebSocket = WebSocket as unknown as typeof globalThis.WebSocket
  #online = true
  #listeners = new Set<(event: PageEvent) => void>()

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
