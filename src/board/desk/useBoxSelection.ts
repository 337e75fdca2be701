import type { MouseEvent as ReactMouseEvent, RefObject } from 'react'
import { useCallback, useEffect, useRef } from 'react'
import type { NoteId } from '../../model/ids.ts'
import { useBoard } from '../boardContext.ts'
import { slotsIn } from '../slots.ts'
import type { Box, Point } from '../spatial.ts'
import { isWithin, sharedBox } from '../spatial.ts'
import { visibleBoxOf } from '../visibleBoxOf.ts'
import { isBare } from './isBare.ts'

/** Less than this is a press, not a box. */
const LEAST_PX = 6

/** Dragging over bare paper draws a box; the notes that it touches are selected. A mere press there selects nothing. */
export function useBoxSelection(box: RefObject<HTMLElement | null>): {
  onMouseDown(event: ReactMouseEvent): void
} {
  const { selection, canEdit } = useBoard()
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  const onMouseDown = useCallback(
    (event: ReactMouseEvent) => {
      const { target, button, clientX, clientY } = event
      if (!canEdit || button !== 0 || !isBare(target)) return
      const start = { x: clientX, y: clientY }
      const before = event.shiftKey ? new Set(selection.cell.get()) : new Set<NoteId>()
      if (!event.shiftKey) selection.clear()
      let notes: readonly SeenNote[] | null = null
      let shown = ''

      const onMove = (move: MouseEvent) => {
        const drawn = between(start, { x: move.clientX, y: move.clientY })
        const size = Math.max(drawn.right - drawn.left, drawn.bottom - drawn.top)
        if (!notes && size < LEAST_PX) return
        notes ??= notesOnScreen()
        draw(box.current, drawn)
        const touched = notes.filter((each) => touches(drawn, each)).map(({ note }) => note)
        const selected = touched.join(' ')
        if (selected === shown) return
        shown = selected
        selection.select([...before, ...touched])
      }
      const end = () => {
        draw(box.current, null)
        document.removeEventListener('mousemove', onMove)
        document.removeEventListener('mouseup', end)
        stop.current = null
      }
      stop.current?.()
      stop.current = end
      document.addEventListener('mousemove', onMove)
      document.addEventListener('mouseup', end)
    },
    [selection, canEdit, box],
  )
  return { onMouseDown }
}

type SeenNote = {
  note: NoteId
  box: Box
  /** What lies over the board there, unless the note lies in it. */
  covers: readonly Box[]
}

function notesOnScreen(): SeenNote[] {
  const covers = [...document.querySelectorAll('[data-covers]')].map((element) => ({
    element,
    box: element.getBoundingClientRect(),
  }))
  return slotsIn(document).flatMap(({ note, element }) => {
    const box = visibleBoxOf(element)
    const over = covers.filter((cover) => !cover.element.contains(element))
    return box ? [{ note, box, covers: over.map((cover) => cover.box) }] : []
  })
}

/** A note is touched where it is seen. */
function touches(drawn: Box, { box, covers }: SeenNote): boolean {
  const part = sharedBox(drawn, box)
  return part !== null && !covers.some((cover) => isWithin(part, cover))
}

const between = (a: Point, b: Point): Box => ({
  left: Math.min(a.x, b.x),
  top: Math.min(a.y, b.y),
  right: Math.max(a.x, b.x),
  bottom: Math.max(a.y, b.y),
})

function draw(element: HTMLElement | null, box: Box | null): void {
  if (!element) return
  element.hidden = box === null
  if (!box) return
  Object.assign(element.style, {
    left: `${box.left}px`,
    top: `${box.top}px`,
    width: `${box.right - box.left}px`,
    height: `${box.bottom - box.top}px`,
  })
}
