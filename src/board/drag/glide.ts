import type { DropAnimationFunction } from '@dnd-kit/core'
import type { NoteId } from '../../model/ids.ts'

const GLIDE_MS = 220

/** The carried copy glides to where the note lies now. A note that is gone, or out of sight, has nowhere to glide to. */
export function glideTo(note: () => NoteId | null): DropAnimationFunction {
  return ({ dragOverlay, transform }) => {
    const target = slotOf(note())
    if (!target) return
    // The library's own measure is of the copy in it, which is tilted.
    const from = dragOverlay.node.getBoundingClientRect()
    const to = target.getBoundingClientRect()
    const moved = (x: number, y: number) => `translate3d(${x}px, ${y}px, 0)`
    target.style.opacity = '0'
    // Whoever is quick takes hold of the next note through it.
    dragOverlay.node.style.pointerEvents = 'none'
    const gliding = dragOverlay.node.animate(
      [
        { transform: moved(transform.x, transform.y) },
        { transform: moved(transform.x + to.left - from.left, transform.y + to.top - from.top) },
      ],
      { duration: GLIDE_MS, easing: 'cubic-bezier(.2, .8, .2, 1)', fill: 'forwards' },
    )
    return gliding.finished.then(() => {
      target.style.opacity = ''
    })
  }
}

const slotOf = (note: NoteId | null): HTMLElement | null =>
  note && document.querySelector<HTMLElement>(`[data-zone] [data-slot="${CSS.escape(note)}"]`)
