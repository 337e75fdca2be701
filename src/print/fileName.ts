/** A title as the name of a file that Windows, Android and a USB stick accept. */

/** What some file system forbids, what turns text round, and halves of characters. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]+/gu
/** File systems count bytes (255 in most), and a path needs some. */
const MOST_BYTES = 150

export function pdfFileName(title: string): string {
  const clean = title
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return `${shortened(clean) || 'Guyub'}.pdf`
}

function shortened(name: string): string {
  const encoder = new TextEncoder()
  let short = ''
  let bytes = 0
  for (const character of name) {
    bytes += encoder.encode(character).length
    if (bytes > MOST_BYTES) break
    short += character
  }
  return short.replace(/[. ]+$/, '')
}
