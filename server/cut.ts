import * as Y from 'yjs'

/** Merging takes more than linear time for many updates: 1,000 rows 17 ms, 20,000 rows 2.5 s. */
const MERGED_AT_ONCE = 200

/** One update of what these hold beyond a state vector; all their deletions are in it. */
export function cutFrom([first, ...more]: readonly Uint8Array[], vector: Uint8Array): Uint8Array {
  let merged = first ?? Uint8Array.of(0, 0)
  for (let i = 0; i < more.length; i += MERGED_AT_ONCE) {
    merged = Y.mergeUpdates([merged, ...more.slice(i, i + MERGED_AT_ONCE)])
  }
  return vector.length === 1 ? merged : Y.diffUpdate(merged, vector)
}
