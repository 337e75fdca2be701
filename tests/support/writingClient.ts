/** The part of the app that decides what is sent, in front of a server that only listens; by a clock that the test moves. */
import { vi } from 'vitest'
import { EMPTY_UPDATE, encodeSync } from '../../server/frames.ts'
import { openCanvasReader } from '../../src/model/doc/readCanvas.ts'
import type { CanvasId, SeatId, WorkshopId } from '../../src/model/ids.ts'
import type { Where } from '../../src/protocol/awareness.ts'
import { HEARTBEAT, MESSAGE, SYNC } from '../../src/protocol/messages.ts'
import { canvasRoom } from '../../src/protocol/roomName.ts'
import { openCanvasEdits } from '../../src/sync/canvasEdits.ts'
import { openAlone } from './openAlone.ts'

const HEARTBEAT_MS = 9_000

export type Listening = {
  connected(): void
  hears(frame: Uint8Array): void
}

export function aWritingClient(listening: Listening) {
  class ListeningSocket {
    static readonly OPEN = 1
    readonly OPEN = 1
    readyState = 0
    onopen?: () => void
    onclose?: (event: { code: number }) => void
    onmessage?: (event: { data: ArrayBuffer }) => void
    readonly #heartbeat = setInterval(() => this.#tell(HEARTBEAT), HEARTBEAT_MS)

    constructor() {
      setTimeout(() => {
        this.readyState = this.OPEN
        listening.connected()
        this.onopen?.()
        this.#tell(encodeSync(SYNC.step1, Uint8Array.of(0)))
      })
    }
    send(frame: Uint8Array) {
      listening.hears(frame)
      const isStep1 = frame[0] === MESSAGE.sync && frame[1] === SYNC.step1
      if (isStep1) setTimeout(() => this.#tell(encodeSync(SYNC.step2, EMPTY_UPDATE)))
    }
    close() {
      clearInterval(this.#heartbeat)
      this.readyState = 3
      setTimeout(() => this.onclose?.({ code: 1005 }))
    }
    #tell(message: Uint8Array) {
      if (this.readyState === this.OPEN) this.onmessage?.({ data: message.slice().buffer })
    }
  }
  const room = canvasRoom('aaaaaaaaaaaaaaaa' as WorkshopId, 'bbbbbbbbbbbbbbbb' as CanvasId)
  const { doc, awareness, connection, say } = openAlone(room, ListeningSocket)
  const reader = openCanvasReader(doc)
  const { edits } = openCanvasEdits(doc, 'ninik' as SeatId, reader.view)
  return {
    edits,
    view: reader.view,
    isConnected: () => connection.state().type === 'connected',
    looksAt: (where: Where) => awareness.setLocalState({ ...where }),
    say,
    waits: (ms: number) => void vi.advanceTimersByTime(ms),
    close() {
      connection.close()
      awareness.destroy()
      reader.close()
      doc.destroy()
    },
  }
}
export type WritingClient = ReturnType<typeof aWritingClient>
