/** One person's undo and redo on one canvas. */
import type * as Y from 'yjs'
import type { Step } from './change.ts'
import { revertStep } from './change.ts'
import type { EditContext } from './edit.ts'

/** `overtaken`: somebody else has changed it meanwhile, so it was left as it is. */
export type UndoOutcome = 'done' | 'nothing' | 'overtaken'

export type History = {
  push(step: Step): void
  undo(): UndoOutcome
  redo(): UndoOutcome
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
    canUndo: () => undoable.length > 0,
    canRedo: () => redoable.length > 0,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
