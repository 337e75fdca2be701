/** A connection of the app's own over a socket that the test brings, and with nobody around it who would listen. */
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { RoomName } from '../../src/protocol/roomName.ts'
import { openConnection } from '../../src/sync/connection.ts'
import type { PageEvent } from '../../src/sync/platform.ts'
import { createVouches } from '../../src/sync/vouches.ts'

export function openAlone(room: RoomName, socket: new () => object) {
  let tell = (_event: PageEvent) => {}
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const connection = openConnection({
    doc,
    awareness,
    origin: 'http://guyub.test',
    room,
    capability: 'none',
    writes: true,
    platform: {
      WebSocket: socket as unknown as typeof WebSocket,
      isOnline: () => true,
      subscribe(listener) {
        tell = listener
        return () => {}
      },
    },
    watch: { opened() {}, sent() {} },
    vouches: createVouches(),
    onSynced() {},
    onStored() {},
    onPresence() {},
    onRefused() {},
    onChange() {},
  })
  return { doc, awareness, connection, say: (event: PageEvent) => tell(event) }
}
