import type { ReactNode } from 'react'
import { useEffect, useMemo, useState } from 'react'
import type { Looks } from '../design/looks.ts'
import { applyLooks, watchDevice } from '../design/looks.ts'
import { keepLooks, readLooks } from '../storage/looks.ts'
import { LooksDialog } from '../workshop/LooksDialog.tsx'
import { LooksContext } from '../workshop/looksChoice.ts'
import { formatRoute } from '../workshop/route.ts'
import { useRoute } from './useRoute.ts'

/** Keeps theme and text size on the device, the page in step with them, and the dialog that chooses them. */
export function LooksProvider({ children }: { children: ReactNode }) {
  const [looks, setLooks] = useState(readLooks)
  const place = formatRoute(useRoute())
  /** Where the dialog was opened: it does not follow to another screen. */
  const [shownAt, setShownAt] = useState<string | null>(null)
  useEffect(() => {
    applyLooks(looks)
    return watchDevice(() => applyLooks(looks))
  }, [looks])
  const choice = useMemo(
    () => ({
      looks,
      choose(change: Partial<Looks>) {
        const next = { ...looks, ...change }
        setLooks(next)
        keepLooks(next)
      },
      show: () => setShownAt(place),
    }),
    [looks, place],
  )
  return (
    <LooksContext.Provider value={choice}>
      {children}
      {shownAt === place && <LooksDialog onClose={() => setShownAt(null)} />}
    </LooksContext.Provider>
  )
}
