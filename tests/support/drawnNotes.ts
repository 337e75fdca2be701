/** Counts, inside a page, which notes React draws: runs before the page's own code, by `addInitScript`. */

export type DrawnNotes = {
  start(): void
  /** Notes (by their slot's id, or by what a component outside of one is given) that were drawn since. */
  stop(): string[]
}

declare global {
  var drawnNotes: DrawnNotes
}

type Fiber = {
  child: Fiber | null
  sibling: Fiber | null
  return: Fiber | null
  alternate: Fiber | null
  flags: number
  tag: number
  stateNode: unknown
  memoizedProps: { note?: string | { id: string } | null } | null
}

/** It must not lean on anything outside of itself. */
export function installDrawnNotes(): void {
  const performedWork = 1
  const hostComponent = 5
  let counting: Set<string> | null = null

  const noteOf = (fiber: Fiber): string | null => {
    for (let at: Fiber | null = fiber; at; at = at.return) {
      if (at.tag !== hostComponent || !(at.stateNode instanceof HTMLElement)) continue
      const note = at.stateNode.closest<HTMLElement>('[data-slot]')?.dataset.slot
      if (note) return note
    }
    const given = fiber.memoizedProps?.note
    return (typeof given === 'string' ? given : given?.id) ?? null
  }
  const visit = (fiber: Fiber | null, drawn: Set<string>) => {
    for (let at = fiber; at; at = at.sibling) {
      const isComponent = at.tag === 0 || at.tag === 11 || at.tag === 14 || at.tag === 15
      if (isComponent && at.flags & performedWork && at.alternate) {
        const note = noteOf(at)
        if (note) drawn.add(note)
      }
      // A subtree that bailed out keeps its very fibers.
      if (at.child && at.child !== at.alternate?.child) visit(at.child, drawn)
    }
  }
  const drawnNotes: DrawnNotes = {
    start() {
      counting = new Set()
    },
    stop() {
      const drawn = [...(counting ?? [])]
      counting = null
      return drawn
    },
  }
  Object.assign(globalThis, {
    drawnNotes,
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberUnmount() {},
      onCommitFiberRoot(_id: number, root: { current: Fiber }) {
        if (counting) visit(root.current, counting)
      },
    },
  })
}
