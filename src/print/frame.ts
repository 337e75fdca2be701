/** What stands round every canvas on paper: whose it is, which workshop, that a sample is no data, and whose method. */
import { PRINT_INKS } from '../design/palette.ts'
import { formatDay } from '../i18n/format.ts'
import type { Kit, PrintDetails } from './details.ts'
import { drawMark } from './draw/pictures.ts'
import type { LegendLayout } from './legend.ts'
import { layoutLegend } from './legend.ts'
import type { MissingSign, Rectangle, Weight } from './page.ts'
import { MM_PER_PT } from './page.ts'
import type { FittedText, Sheet } from './sheet.ts'
import { baselineIn, fitText, putText, textWidth } from './sheet.ts'
import { toPrintable } from './text/printable.ts'

/** A4, landscape. */
export const PAGE = { widthMm: 297, heightMm: 210 }
const MARGIN = { x: 10, top: 9, bottom: 8 }
const HEAD = { leastMm: 17, gapMm: 3, rightMm: 105, betweenMm: 8 }
const FOOT_MM = 6.5
const EXAMPLE = { sizePt: 10, padX: 3, height: 6.4 }

type Voice = { text: string; sizes: readonly number[]; weight: Weight; second: boolean }
type HeadLine = FittedText & { second: boolean; linePt: number }

/** The words of the head as the face can print them. Signs that it lacks are reported once, here. */
export type HeadWords = Readonly<
  Record<'owner' | 'business' | 'where' | 'date' | 'exampleNotData', string>
> & { example: boolean; legend: LegendLayout }

export function headWords(
  details: PrintDetails,
  kit: Kit,
  report: (missing: MissingSign) => void,
): HeadWords {
  const print = (text: string) => {
    const printable = toPrintable(text.replace(/\s+/g, ' '), kit.faces.bold)
    for (const char of new Set(printable.missing)) report({ char, noteId: null, text: text.trim() })
    return printable.text
  }
  return {
    owner: print(details.owner),
    business: print(details.business),
    where: [details.workshop, details.place].map(print).filter(Boolean).join(' · '),
    date: print(details.date === '' ? '' : formatDay(details.date, details.language)),
    exampleNotData: print(kit.texts.page.exampleNotData),
    example: details.example,
    legend: layoutLegend(details.legend, PAGE.widthMm - 2 * MARGIN.x, kit, report),
  }
}

export type Head = {
  /** Where the canvas lies under this head. */
  body: Rectangle
  draw(sheet: Sheet): void
}

/** Names shrink, then take a second line, and the canvas gives way: nothing in the head is cut either. */
export function layoutHead(words: HeadWords, title: string, kit: Kit): Head {
  const { faces } = kit
  const example = { sizePt: EXAMPLE.sizePt, weight: 'bold', colour: PRINT_INKS.ink } as const
  const exampleMm = words.example
    ? textWidth(faces, example, words.exampleNotData) + 2 * EXAMPLE.padX + HEAD.betweenMm
    : 0
  const fitVoices = (voices: readonly Voice[], width: number): HeadLine[] =>
    voices
      .filter((voice) => voice.text !== '')
      .map(({ text, sizes, weight, second }) => {
        const fitted = fitText(faces, weight, text, sizes, width)
        return { ...fitted, second, linePt: fitted.sizePt * (second ? 1.3 : 1.12) }
      })
  const right = fitVoices(
    [
      { text: title, sizes: [10], weight: 'bold', second: false },
      { text: words.where, sizes: [8.5, 8, 7.5], weight: 'semibold', second: true },
      { text: words.date, sizes: [8.5], weight: 'semibold', second: true },
    ],
    HEAD.rightMm,
  )
  const rightMm = Math.max(0, ...right.map((line) => widthOf(line, kit)))
  const leftMm = PAGE.widthMm - 2 * MARGIN.x - rightMm - exampleMm - HEAD.betweenMm
  const [first, then] = words.owner === '' ? [words.business, ''] : [words.owner, words.business]
  const left = fitVoices(
    [
      { text: first, sizes: [20, 18, 16, 14], weight: 'bold', second: false },
      { text: then, sizes: [12, 11, 10, 9], weight: 'semibold', second: true },
    ],
    leftMm,
  )
  const heights = [left, right].map((lines) => heightOf(lines))
  const bottom = MARGIN.top + Math.max(HEAD.leastMm, ...heights)
  const top = bottom + HEAD.gapMm
  const body = {
    x: MARGIN.x,
    y: top,
    width: PAGE.widthMm - 2 * MARGIN.x,
    height: PAGE.heightMm - MARGIN.bottom - FOOT_MM - words.legend.heightMm - top,
  }
  return {
    body,
    draw(sheet) {
      drawLines(sheet, kit, left, bottom, 'left')
      drawLines(sheet, kit, right, bottom, 'right')
      words.legend.draw(sheet, body.x, body.y + body.height)
      if (!words.example) return
      const usedMm = Math.max(0, ...left.map((line) => widthOf(line, kit)))
      const middle = (MARGIN.x + usedMm + PAGE.widthMm - MARGIN.x - rightMm) / 2
      drawExample(sheet, kit, words.exampleNotData, middle, bottom - HEAD.leastMm / 2)
    },
  }
}

