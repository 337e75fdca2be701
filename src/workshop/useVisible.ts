import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'

/** True while an element is on screen, or nearly. */
export function useVisible<E extends Element>(): [RefObject<E | null>, boolean] {
  const ref = useRef<E>(null)
  const [visible, setVisible] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new IntersectionObserver(
      (entries) => setVisible(entries.some((entry) => entry.isIntersecting)),
      { rootMargin: '240px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, visible]
}
