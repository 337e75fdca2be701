/** Many who want the same thing: each in turn gets the first of what it asked for. */
export class TakingTurns<Who, What> {
  readonly #waiting = new Map<Who, What[]>()

  add(who: Who, what: What): void {
    const own = this.#waiting.get(who)
    if (own) own.push(what)
    else this.#waiting.set(who, [what])
  }

  next(): What | undefined {
    const [first] = this.#waiting
    if (!first) return undefined
    const [who, own] = first
    const what = own.shift()
    this.#waiting.delete(who)
    if (own.length > 0) this.#waiting.set(who, own)
    return what
  }
}
