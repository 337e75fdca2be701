/**
 * What the header says about keeping and sending, followed. That something waits is said at once; that all is sent again,
 * when the pen rests: the words would change to and fro with each letter, and the header be laid out anew for each.
 */
import { keep } from '../model/sameValue.ts'
import type { CanvasSession } from '../sync/session.ts'
import type { Cell } from './cell.ts'
import { createCell } from './cell.ts'
import type { ReadOnlyWhy, SaveState } from './saveState.ts'
import { isSafeHere, saveStateOf } from './saveState.ts'

export type Save = {
  state: SaveState
  /** Whether what is written now is promised to outlast this page, sent or not. */
  safe: boolean
}

export type SaveWatch = { cell: Cell<Save>; start(): () => void }

type Watched = Pick<CanvasSession, 'status' | 'subscribeStatus' | 'view' | 'edits' | 'subscribe'>

/** Between two letters of somebody who writes on. */
export const REST_MS = 500

export function createSaveWatch(session: Watched): SaveWatch {
  const read = (): Save => {
    const status = session.status()
    return { state: saveStateOf(status, readOnlyWhy(session)), safe: isSafeHere(status) }
  }
  const cell = createCell(read())
  let rest: ReturnType<typeof setTimeout> | null = null

  const show = () => {
    if (rest) clearTimeout(rest)
    rest = null
    cell.set(keep(cell.get(), read()))
  }
  const look = () => {
    const isSentAgain = cell.get().state.type === 'sending' && read().state.type === 'stored'
    if (isSentAgain) rest ??= setTimeout(show, REST_MS)
    else show()
  }
  return {
    cell,
    start() {
      show()
      const stops = [session.subscribeStatus(look), session.subscribe(look)]
      return () => {
        if (rest) clearTimeout(rest)
        rest = null
        for (const stop of stops) stop()
      }
    },
  }
}

const readOnlyWhy = (session: Watched): ReadOnlyWhy =>
  session.view().readOnlySchema ? 'newerCanvas' : session.edits() ? null : 'link'
