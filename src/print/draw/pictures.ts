/** The drawings of the interface, from the same sprite, as paths that can be put on paper at any place and size. */
import type { Colour } from '../../design/palette.ts'
import { BRAND, mix, NOW } from '../../design/palette.ts'
import { PAPER_MARK_GRID, PAPER_MARKS } from '../../design/paperMarks.ts'
import type { NoteColour } from '../../model/colours.ts'
import type { Box, Drawing, PathStep } from '../page.ts'
import { parsePath } from './svgPath.ts'

type Attributes = Readonly<Record<string, string>>
type Shape = { path: PathStep[]; opacity: number; filled: boolean }
export type Pictures = ReadonlyMap<string, readonly Shape[]>

/** All drawings stand on this grid. */
const GRID = 24
/** Of the stroke on that grid; on paper a little finer than on screen. */
const STROKE = 1.7

/** Reads our own sprite (`design/icons.svg`); not an SVG reader for anything else. */
export function readPictures(sprite: string): Pictures {
  const pictures = new Map<string, readonly Shape[]>()
  const symbols = sprite.matchAll(/<symbol id="i-([\w-]+)" viewBox="0 0 24 24">(.*?)<\/symbol>/gs)
  for (const [, name = '', inner = ''] of symbols) {
    const shapes = [...inner.matchAll(/<(path|rect|circle)((?:\s+[\w-]+="[^"]*")*)\s*\/>/g)].map(
      ([, element = '', list = '']) => readShape(element, readAttributes(list)),
    )
    pictures.set(
      name,
      shapes.filter((shape) => shape.opacity > 0),
    )
  }
  return pictures
}

const readAttributes = (list: string): Attributes =>
  Object.fromEntries(
    [...list.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )

function readShape(element: string, attributes: Attributes): Shape {
  const number = (name: string) => Number(attributes[name] ?? 0)
  const path =
    element === 'circle'
      ? parsePath(circlePath(number('cx'), number('cy'), number('r')))
      : element === 'rect'
        ? parsePath(
            rectanglePath(
              number('x'),
              number('y'),
              number('width'),
              number('height'),
              number('rx'),
            ),
          )
        : parsePath(attributes.d ?? '')
  const [, angle, cx, cy] =
    attributes.transform?.match(/^rotate\((\S+) (\S+) (\S+)\)$/)?.map(Number) ?? []
  return {
    path: angle === undefined ? path : rotated(path, angle, [cx ?? 0, cy ?? 0]),
    opacity: Number(attributes.opacity ?? 1),
    filled: attributes.fill === 'currentColor',
  }
}

const circlePath = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`

function rectanglePath(x: number, y: number, width: number, height: number, r: number): string {
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
  return [
    `M${x + r} ${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}`,
    `h${-(width - 2 * r)}${corner(-r, -r)}v${-(height - 2 * r)}${corner(r, -r)}z`,
  ].join('')
}

/** Every point of the steps, mapped. */
function mapped(path: readonly PathStep[], to: (x: number, y: number) => [number, number]) {
  return path.map(({ op, c }) => {
    const points: number[] = []
    for (let at = 0; at < c.length; at += 2) points.push(...to(c[at] ?? 0, c[at + 1] ?? 0))
    return { op, c: points }
  })
}

function rotated(path: readonly PathStep[], degrees: number, [cx, cy]: [number, number]) {
  const sin = Math.sin((degrees * Math.PI) / 180)
  const cos = Math.cos((degrees * Math.PI) / 180)
  return mapped(path, (x, y) => [
    cx + (x - cx) * cos - (y - cy) * sin,
    cy + (x - cx) * sin + (y - cy) * cos,
  ])
}

/** @throws Error when the sprite has no such drawing: names come from the zones, not from people. */
export function drawPicture(
  pictures: Pictures,
  name: string,
  place: { x: number; y: number; sizeMm: number; colour: Colour },
): Drawing[] {
  const shapes = pictures.get(name)
  if (!shapes) throw new Error(`no such drawing: ${name}`)
  const scale = place.sizeMm / GRID
  return shapes.map((shape) => {
    const colour = shape.opacity < 1 ? mix(place.colour, shape.opacity) : place.colour
    return {
      kind: 'drawing',
      path: mapped(shape.path, (x, y) => [place.x + x * scale, place.y + y * scale]),
      fill: shape.filled ? colour : null,
      stroke: shape.filled ? null : { colour, widthMm: STROKE * scale },
    }
  })
}

/** The sign of a paper, upper left corner at x, y. */
export const drawPaperMark = (
  paper: NoteColour,
  { x, y, sizeMm, colour }: { x: number; y: number; sizeMm: number; colour: Colour },
): Drawing => {
  const scale = sizeMm / PAPER_MARK_GRID
  const path = mapped(parsePath(PAPER_MARKS[paper]), (left, top) => [
    x + left * scale,
    y + top * scale,
  ])
  return { kind: 'drawing', path, fill: colour, stroke: null }
}

/** The 3 × 3 weave of `design/mark.svg`: x, y, width, height, radius and strength of each strand. */
const STRANDS: readonly (readonly [number, number, number, number, number, number])[] = [
  [0.4, 2.3, 11.2, 7.4, 2.4, 1],
  [12.9, 0.8, 6.2, 10.4, 2.2, 0.62],
  [20.4, 2.3, 11.2, 7.4, 2.4, 1],
  [2.9, 10.8, 6.2, 10.4, 2.2, 0.62],
  [10.4, 12.3, 11.2, 7.4, 2.4, 0],
  [22.9, 10.8, 6.2, 10.4, 2.2, 0.62],
  [0.4, 22.3, 11.2, 7.4, 2.4, 1],
  [12.9, 20.8, 6.2, 10.4, 2.2, 0.62],
  [20.4, 22.3, 11.2, 7.4, 2.4, 1],
]

/** The mark; the middle strand, the value proposition, is golden. */
export function drawMark(left: number, top: number, sizeMm: number): Box[] {
  const scale = sizeMm / 32
  return STRANDS.map(([x, y, width, height, radius, strength]) => ({
    kind: 'box',
    x: left + x * scale,
    y: top + y * scale,
    width: width * scale,
    height: height * scale,
    radius: radius * scale,
    fill: strength === 0 ? NOW : mix(BRAND, strength),
    stroke: null,
    note: null,
  }))
}
