/**
 * Reads what laying out text needs from a TrueType file: which characters the face has and how far each advances.
 * Our own reader, because the layout must not load jsPDF and jsPDF's metrics say nothing of a missing character.
 * @see https://learn.microsoft.com/typography/opentype/spec/cmap (format 4) and /hmtx
 */

export type PrintFace = {
  /** Advance of a character in thousandths of the type size; undefined: the face lacks it. */
  advance(codePoint: number): number | undefined
  /** Middle of its outline, from its origin: where to put a mark so that it stands over a letter. */
  middle(codePoint: number): number
  /** Both in thousandths of the type size, from the baseline. */
  ascent: number
  descent: number
  capHeight: number
  bytes: Uint8Array
}

type Tables = (tag: string) => number

/** @throws Error when the bytes are no TrueType file with a Unicode table of format 4. */
export function readTrueType(bytes: Uint8Array): PrintFace {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const table = tablesOf(view)
  const perThousand = 1000 / view.getUint16(table('head') + 18)
  const scaled = (value: number) => value * perThousand
  const advances = readAdvances(view, table)
  const middles = readMiddles(view, table)
  const glyphs = new Map(readGlyphs(view, table))
  const widths = new Map<number, number>()
  for (const [codePoint, glyph] of glyphs) widths.set(codePoint, scaled(advances(glyph)))
  return {
    advance: (codePoint) => widths.get(codePoint),
    middle: (codePoint) => scaled(middles(glyphs.get(codePoint) ?? 0)),
    ascent: scaled(view.getInt16(table('hhea') + 4)),
    descent: scaled(-view.getInt16(table('hhea') + 6)),
    capHeight: scaled(view.getInt16(table('OS/2') + 88)),
    bytes,
  }
}

function tablesOf(view: DataView): Tables {
  const offsets = new Map<string, number>()
  const count = view.getUint16(4)
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)))
    offsets.set(tag, view.getUint32(at + 8))
  }
  return (tag) => {
    const offset = offsets.get(tag)
    if (offset === undefined) throw new Error(`the face has no table ${tag}`)
    return offset
  }
}

/** Glyphs past the last stored advance share it. */
function readAdvances(view: DataView, table: Tables): (glyph: number) => number {
  const start = table('hmtx')
  const count = view.getUint16(table('hhea') + 34)
  return (glyph) => view.getUint16(start + 4 * Math.min(glyph, count - 1))
}

/** Half-way between the left and right end of an outline; a glyph without one has none. */
function readMiddles(view: DataView, table: Tables): (glyph: number) => number {
  const isLong = view.getInt16(table('head') + 50) === 1
  const loca = table('loca')
  const offset = (glyph: number) =>
    isLong ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph)
  return (glyph) => {
    const from = offset(glyph)
    if (from === offset(glyph + 1)) return 0
    const outline = table('glyf') + from
    return (view.getInt16(outline + 2) + view.getInt16(outline + 6)) / 2
  }
}

function* readGlyphs(view: DataView, table: Tables): Generator<[number, number]> {
  const start = unicodeTable(view, table('cmap'))
  const doubled = view.getUint16(start + 6)
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = view.getUint16(start + 14 + segment)
    const first = view.getUint16(start + 16 + doubled + segment)
    const delta = view.getUint16(start + 16 + 2 * doubled + segment)
    const rangeAt = start + 16 + 3 * doubled + segment
    const range = view.getUint16(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - first))
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) yield [code, glyph]
    }
  }
}

function unicodeTable(view: DataView, cmap: number): number {
  const count = view.getUint16(cmap + 2)
  for (let at = cmap + 4; at < cmap + 4 + count * 8; at += 8) {
    const start = cmap + view.getUint32(at + 4)
    const isUnicode = [0, 3].includes(view.getUint16(at))
    if (isUnicode && view.getUint16(start) === 4) return start
  }
  throw new Error('the face has no Unicode table of format 4')
}
