/** Where a note lies in its list, in px from the list's top. */
export type Box = { top: number; height: number }

/** Whole rows of notes, from the first to the last; or a part of one row that is higher than the room. */
export type Page = { first: number; last: number; scrolled: number }

/** How much of a row that is higher than the room is new on each of its pages: the rest has just been read. */
const NEW_ON_PAGE = 0.9

/** Notes in rows, as they lie without an end, cut into pages no higher than the room. None is left out, none is cut in two. */
export function cutIntoPages(boxes: readonly Box[], room: number): Page[] {
  const pages: Page[] = []
  let from = 0
  for (const [at, { top, height }] of boxes.entries()) {
    const page = pages.at(-1)
    const sameRow = top === boxes[at - 1]?.top
    if (page && (sameRow || top + height - from <= room + 1)) page.last = at
    else {
      from = top
      pages.push({ first: at, last: at, scrolled: 0 })
    }
  }
  return pages.flatMap((page) => inParts(page, boxes, room))
}

function inParts(page: Page, boxes: readonly Box[], room: number): Page[] {
  const row = boxes.slice(page.first, page.last + 1)
  const top = Math.min(...row.map((box) => box.top))
  const height = Math.max(...row.map((box) => box.top + box.height)) - top
  const step = room * NEW_ON_PAGE
  const more = step > 0 ? Math.max(0, Math.ceil((height - room - 1) / step)) : 0
  return Array.from({ length: more + 1 }, (_, at) => ({ ...page, scrolled: at * step }))
}

/** Of these pages the one on which a note stands, so that it stays in view when others write before or behind it. */
export function pageWith(pages: readonly Page[], note: number): number {
  const after = pages.findIndex(({ first }) => first > note)
  return Math.max(0, (after < 0 ? pages.length : after) - 1)
}
