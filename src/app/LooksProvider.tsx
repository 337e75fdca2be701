import type { ReactNode } from 'react'
import { useEffect, useMemo, useState } from 'react'
import type { Looks } from '../design/looks.ts'
import { applyLooks, watchDevice } from '../design/looks.ts'
import { keepLooks, readLooks } from '../storage/looks.ts'
import { LooksDialog } from '../workshop/LooksDialog.tsx'
import { LooksContext } from '../workshop/looksChoice.ts'

/** Keeps theme and text size on the device, the page in step with them, and the dialog that chooses them. */
export function LooksProvider({ children }: { children: ReactNode }) {
  const [looks, setLooks] = useState(readLooks)
  const [shown, setShown] = useState(false)
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
      show: () => setShown(true),
    }),
    [looks],
  )
  return (
    <LooksContext.Provider value={choice}>
      {children}
      {shown && <LooksDialog onClose={() => setShown(false)} />}
    </LooksContext.Provider>
  )
}
