import { useCallback, useEffect, useRef } from 'react'

/**
 * Lets the phone's own back step lead from an inner screen to the outer one instead of out of the canvas: an inner screen
 * is one entry of the browser's history, at the same address. Returns the way back for buttons.
 */
export function useBackStep(inside: boolean, onBack: () => void): () => void {
  const latest = useRef(onBack)
  useEffect(() => {
    latest.current = onBack
  })
  useEffect(() => {
    if (!inside) return
    enter()
    const onPop = () => {
      if (!isInner()) latest.current()
    }
    window.addEventListener('popstate', onPop)
    return () => {
      window.removeEventListener('popstate', onPop)
      leaveSoon()
    }
  }, [inside])
  return useCallback(() => {
    if (isInner()) history.back()
    else latest.current()
  }, [])
}

const isInner = (): boolean => (history.state as { inner?: boolean } | null)?.inner === true

/** Stepping back takes effect later: an inner screen opened meanwhile takes over the entry of the one before. */
let leaving: ReturnType<typeof setTimeout> | undefined

function enter(): void {
  clearTimeout(leaving)
  if (!isInner()) history.pushState({ ...(history.state as object | null), inner: true }, '')
}

function leaveSoon(): void {
  clearTimeout(leaving)
  leaving = setTimeout(() => {
    if (isInner()) history.back()
  })
}
