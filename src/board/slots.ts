import type { NoteId } from '../model/ids.ts'

/** The notes that are drawn inside an element, in order. A slot may stand empty: for a new note, or for where one would land. */
export const slotsIn = (within: ParentNode): { note: NoteId; element: HTMLElement }[] =>
  [...within.querySelectorAll<HTMLElement>('[data-slot]')].flatMap((element) =>
    element.dataset.slot ? [{ note: element.dataset.slot as NoteId, element }] : [],
  )
