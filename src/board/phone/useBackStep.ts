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
    history.pushState({ ...(history.state as object | null), inner: true }, '')
    let left = false
    const onPop = () => {
      left = true
      latest.current()
    }
    window.addEventListener('popstate', onPop)
    return () => {
      window.removeEventListener('popstate', onPop)
      const here = history.state as { inner?: boolean } | null
      if (!left && here?.inner) history.back()
    }
  }, [inside])
  return useCallback(() => {
    const here = history.state as { inner?: boolean } | null
    if (here?.inner) history.back()
    else latest.current()
  }, [])
}
