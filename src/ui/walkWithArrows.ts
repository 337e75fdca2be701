import type { KeyboardEvent } from 'react'

/** Up and down move the focus through a list of choices, round its ends. Other keys are left alone. */
export function walkWithArrows(event: KeyboardEvent, choices: readonly HTMLElement[]): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const at = choices.findIndex((each) => each.matches(':focus'))
  choices[(at + step + choices.length) % choices.length]?.focus()
}
