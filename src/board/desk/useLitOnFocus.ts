import type { FocusEvent, PointerEvent } from 'react'
import { useEffect, useMemo, useRef } from 'react'
import type { NoteId } from '../../model/ids.ts'
import { useBoard } from '../boardContext.ts'

type LitOnFocus = {
  onFocus(event: FocusEvent): void
  onPointerOver(event: PointerEvent): void
  onPointerLeave(): void
}

/** Lights a strategy and its pair while one of them is pointed at; else the one that holds the focus. */
export function useLitOnFocus(): LitOnFocus {
  const { lit } = useBoard()
  const focused = useRef<NoteId | null>(null)
  useEffect(() => () => lit.set(null), [lit])
  return useMemo(
    () => ({
      onFocus({ target, currentTarget }) {
        // From a panel over the board nothing changes here: it belongs to what is lit.
        if (!currentTarget.contains(target)) return
        focused.current = noteAt(target)
        lit.set(focused.current)
      },
      onPointerOver({ target, currentTarget }) {
        if (!(target instanceof Element) || !currentTarget.contains(target)) return
        lit.set(noteAt(target) ?? focused.current)
      },
      onPointerLeave: () => lit.set(focused.current),
    }),
    [lit],
  )
}

const noteAt = (element: Element): NoteId | null =>
  (element.closest<HTMLElement>('[data-lights]')?.dataset.lights as NoteId | undefined) || null
