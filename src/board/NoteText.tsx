import { memo } from 'react'

/** "oleh-oleh", "anak-anak": a word said twice, behind what separates it. (No lookbehind: Safari 15 has none.) */
const SAID_TWICE = /(^|[^\p{L}\p{M}-])(\p{L}[\p{L}\p{M}]{0,11}-)/giu

type TextPart = { text: string; whole: boolean; at: number }

/** Cuts a text into stretches that may wrap and reduplicated words that must stay whole. Long ones may break after all. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  const push = (end: number, whole: boolean) => {
    if (end > from) parts.push({ text: text.slice(from, end), whole, at: from })
    from = end
  }
  for (const match of text.matchAll(SAID_TWICE)) {
    const start = match.index + (match[1]?.length ?? 0)
    const first = (match[2] ?? '').slice(0, -1)
    const end = start + first.length * 2 + 1
    const second = text.slice(end - first.length, end)
    const goesOn = /^[\p{L}\p{M}-]/u.test(text.slice(end, end + 2))
    if (start < from || goesOn || second.toLowerCase() !== first.toLowerCase()) continue
    push(start, false)
    push(end, true)
  }
  push(text.length, false)
  return parts
}

/** A note's words as plain text. */
export const NoteText = memo(function NoteText({ text }: { text: string }) {
  const parts = textParts(text)
  if (parts.every((part) => !part.whole)) return text
  return parts.map((part) =>
    part.whole ? (
      <span key={part.at} style={{ whiteSpace: 'nowrap' }}>
        {part.text}
      </span>
    ) : (
      part.text
    ),
  )
})
