import type Dexie from 'dexie'

/**
 * One transaction whose requests and commit are all issued before this returns, so that a page which is gone the next
 * moment has still written. Dexie's own transactions send one request after the answer to the last, and a browser takes
 * back what was not committed when its page goes: of nine pages that ended right after typing, eight lost their last letters.
 *
 * Rejects when the device refuses; then nothing was written.
 */
export async function writeAtOnce(
  dexie: Dexie,
  tables: readonly string[],
  write: (table: (name: string) => IDBObjectStore) => void,
): Promise<void> {
  // After a failed opening Dexie stays closed until it is opened again.
  if (!dexie.isOpen()) await dexie.open()
  const transaction = begin(dexie, tables) ?? (await beginAnew(dexie, tables))
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('taken back'))
  })
  try {
    write((name) => transaction.objectStore(name))
    transaction.commit()
  } catch (cause) {
    transaction.abort()
    ended.catch(() => {}) // it is told by what was thrown
    throw cause
  }
  return ended
}

function begin(dexie: Dexie, tables: readonly string[]): IDBTransaction | null {
  try {
    // `strict`: the first tick says "on this phone's disk", not "in a buffer".
    return dexie.backendDB().transaction([...tables], 'readwrite', { durability: 'strict' })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'InvalidStateError') return null
    throw cause
  }
}

/** After a while in the background iOS drops the connection without telling: it still counts as open. */
async function beginAnew(dexie: Dexie, tables: readonly string[]): Promise<IDBTransaction> {
  dexie.close({ disableAutoOpen: false })
  await dexie.open()
  const transaction = begin(dexie, tables)
  if (!transaction) throw new Error('opened, and still closed')
  return transaction
}
