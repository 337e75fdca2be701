import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { NOTE_PAPERS } from '../../src/design/palette.ts'
import { PAPER_MARK_GRID, PAPER_MARKS } from '../../src/design/paperMarks.ts'
import { NOTE_COLOURS } from '../../src/model/colours.ts'

const PICTURE = 'src/board/noteSigns.svg'
const STYLES = readFileSync('src/board/NoteSign.module.css', 'utf8')
const CELL = 24
const MARK = 8
const TICK_HEIGHT = 12

const token = (name: string) => {
  const tokens = readFileSync('src/design/tokens.css', 'utf8')
  return new RegExp(`--${name}:\\s*(#[0-9A-F]{6})`, 'i').exec(tokens)?.[1] ?? ''
}
const symbol = (name: string) => {
  const icons = readFileSync('src/design/icons.svg', 'utf8')
  const found = new RegExp(`id="i-${name}" viewBox="0 0 (\\d+) (\\d+)"><path d="([^"]+)"`).exec(
    icons,
  )
  return { height: Number(found?.[2]), path: found?.[3] ?? '' }
}

/** One below the other: the nine papers' marks, then one tick and two. */
function drawn(): string {
  const marks = NOTE_COLOURS.map((colour, row) => {
    const scale = MARK / PAPER_MARK_GRID
    return `<path transform="translate(0 ${row * CELL}) scale(${scale})" fill="${NOTE_PAPERS[colour].meta}" fill-opacity=".62" d="${PAPER_MARKS[colour]}"/>`
  })
  const ticks = [
    { icon: 'tick1', colour: token('tick-on-note-phone') },
    { icon: 'tick2', colour: token('tick-on-note') },
  ].map(({ icon, colour }, index) => {
    const { height, path } = symbol(icon)
    const scale = (TICK_HEIGHT / height).toFixed(4)
    const top = (NOTE_COLOURS.length + index) * CELL
    return `<path transform="translate(0 ${top}) scale(${scale})" fill="none" stroke="${colour}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round" d="${path}"/>`
  })
  const height = (NOTE_COLOURS.length + ticks.length) * CELL
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CELL}" height="${height}">\n${[...marks, ...ticks].join('\n')}\n</svg>\n`
}

// Written anew by `DRAW=1 npx vitest run tests/design/noteSigns.test.ts`.
it("shows on notes the papers' own marks and the interface's own ticks", () => {
  if (process.env.DRAW === '1') writeFileSync(PICTURE, drawn())
  expect(readFileSync(PICTURE, 'utf8')).toBe(drawn())
})

it('finds each sign in its row', () => {
  for (const [row, sign] of [...NOTE_COLOURS, 'kept', 'stored'].entries()) {
    const position = row === 0 ? '0 0' : `0 -${row * CELL}px`
    expect(STYLES).toContain(`.${sign} {\n  background-position: ${position};\n}`)
  }
})
