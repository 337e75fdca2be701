import { WebSocket } from 'ws'
import type { PageEvent, Platform } from '../../../src/sync/platform.ts'

/** A page whose signal and visibility the test decides. Without signal no connection comes about. */
export class TestPlatform implements Platform {
  readonly WebSocket: typeof globalThis.WebSocket
  /** Connections tried, and messages sent over them. */
  attempts = 0
  readonly sent: Uint8Array[] = []
  #online = true
  #onClose = (_code: number): void => {}
  #listeners = new Set<(event: PageEvent) => void>()

  constructor() {
    const { sent } = this
    const onClose = (code: number) => this.#onClose(code)
    const reach = (url: string | URL) => {
      this.attempts++
      return this.#online ? url : 'ws://127.0.0.1:1/'
    }
    class SignalWebSocket extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(reach(url), protocols)
        this.once('close', onClose)
      }
      override send(data: Uint8Array): void {
        sent.push(data)
        super.send(data)
      }
    }
    this.WebSocket = SignalWebSocket as unknown as typeof globalThis.WebSocket
  }

  /** Resolves as the server closes a connection with this code; all that it had sent has been read by then. */
  closedWith = (wanted: number): Promise<void> =>
    new Promise((resolve) => {
      this.#onClose = (code) => {
        if (code === wanted) resolve()
      }
    })
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
