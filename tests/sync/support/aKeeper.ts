import * as Y from 'yjs'
import type { Later } from '../../../src/model/doc/readCanvas.ts'
import type { SeatId } from '../../../src/model/ids.ts'
import type { RoomName } from '../../../src/protocol/roomName.ts'
import type { RoomKey, RoomStore } from '../../../src/storage/device.ts'
import type { Keeper } from '../../../src/sync/keeper.ts'
import { openKeeper } from '../../../src/sync/keeper.ts'
import type { Receipts } from '../../../src/sync/receipts.ts'
import { createReceipts } from '../../../src/sync/receipts.ts'
import { createVouches } from '../../../src/sync/vouches.ts'
import type { SteerableStore } from './steerableStore.ts'

export const key: RoomKey = { seat: 'seat' as SeatId, room: 'room' as RoomName }

type Open = {
  doc: Y.Doc
  receipts: Receipts
  keeper: Keeper
  write(note: string, text?: string): void
}

/** A document with its keeper, and edits that name the note they touch. */
export function open(store: RoomStore, keeps = true, writer = 'this-tab', later?: Later): Open {
  const doc = new Y.Doc()
  const receipts = createReceipts()
  let touched = ''
  doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, by: Y.Transaction) => {
    if (by.local) receipts.changed([touched])
  })
  const keeper = openKeeper({
    doc,
    store,
    key,
    writer,
    receipts,
    vouches: createVouches(),
    keeps,
    later,
    onChange() {},
  })
  return {
    doc,
    receipts,
    keeper,
    write(note, text = 'x') {
      touched = note
      doc.getText(note).insert(0, text)
    },
  }
}

/** What a page opened now would show. */
export async function reread(store: SteerableStore): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const update of (await store.inner.load(key)).updates) Y.applyUpdate(doc, update)
  return doc
}

export const receive = (doc: Y.Doc, from: Y.Doc) =>
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from), 'provider')