const widthOf = ({ lines, sizePt, weight }: HeadLine, kit: Kit): number =>
  Math.max(
    0,
    ...lines.map(({ text }) =>
      textWidth(kit.faces, { sizePt, weight, colour: PRINT_INKS.ink }, text),
    ),
  )

const heightOf = (lines: readonly HeadLine[]): number =>
  lines.reduce((sum, line) => sum + line.lines.length * line.linePt * MM_PER_PT, 0)

/** A block of lines that stands on `bottom`. */
function drawLines(
  sheet: Sheet,
  kit: Kit,
  blocks: readonly HeadLine[],
  bottom: number,
  align: 'left' | 'right',
) {
  const x = align === 'left' ? MARGIN.x : PAGE.widthMm - MARGIN.x
  let top = bottom - heightOf(blocks)
  for (const { lines, sizePt, weight, second, linePt } of blocks) {
    const style = { sizePt, weight, colour: second ? PRINT_INKS.second : PRINT_INKS.ink }
    for (const line of lines) {
      const baseline = top + baselineIn(linePt, sizePt, kit.faces)
      putText(sheet, kit.faces, style, line.text, { x, baseline, align })
      top += linePt * MM_PER_PT
    }
  }
}

function drawExample(sheet: Sheet, kit: Kit, text: string, middleX: number, middleY: number) {
  const style = { sizePt: EXAMPLE.sizePt, weight: 'bold', colour: PRINT_INKS.ink } as const
  const width = textWidth(kit.faces, style, text) + 2 * EXAMPLE.padX
  sheet.items.push({
    kind: 'box',
    x: middleX - width / 2,
    y: middleY - EXAMPLE.height / 2,
    width,
    height: EXAMPLE.height,
    radius: 1.5,
    fill: null,
    stroke: { colour: PRINT_INKS.ink, widthMm: 0.4 },
    note: null,
  })
  const baseline = middleY + EXAMPLE.sizePt * 0.36 * MM_PER_PT
  putText(sheet, kit.faces, style, text, { x: middleX, baseline, align: 'middle' })
}

/** Seven points: the mark, the attribution that CC BY-SA asks for on every page, and the page's number. */
export function drawFoot(sheet: Sheet, kit: Kit, page: number, pages: number) {
  const { faces, texts } = kit
  const bottom = PAGE.heightMm - MARGIN.bottom
  const baseline = bottom - 1.15
  const bold = { sizePt: 7, weight: 'bold', colour: PRINT_INKS.ink } as const
  const plain = { sizePt: 7, weight: 'semibold', colour: PRINT_INKS.second } as const
  const name = 'Guyub'
  const nameX = MARGIN.x + 7
  sheet.items.push(...drawMark(MARGIN.x, bottom - 4, 4))
  putText(sheet, faces, bold, name, { x: nameX, baseline })
  const x = nameX + textWidth(faces, bold, name) + 3
  putText(sheet, faces, plain, texts.page.attribution, { x, baseline })
  const right = PAGE.widthMm - MARGIN.x
  putText(sheet, faces, plain, texts.page.number(page, pages), {
    x: right,
    baseline,
    align: 'right',
  })
}
