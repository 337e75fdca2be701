/** Where a pasted list splits: into lines, and a line into a name and the rest. */

/** A spreadsheet quotes a cell that holds a line break; how many lines such a cell may run over. */
const MAX_LINES_IN_CELL = 5
const OPENS_CELL = /(?:^|\t)"(?:[^"]|"")*$/
const CLOSES_CELL = /^(?:[^"]|"")*"(?:\t|$)/

/** The lines of a text with their numbers from 1; lines that one quoted cell runs over are one. */
export function linesOf(text: string): { line: number; raw: string }[] {
  const physical = text.split(/\r\n|[\n\r\u2028\u2029]/)
  const lines: { line: number; raw: string }[] = []
  for (let index = 0; index < physical.length; ) {
    const length = OPENS_CELL.test(physical[index] ?? '') ? cellLength(physical, index) : 1
    lines.push({ line: index + 1, raw: physical.slice(index, index + length).join('\n') })
    index += length
  }
  return lines
}

/** Over how many lines the cell runs that opens at the end of this one: one where it never closes. */
function cellLength(physical: readonly string[], from: number): number {
  for (let length = 2; length <= MAX_LINES_IN_CELL; length++) {
    const next = physical[from + length - 1] ?? ''
    if (CLOSES_CELL.test(next)) return length
    if (next.includes('"')) return 1
  }
  return 1
}

/** Strongest first. */
const SEMICOLONS = ';؛；'
const COMMAS = ',،，、'
const SEPARATORS = ['\t', SEMICOLONS, COMMAS] as const

/** "Bu Sri (Laundry)": a name, and the business in brackets behind it. */
const IN_BRACKETS = /^([^()（）]*\p{L}[^()（）]*)[(（]([^()（）]*\p{L}[^()（）]*)[)）]\s*$/u

/**
 * Tab before semicolon before comma before " - " before brackets; the first one splits. A semicolon behind a comma parts
 * businesses, not cells: "Bu Tini, Jus; Es". A number alone in front is the line's number. What lies behind the second cell
 * belongs to the business.
 */
export function splitCells(line: string): { name: string; business: string } {
  let rest = line
  for (const separators of SEPARATORS) {
    const cells = cellsOf(rest, separators)
    while (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop()
    const numbered = cells.length > 1 && /^\s*\d{1,4}\s*$/.test(cells[0] ?? '')
    if (numbered) cells.shift()
    const [name = '', ...others] = cells
    if (!numbered && separators === SEMICOLONS && isSplitByComma(name)) continue
    if (others.length > 0) return { name: unquote(name), business: joinCells(others, separators) }
    rest = name
  }
  if (isQuoted(rest)) return splitCells(unquote(rest))
  const [name = '', ...others] = rest.split(/\s[-–—]\s/)
  const bracketed = others.length === 0 && IN_BRACKETS.exec(name)
  if (bracketed) return { name: bracketed[1] ?? '', business: bracketed[2] ?? '' }
  return { name, business: others.join(' - ') }
}

/** Academic titles stand behind a comma and belong to the name: "Budi Santoso, S.E.", "Ani, SPd". */
const TITLE = /^\s*(?:\p{Lu}{1,4}\p{Ll}?|.*\p{L}\..*)\s*$/u

function isSplitByComma(cell: string): boolean {
  const [name = '', second = ''] = cellsOf(cell, COMMAS)
  return [name, second].every((part) => /\p{L}/u.test(part)) && !TITLE.test(second)
}

/** A sentence goes on behind its comma as it was written; cells that lose their separator get a comma. */
function joinCells(cells: readonly string[], separators: string): string {
  if (separators.includes(',')) return cells.map(unquote).join(',')
  return cells
    .map((cell) => unquote(cell).trim())
    .filter((cell) => cell !== '')
    .join(', ')
}

/** Splits at each separator that is not within a quoted cell. A quote that nothing closes is a character. */
function cellsOf(line: string, separators: string): string[] {
  const cell = new RegExp(`[ ]*"(?:[^"]|"")*"[ ]*(?=[${separators}]|$)|[^${separators}]*`, 'y')
  const cells: string[] = []
  for (let at = 0; at <= line.length; at++) {
    cell.lastIndex = at
    const found = cell.exec(line)?.[0] ?? ''
    cells.push(found)
    at += found.length
  }
  return cells
}

const isQuoted = (cell: string): boolean => /^\s*"(?:[^"]|"")*"\s*$/.test(cell)

const unquote = (cell: string): string =>
  isQuoted(cell) ? cell.trim().slice(1, -1).replaceAll('""', '"') : cell
