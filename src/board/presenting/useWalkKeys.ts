import { useEffect, useRef } from 'react'

/** Also those of the clickers that people hold in their hand: Page Up and Page Down. */
const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
}

export function useWalkKeys(walk: (by: 1 | -1) => void, leave: () => void): void {
  const latest = useRef({ walk, leave })
  useEffect(() => {
    latest.current = { walk, leave }
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (document.querySelector('dialog[open]')) return
      const by = STEPS[event.key]
      if (event.key === 'Escape') latest.current.leave()
      else if (by) latest.current.walk(by)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
