/** What a test page offers to tests/e2e/device.spec.ts and deviceFails.spec.ts: the program's own parts, nothing in their place. */
import * as Y from 'yjs'
import type { Device } from '../../src/storage/device.ts'
import { openDevice } from '../../src/storage/openDevice.ts'
import { openKeeper } from '../../src/sync/keeper.ts'
import { createReceipts } from '../../src/sync/receipts.ts'
import { createVouches } from '../../src/sync/vouches.ts'
import { aKey, aSeat, deviceContract, mark, textIn, updatesOf } from './deviceContract.ts'

/** A text document that the device keeps, and the tick of what was written. */
async function openText(device: Device) {
  const doc = new Y.Doc()
  const receipts = createReceipts()
  const told = new Set<() => void>()
  doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, by: Y.Transaction) => {
    if (by.local) receipts.changed(['n1'])
  })
  const keeper = openKeeper({
    doc,
    store: device.rooms,
    key: aKey(),
    writer: Math.random().toString(36),
    receipts,
    vouches: createVouches(),
    keeps: device.keeps,
    onChange() {
      for (const tell of told) tell()
    },
  })
  await keeper.load()
  return {
    text: () => doc.getText('t').toString(),
    write: (text: string) => doc.getText('t').insert(doc.getText('t').length, text),
    tick: () => receipts.tickOf('n1'),
    hurry: keeper.hurry,
    /** Resolves when the next write has ended, well or not. */
    nextOutcome: () =>
      new Promise<void>((resolve) => {
        const look = () => {
          told.delete(look)
          resolve()
        }
        told.add(look)
      }),
    /** Resolves once everything written is on the disk. */
    kept: () =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!receipts.kept()) return
          told.delete(look)
          resolve()
        }
        told.add(look)
        look()
      }),
    close: keeper.close,
  }
}

const offered = {
  openDevice,
  runCase: async (name: string) => {
    const found = deviceContract.find((each) => each.name === name)
    if (!found) throw new Error(`no such case: ${name}`)
    await found.run(await openDevice(name))
  },
  openText,
  textIn,
  updatesOf,
  aKey,
  aSeat,
  mark,
}
export type DevicePage = typeof offered
;(globalThis as typeof globalThis & { guyub: DevicePage }).guyub = offered
