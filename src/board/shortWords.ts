const MOST_SIGNS = 60

/** A note's words for a sentence read aloud: never an id, never a page. */
export function shortWords(text: string, empty: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  const signs = [...line]
  return signs.length === 0
    ? empty
    : signs.length > MOST_SIGNS
      ? `${signs.slice(0, MOST_SIGNS).join('')}…`
      : line
}
