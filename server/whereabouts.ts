/**
 * Where each struct of a document lies: in which shared type, under which key. The bytes of an update do not tell: who
 * overwrites a key or writes on in a text names only the neighbours. So what came first is remembered, as runs of structs
 * that lie in one spot: some 16 bytes a run.
 *
 * What is known here is a superset of what a live document knows: it forgets where deleted structs lay.
 */
import * as Y from 'yjs'
import type { Work } from './inTurns.ts'
import { Pieces } from './inTurns.ts'
import type { Struct } from './readStructs.ts'
import type { HeadOf, WholeUpdate } from './updateCheck.ts'

/** A key in a shared type, or the type's own sequence, as one number. */
export type Spot = number

/** Whatever lies in a type that is gone is gone too. */
const NOWHERE: Spot = -1
/** So many different keys fit in one number beside the type. */
const MAX_KEYS = 2 ** 24
/** Types nested deeper exhaust the stack of Yjs when the outermost is deleted. Ours lie two deep. */
const MAX_TYPE_DEPTH = 16

/** The spots of each author's structs: run `i` goes from `starts[i]` to the next start, or to the author's head. */
type Runs = { starts: number[]; spots: Spot[] }
type SharedType = { id: Y.ID | null; depth: number; lies: Spot }

export class Whereabouts {
  readonly #runs = new Map<number, Runs>()
  readonly #types: SharedType[] = []
  readonly #roots = new Map<string, number>()
  readonly #nested = new Map<number, Map<number, number>>()
  readonly #keys = new Map<string, number>()
  /** What the update that is being placed added, to be taken back where it is refused. */
  #placed: { lengths: Map<number, number>; types: number; keys: number } | null = null
  #runCount = 0

  get runCount(): number {
    return this.#runCount
  }

  /** The spot of a key in a root type, for comparing. */
  spotInRoot(root: string, key: string): Spot {
    return this.#spot(this.#rootType(root), key)
  }

