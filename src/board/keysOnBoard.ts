import type { NoteId } from '../model/ids.ts'
import { isTextField } from './isTextField.ts'
import type { Direction } from './spatial.ts'
import { nearest } from './spatial.ts'
import { listOf, visibleBoxOf } from './visibleBoxOf.ts'

/** A field takes its own keys, and what is open over the board all of them. */
export const isElsewhere = (target: EventTarget | null): boolean =>
  isTextField(target) || document.querySelector('dialog[open]') !== null

/**
 * In its own list also to what is scrolled out of sight, which comes into it; elsewhere to what is seen. It never leads out
 * of a dialog.
 */
export function focusNearest(from: Element, direction: Direction): void {
  const list = listOf(from)
  const around = from.closest('dialog') ?? document
  const others = [...around.querySelectorAll<HTMLElement>('[data-nav]:not(:disabled)')].flatMap(
    (element) => {
      if (element === from || element.offsetParent === null) return []
      const inOwnList = list?.contains(element)
      const box = inOwnList ? element.getBoundingClientRect() : visibleBoxOf(element)
      return box ? [{ element, box }] : []
    },
  )
  const boxes = others.map(({ box }) => box)
  others[nearest(from.getBoundingClientRect(), boxes, direction)]?.element.focus()
}

/** What arrows reach behind these notes, or before them: it is still there when they have left. */
export function besideNotes(notes: readonly NoteId[]): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>('[data-nav]')].filter(
    (element) => !element.closest('dialog'),
  )
  const leaves = ({ dataset }: HTMLElement) => notes.some((note) => note === dataset.note)
  const at = all.findIndex(leaves)
  const behind = all.slice(at + 1).find((element) => !leaves(element))
  return behind ?? all[at - 1] ?? null
}
