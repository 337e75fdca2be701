import { useEffect } from 'react'
import type { Route } from '../workshop/route.ts'
import { CanvasScreen, CreateScreen, FacilitatorCanvasScreen, LinksScreen } from './screens.ts'

const AFTER_MS = 3_000

/** Screens that one press leads to from here. */
const NEXT: Record<Route['type'], readonly { preload(): void }[]> = {
  start: [],
  create: [LinksScreen],
  mine: [CanvasScreen],
  link: [],
  join: [CanvasScreen],
  workshop: [FacilitatorCanvasScreen, LinksScreen],
  links: [],
  canvas: [],
}

/**
 * Fetches what is likely to be pressed next once the present screen has settled, so that it opens without signal too. From
 * the start a laptop goes on to a new workshop; on a phone nothing is fetched that may not be wanted.
 */
export function useLikelyNext(type: Route['type'], isPhone: boolean): void {
  useEffect(() => {
    const next = type === 'start' && !isPhone ? [CreateScreen] : NEXT[type]
    const timer = setTimeout(() => {
      for (const screen of next) screen.preload()
    }, AFTER_MS)
    return () => clearTimeout(timer)
  }, [type, isPhone])
}
