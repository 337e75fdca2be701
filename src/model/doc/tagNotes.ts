import type * as Y from 'yjs'
import type { NoteId } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import { cleanTag, isSameTag } from '../tags.ts'
import type { Edited } from './setField.ts'
import { setField } from './setField.ts'

export type TagChange = { add?: string; remove?: string }

/** Puts a tag on notes, takes one off, or both. A note that has as many as it can hold is not reached. */
export function tagNotes(doc: Y.Doc, notes: readonly NoteId[], change: TagChange): Edited {
  const added = cleanTag(change.add ?? '')
  const removed = cleanTag(change.remove ?? '')
  return setField(doc, notes, 'tags', ({ tags }) => {
    const left = tags.filter((tag) => !isSameTag(tag, removed))
    if (added === '' || left.some((tag) => isSameTag(tag, added))) return left
    return left.length < LIMITS.tagsOnNote ? [...left, added] : undefined
  })
}
