/**
 * Open sessions, held outside React: StrictMode runs effects twice and routes come and go, yet a room is opened once. Who
 * acquires a session releases it; a moment after the last release it is closed.
 */
import { nextFrame } from './nextFrame.ts'
import type { CanvasOptions, OpenCanvas } from './openCanvas.ts'
import { openCanvas } from './openCanvas.ts'
import type { OpenPlan } from './openPlan.ts'
import { openPlan } from './openPlan.ts'
import type { RoomOptions } from './openRoom.ts'

export type Lease<S> = { session: S; release(): void }

type Held<S> = { session: S; holders: number; closing: ReturnType<typeof setTimeout> | undefined }

/** Long enough for a route to change back, short enough to count as gone for the others. */
const GRACE_MS = 500

const canvases = new Map<string, Held<OpenCanvas>>()
const plans = new Map<string, Held<OpenPlan>>()

export const acquireCanvas = (options: CanvasOptions): Lease<OpenCanvas> =>
  acquire(canvases, `${keyOf(options)} ${options.canvas}`, () =>
    openCanvas({ others: nextFrame, ...options }),
  )

export const acquirePlan = (options: RoomOptions): Lease<OpenPlan> =>
  acquire(plans, keyOf(options), () => openPlan(options))

/** Another capability for the same seat is another connection. */
const keyOf = ({ origin, seat }: RoomOptions): string => `${origin} ${seat.seat} ${seat.capability}`

function acquire<S extends { close(): Promise<void> }>(
  held: Map<string, Held<S>>,
  key: string,
  open: () => S,
): Lease<S> {
  const entry = held.get(key) ?? { session: open(), holders: 0, closing: undefined }
  held.set(key, entry)
  clearTimeout(entry.closing)
  entry.holders++
  let released = false
  return {
    session: entry.session,
    release() {
      if (released) return
      released = true
      entry.holders--
      if (entry.holders > 0) return
      entry.closing = setTimeout(() => {
        held.delete(key)
        void entry.session.close()
      }, GRACE_MS)
    },
  }
}
