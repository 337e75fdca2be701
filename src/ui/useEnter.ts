import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/** An input method is at work: its own Enter and Escape are not ours. Safari tells it by the code alone. */
export const isComposed = ({ isComposing, keyCode }: KeyboardEvent): boolean =>
  isComposing || keyCode === 229

/**
 * Enter in a field, as a key and as the input that keyboards which compose send instead of it. With Shift it begins a line.
 * @param onEnter False: not wanted now, so it does what it does anywhere.
 */
export function useEnter(
  field: RefObject<HTMLTextAreaElement | HTMLInputElement | null>,
  onEnter: () => unknown,
): void {
  const latest = useRef(onEnter)
  useEffect(() => {
    latest.current = onEnter
  })
  useEffect(() => {
    const element = field.current
    if (!element) return
    let shift = false
    const enter = (event: Event) => {
      if (!shift && latest.current() !== false) event.preventDefault()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      shift = event.shiftKey
      if (event.key === 'Enter' && !isComposed(event)) enter(event)
    }
    const onBeforeInput = (event: InputEvent) => {
      const { inputType } = event
      if (inputType === 'insertLineBreak' || inputType === 'insertParagraph') enter(event)
    }
    const listened = element as HTMLElement
    listened.addEventListener('keydown', onKeyDown)
    listened.addEventListener('beforeinput', onBeforeInput)
    return () => {
      listened.removeEventListener('keydown', onKeyDown)
      listened.removeEventListener('beforeinput', onBeforeInput)
    }
  }, [field])
}
