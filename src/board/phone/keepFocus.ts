import type { PointerEvent } from 'react'

/** A press on the bar must not take the focus from the field: the keyboard would go and come. */
export const keepFocus = (event: PointerEvent) => event.preventDefault()