  /** For a spot under this key in a nested type: the type's own id and spot. */
  typeAround(spot: Spot, key: string): { id: Y.ID; lies: Spot } | null {
    if (spot < 0 || spot % MAX_KEYS !== this.#key(key)) return null
    const type = this.#types[Math.floor(spot / MAX_KEYS)]
    return type?.id ? { id: type.id, lies: type.lies } : null
  }

  isInRoot(spot: Spot, root: string): boolean {
    return spot >= 0 && Math.floor(spot / MAX_KEYS) === this.#rootType(root)
  }

  spotOf(client: number, clock: number): Spot {
    const runs = this.#runs.get(client)
    return runs?.spots[runOf(runs, clock)] ?? NOWHERE
  }

  /** The spots of a range, run by run. */
  *spotsWithin(client: number, from: number, to: number): Generator<Spot> {
    const runs = this.#runs.get(client)
    if (!runs) return
    for (let i = runOf(runs, from); i < runs.starts.length; i++) {
      if ((runs.starts[i] ?? 0) >= to) return
      yield runs.spots[i] ?? NOWHERE
    }
  }

  *allRuns(headOf: HeadOf): Generator<{ client: number; from: number; to: number; spot: Spot }> {
    for (const [client, { starts, spots }] of this.#runs) {
      for (const [i, spot] of spots.entries()) {
        yield { client, from: starts[i] ?? 0, to: starts[i + 1] ?? headOf(client), spot }
      }
    }
  }

  /**
   * Remembers where new structs lie; their spots, or null where Yjs could not take them: nested too deep, or between two
   * neighbours in different places. Then, and wherever the update is refused later, `takeBack` must follow, else `keep`.
   * @param isStored It was taken long ago, so it is remembered whatever it is.
   */
  *place({ structs, froms }: WholeUpdate, isStored = false): Work<Spot[] | null> {
    this.#placed = {
      lengths: new Map(),
      types: this.#types.length,
      keys: this.#keys.size,
    }
    const found: Spot[] = []
    const pieces = new Pieces()
    for (const [index, struct] of structs.entries()) {
      if (pieces.endsWith()) yield
      const from = froms[index] ?? struct.id.clock
      const spot = this.#spotFor(struct, from, isStored)
      if (spot === null) return null
      const isType = struct instanceof Y.Item && struct.content instanceof Y.ContentType
      if (isType && spot !== NOWHERE && !this.#addType(struct.id, spot) && !isStored) return null
      this.#append(struct.id.client, from, spot)
      found.push(spot)
    }
    return found
  }

  keep(): void {
    this.#placed = null
  }

  takeBack(): void {
    if (!this.#placed) return
    for (const [client, length] of this.#placed.lengths) {
      const runs = this.#runs.get(client)
      if (!runs) continue
      this.#runCount -= runs.starts.length - length
      runs.starts.length = length
      runs.spots.length = length
    }
    for (const { id } of this.#types.splice(this.#placed.types)) {
      if (id) this.#nested.get(id.client)?.delete(id.clock)
    }
    for (const [name, type] of this.#roots) {
      if (type >= this.#placed.types) this.#roots.delete(name)
    }
    for (const [key, number] of this.#keys) {
      if (number > this.#placed.keys) this.#keys.delete(key)
    }
    this.#placed = null
  }

  /** A struct that is partly known goes on where its known part lies. */
  #spotFor(struct: Struct, from: number, isStored: boolean): Spot | null {
    if (!(struct instanceof Y.Item)) return NOWHERE
    const { id, origin, rightOrigin } = struct
    const isPartlyKnown = from > id.clock
    const left = isPartlyKnown
      ? this.spotOf(id.client, from - 1)
      : origin && this.spotOf(origin.client, origin.clock)
    const right = rightOrigin && this.spotOf(rightOrigin.client, rightOrigin.clock)
    if (left === NOWHERE || right === NOWHERE) return NOWHERE
    if (left !== null && right !== null && left !== right && !isStored) return null
    const beside = left ?? right
    if (beside !== null) return beside
    const parent: unknown = struct.parent
    const type =
      typeof parent === 'string'
        ? this.#rootType(parent)
        : parent instanceof Y.ID && this.#nested.get(parent.client)?.get(parent.clock)
    return typeof type === 'number' ? this.#spot(type, struct.parentSub) : NOWHERE
  }

  #rootType(name: string): number {
    return getOrAdd(this.#roots, name, () => {
      this.#types.push({ id: null, depth: 0, lies: NOWHERE })
      return this.#types.length - 1
    })
  }

  /** False where it would lie too deep. */
  #addType(id: Y.ID, lies: Spot): boolean {
    const depth = (this.#types[Math.floor(lies / MAX_KEYS)]?.depth ?? 0) + 1
    this.#types.push({ id, depth, lies })
    getOrAdd(this.#nested, id.client, () => new Map()).set(id.clock, this.#types.length - 1)
    return depth <= MAX_TYPE_DEPTH
  }

  #append(client: number, from: number, spot: Spot): void {
    const runs = getOrAdd(this.#runs, client, () => ({ starts: [], spots: [] }))
    const lengths = this.#placed?.lengths
    if (lengths && !lengths.has(client)) lengths.set(client, runs.starts.length)
    if (runs.spots.at(-1) === spot) return
    runs.starts.push(from)
    runs.spots.push(spot)
    this.#runCount++
  }

  #spot(type: number, key: string | null): Spot {
    return type * MAX_KEYS + (key === null ? 0 : this.#key(key))
  }

  #key(key: string): number {
    return getOrAdd(this.#keys, key, () => this.#keys.size + 1)
  }
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** The run that holds a clock; -1 where it lies before the first. */
function runOf({ starts }: Runs, clock: number): number {
  let low = 0
  let high = starts.length
  // Most are asked for near the end.
  if ((starts[high - 1] ?? Infinity) <= clock) return high - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return low - 1
}
