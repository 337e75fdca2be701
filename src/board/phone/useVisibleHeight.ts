import { useEffect } from 'react'

/**
 * Keeps `--visible-height` at what the keyboard leaves of the screen. Chrome and Firefox resize the page themselves
 * (`interactive-widget`); Safari lays the keyboard over it.
 */
export function useVisibleHeight(): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    const root = document.documentElement
    const measure = () => {
      // Zoomed in by two fingers: that is not a keyboard.
      if (viewport.scale > 1.01) return
      root.style.setProperty('--visible-height', `${viewport.height}px`)
      if (viewport.offsetTop > 0) window.scrollTo(0, 0)
    }
    measure()
    viewport.addEventListener('resize', measure)
    viewport.addEventListener('scroll', measure)
    return () => {
      viewport.removeEventListener('resize', measure)
      viewport.removeEventListener('scroll', measure)
      root.style.removeProperty('--visible-height')
    }
  }, [])
}
