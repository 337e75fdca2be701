/** Equality of plain values by content: lets a view keep what did not change. Shallow data only: it walks all of it. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const entries = Object.entries(a)
  const others = new Map<string, unknown>(Object.entries(b))
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && sameValue(value, others.get(key)))
  )
}

/** The earlier value where the new one says the same. */
export const keep = <T>(previous: T | undefined, next: T): T =>
  previous !== undefined && sameValue(previous, next) ? previous : next
