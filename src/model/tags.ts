/** Short words that people put on notes. */
import { LIMITS } from './limits.ts'
import { cleanLine, cutText, shortenLine } from './text.ts'

/** As a tag is kept: one short line; empty: nothing of it is left. */
export const cleanTag = (text: string): string =>
  shortenLine(cleanLine(cutText(text, LIMITS.tagLength * 10)), LIMITS.tagLength)

export const isSameTag = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** The first so many, clean and without doubles. */
export function cleanTags(tags: readonly string[], most: number): string[] {
  const clean: string[] = []
  for (const each of tags) {
    if (clean.length >= most) break
    const tag = cleanTag(each)
    if (tag !== '' && !clean.some((other) => isSameTag(other, tag))) clean.push(tag)
  }
  return clean
}
