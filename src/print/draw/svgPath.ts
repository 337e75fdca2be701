/** An SVG path as absolute moves, lines and Bézier curves: what a PDF can draw. */
import type { PathStep } from '../page.ts'

type Point = readonly [number, number]

const ARGUMENTS: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  A: 7,
  Z: 0,
}

/** @throws Error on a command our drawings don't use (Q, T). */
export function parsePath(data: string): PathStep[] {
  const steps: PathStep[] = []
  let at: Point = [0, 0]
  let start: Point = [0, 0]
  let mirrored: Point = at
  for (const { command, values } of commandsIn(data)) {
    const upper = command.toUpperCase()
    const from = command === upper ? ([0, 0] as const) : at
    const point = (index: number): Point => [
      (values[index] ?? 0) + from[0],
      (values[index + 1] ?? 0) + from[1],
    ]
    const before = at
    switch (upper) {
      case 'M':
        at = point(0)
        start = at
        steps.push({ op: 'm', c: [...at] })
        break
      case 'L':
        at = point(0)
        steps.push({ op: 'l', c: [...at] })
        break
      case 'H':
        at = [(values[0] ?? 0) + from[0], at[1]]
        steps.push({ op: 'l', c: [...at] })
        break
      case 'V':
        at = [at[0], (values[0] ?? 0) + from[1]]
        steps.push({ op: 'l', c: [...at] })
        break
      case 'C':
        at = point(4)
        steps.push({ op: 'c', c: [...point(0), ...point(2), ...at] })
        break
      case 'S':
        at = point(2)
        steps.push({ op: 'c', c: [...mirrored, ...point(0), ...at] })
        break
      case 'A':
        at = point(5)
        steps.push(...arc(before, values, at))
        break
      default:
        at = start
        steps.push({ op: 'h', c: [] })
    }
    const control = upper === 'C' ? point(2) : upper === 'S' ? point(0) : at
    mirrored = [2 * at[0] - control[0], 2 * at[1] - control[1]]
  }
  return steps
}

/** Commands with their arguments; repeated arguments repeat the command (after M as L). */
function* commandsIn(data: string): Generator<{ command: string; values: number[] }> {
  for (const [, letter = '', rest = ''] of data.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const size = ARGUMENTS[letter.toUpperCase()]
    if (size === undefined) throw new Error(`no such path command here: ${letter}`)
    const values = (rest.match(/[-+]?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    yield { command: letter, values: values.slice(0, size) }
    const again = letter === 'M' ? 'L' : letter === 'm' ? 'l' : letter
    for (let from = size; size > 0 && from < values.length; from += size) {
      yield { command: again, values: values.slice(from, from + size) }
    }
  }
}

/**
 * An elliptical arc as curves of at most a quarter turn.
 * @see https://www.w3.org/TR/SVG/implnote.html#ArcConversionEndpointToCenter, for circles (all of our arcs)
 */
function arc(from: Point, values: readonly number[], to: Point): PathStep[] {
  const [rx = 0, , , large = 0, sweep = 0] = values
  const dx = (from[0] - to[0]) / 2
  const dy = (from[1] - to[1]) / 2
  const half = Math.hypot(dx, dy)
  if (half === 0 || rx === 0) return [{ op: 'l', c: [...to] }]
  const radius = Math.max(rx, half)
  const reach = Math.sqrt(Math.max(0, radius ** 2 - half ** 2)) / half
  const side = large === sweep ? -1 : 1
  const centre: Point = [
    (from[0] + to[0]) / 2 + side * reach * dy,
    (from[1] + to[1]) / 2 - side * reach * dx,
  ]
  const angleOf = (point: Point) => Math.atan2(point[1] - centre[1], point[0] - centre[0])
  const first = angleOf(from)
  let turn = angleOf(to) - first
  if (sweep === 1 && turn < 0) turn += 2 * Math.PI
  if (sweep === 0 && turn > 0) turn -= 2 * Math.PI
  const pieces = Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9)
  return Array.from({ length: pieces }, (_, piece) =>
    quarter(centre, radius, first + (turn * piece) / pieces, turn / pieces),
  )
}

function quarter(centre: Point, radius: number, first: number, turn: number): PathStep {
  const handle = (4 / 3) * Math.tan(turn / 4)
  const place = (angle: number, along: number): Point => [
    centre[0] + radius * (Math.cos(angle) - along * Math.sin(angle)),
    centre[1] + radius * (Math.sin(angle) + along * Math.cos(angle)),
  ]
  const last = first + turn
  return { op: 'c', c: [...place(first, handle), ...place(last, -handle), ...place(last, 0)] }
}
