import { useEffect, useRef } from 'react'
import type { TabId } from '../../model/zones.ts'
import { TABS } from '../../model/zones.ts'

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

type Walking = { walk(by: 1 | -1): void; open(tab: TabId): void; leave(): void }

export function useWalkKeys(walking: Walking): void {
  const latest = useRef(walking)
  useEffect(() => {
    latest.current = walking
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (document.querySelector('dialog[open]')) return
      const { walk, open, leave } = latest.current
      const by = STEPS[event.key]
      const tab = TABS[Number(event.key) - 1]
      // A button in focus is pressed.
      if (event.key === ' ' && event.target instanceof HTMLButtonElement) return
      if (event.key === 'Escape') leave()
      else if (by) walk(by)
      else if (tab) open(tab)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
