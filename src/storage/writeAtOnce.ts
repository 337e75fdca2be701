import type Dexie from 'dexie'

/**
 * One transaction whose requests and commit are all issued before this returns, so that a page which is gone the next
 * moment has still written. Dexie's own transactions send one request after the answer to the last, and a browser takes
 * back what was not committed when its page goes: of twelve pages closed right after typing, eleven lost their last letters.
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
  // `strict`: the first tick says "on this phone's disk", not "in a buffer".
  const transaction = dexie.backendDB().transaction([...tables], 'readwrite', {
    durability: 'strict',
  })
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
