import type { CanvasSession } from '../sync/session.ts'
import { useViewPart } from '../sync/useCanvas.ts'
import { MiniPicture, miniColours } from './MiniCanvas.tsx'

/** The picture of an open canvas, live. Redrawn when notes come, go, move or change colour: not for typing. */
export function LiveMiniCanvas({ session }: { session: CanvasSession }) {
  return <MiniPicture colours={useViewPart(session, miniColours)} />
}
