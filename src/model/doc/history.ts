/** One person's undo and redo on one canvas. */
import type * as Y from 'yjs'
import type { Step } from './change.ts'
import { revertStep } from './change.ts'
import type { EditContext } from './edit.ts'

/** `overtaken`: it has been changed meanwhile, so it was left as it is. */
export type UndoOutcome = 'done' | 'nothing' | 'overtaken'

export type History = {
  push(step: Step): void
  undo(): UndoOutcome
  redo(): UndoOutcome
  /** The step that undo would take back. */
  latest(): Step | null
  /** Takes back that step and no other, whatever was done after it; nothing where it was taken back already. */
  undoStep(step: Step): UndoOutcome
  /** Whether that step is still there to be taken back. */
  holds(step: Step): boolean
  canUndo(): boolean
  canRedo(): boolean
  subscribe(listener: () => void): () => void
}

const MAX_STEPS = 200

export function createHistory(doc: Y.Doc, context: EditContext): History {
  const undoable: Step[] = []
  const redoable: Step[] = []
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const take = (from: Step[], onto: Step[]): UndoOutcome => {
    const step = from.pop()
    if (!step) return 'nothing'
    const inverse = revertStep(doc, step, context)
    if (inverse) onto.push(inverse)
    changed()
    return inverse ? 'done' : 'overtaken'
  }
  return {
    push(step) {
      if (step.length === 0) return
      undoable.push(step)
      if (undoable.length > MAX_STEPS) undoable.shift()
      redoable.length = 0
      changed()
    },
    undo: () => take(undoable, redoable),
    redo: () => take(redoable, undoable),
    latest: () => undoable.at(-1) ?? null,
    undoStep(step) {
      if (!undoable.includes(step)) return 'nothing'
      const inverse = revertStep(doc, step, context)
      // One's own later step may stand in its way: once that is undone, this one can be.
      if (!inverse) return 'overtaken'
      undoable.splice(undoable.indexOf(step), 1)
      redoable.push(inverse)
      changed()
      return 'done'
    },
    holds: (step) => undoable.includes(step),
    canUndo: () => undoable.length > 0,
    canRedo: () => redoable.length > 0,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
