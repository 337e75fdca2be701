/**
 * What goes out over a connection, in place of the provider's own sending. A server takes 30 messages a second of one
 * connection; a held Backspace alone makes as many, and the cursor's place comes on top. So what is written within moments
 * goes as one frame, and the first letter after a pause goes at once. Of awareness only one's own is sent: the stock
 * provider gives back everybody's, and with thirty people that alone would pass the rate.
 *
 * Nothing waits for a connection here: what is written without one goes with the next SyncStep2.
 */
import * as encoding from 'lib0/encoding'
import type { Awareness } from 'y-protocols/awareness'
import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import { writeUpdate } from 'y-protocols/sync'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Later } from '../model/doc/readCanvas.ts'
import { MESSAGE } from '../protocol/messages.ts'
import { openPace } from './pace.ts'

export type Outbox = {
  /** Sends what waits for its moment: the page goes out of sight, or the connection is given up. */
  flush(): void
  /** Sends it, and nothing after it. */
  close(): void
}

const UPDATES_PAUSE_MS = 50
const AWARENESS_PAUSE_MS = 200

/** @param later When the first letter after a pause goes. */
export function openOutbox(
  provider: WebsocketProvider,
  awareness: Awareness,
  later?: () => Later,
): Outbox {
  const { doc } = provider
  let updates: Uint8Array[] = []

  const send = (type: number, write: (encoder: encoding.Encoder) => void) => {
    const { ws } = provider
    if (!ws || !provider.wsconnected || ws.readyState !== ws.OPEN) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, type)
    write(encoder)
    ws.send(encoding.toUint8Array(encoder))
  }
  const sendUpdates = () => {
    const [first, ...more] = updates
    updates = []
    if (!first) return
    const update = more.length > 0 ? Y.mergeUpdates([first, ...more]) : first
    send(MESSAGE.sync, (encoder) => writeUpdate(encoder, update))
  }
  const sendAwareness = () => {
    const own = encodeAwarenessUpdate(awareness, [awareness.clientID])
    send(MESSAGE.awareness, (encoder) => encoding.writeVarUint8Array(encoder, own))
  }
  const updatesPace = openPace(UPDATES_PAUSE_MS, sendUpdates, later?.())
  const awarenessPace = openPace(AWARENESS_PAUSE_MS, sendAwareness, later?.())

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === provider) return
    updates.push(update)
    updatesPace.soon()
  }
  const onAwareness = (_change: unknown, origin: unknown) => {
    if (origin === 'local') awarenessPace.soon()
  }
  doc.off('update', provider._updateHandler)
  awareness.off('update', provider._awarenessUpdateHandler)
  doc.on('update', onUpdate)
  awareness.on('update', onAwareness)

  const flush = () => {
    updatesPace.hurry()
    awarenessPace.hurry()
  }
  return {
    flush,
    close() {
      doc.off('update', onUpdate)
      awareness.off('update', onAwareness)
      flush()
    },
  }
}
