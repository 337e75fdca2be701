import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/** Keyboards that compose send their Enter as input, not as a key. */
export function useEnterOfKeyboards(
  field: RefObject<HTMLTextAreaElement | null>,
  onEnter: () => void,
): void {
  const latest = useRef(onEnter)
  useEffect(() => {
    latest.current = onEnter
  })
  useEffect(() => {
    const element = field.current
    if (!element) return
    let shift = false
    const onKey = (event: KeyboardEvent) => {
      shift = event.shiftKey
    }
    const onBeforeInput = (event: InputEvent) => {
      const enter = event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph'
      if (!enter || shift) return
      event.preventDefault()
      latest.current()
    }
    element.addEventListener('keydown', onKey)
    element.addEventListener('beforeinput', onBeforeInput)
    return () => {
      element.removeEventListener('keydown', onKey)
      element.removeEventListener('beforeinput', onBeforeInput)
    }
  }, [field])
}
