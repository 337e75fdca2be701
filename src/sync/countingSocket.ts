/** A WebSocket that tells of the sync frames it sends: the provider itself has no word for them. */
import { MESSAGE, SYNC } from '../protocol/messages.ts'
import type { FrameKind } from './receipts.ts'

export type SocketWatch = {
  /** A new connection begins: the count of its frames with it. */
  opened(): void
  sent(kind: FrameKind): void
}

/** @param writes False: what would change the room is never sent, whatever the document holds. */
export function countingSocket(
  Base: typeof WebSocket,
  watch: SocketWatch,
  writes: boolean,
): typeof WebSocket {
  return class extends Base {
    #toldAll = false
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      watch.opened()
    }
    override send(data: Parameters<WebSocket['send']>[0]): void {
      const kind = frameKind(data)
      if (kind && !writes) return
      // It would lean on what was written without a connection, which only the SyncStep2 brings: deletions alone would be
      // taken, and others would see half of a change.
      if (kind === 'update' && !this.#toldAll) return
      if (kind === 'step2') this.#toldAll = true
      super.send(data)
      if (kind) watch.sent(kind)
    }
  }
}

function frameKind(data: unknown): FrameKind | null {
  if (!(data instanceof Uint8Array) || data[0] !== MESSAGE.sync) return null
  if (data[1] === SYNC.step2) return 'step2'
  return data[1] === SYNC.update ? 'update' : null
}
