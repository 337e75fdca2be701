import { useEffect, useRef } from 'react'

/** The whole screen where the browser lets us; leaving it (Escape is the browser's there) leaves the view. */
export function useFullScreen(onLeave: () => void): void {
  const latest = useRef(onLeave)
  useEffect(() => {
    latest.current = onLeave
  })
  useEffect(() => {
    let entered = false
    let closed = false
    const root = document.documentElement
    const entering = root.requestFullscreen?.()
    // Refused (a kiosk, an embedded page): the view fills the window instead.
    entering?.then(
      () => {
        entered = true
        if (closed) void document.exitFullscreen?.()
      },
      () => {},
    )
    const onChange = () => {
      if (entered && !document.fullscreenElement) latest.current()
    }
    document.addEventListener('fullscreenchange', onChange)
    return () => {
      closed = true
      document.removeEventListener('fullscreenchange', onChange)
      if (document.fullscreenElement) void document.exitFullscreen?.()
    }
  }, [])
}
