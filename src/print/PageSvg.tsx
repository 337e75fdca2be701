/** A printed page on screen: the same boxes and runs that go into the PDF, in the same faces. */
import type { ReactNode } from 'react'
import { NOW, WHITE } from '../design/palette.ts'
import { PREVIEW_FAMILY } from './faceFiles.ts'
import styles from './PageSvg.module.css'
import type { Drawing, Mark, PageItem, PathStep, PrintedPage, Run } from './page.ts'
import { MM_PER_PT } from './page.ts'

/** SVG units per millimetre: browsers round type smaller than a few units. */
const SCALE = 10

export function PageSvg({ page, label }: { page: PrintedPage; label: string }) {
  const { widthMm, heightMm } = page
  return (
    <svg
      className={styles.page}
      viewBox={`0 0 ${widthMm * SCALE} ${heightMm * SCALE}`}
      role="img"
      aria-label={label}
    >
      <g transform={`scale(${SCALE})`}>
        <rect width={widthMm} height={heightMm} fill={WHITE} />
        {page.items.map((item, at) => (item.kind === 'run' ? null : shape(item, at)))}
        {page.marks.map(halo)}
      </g>
      {page.items.map((item, at) => (item.kind === 'run' ? words(item, at) : null))}
    </svg>
  )
}

function shape(item: Exclude<PageItem, Run>, key: number): ReactNode {
  if (item.kind === 'line') {
    const { x1, y1, x2, y2, stroke } = item
    return (
      <path
        key={key}
        d={`M${x1} ${y1}L${x2} ${y2}`}
        stroke={stroke.colour}
        strokeWidth={stroke.widthMm}
      />
    )
  }
  const paint = {
    fill: item.fill ?? 'none',
    stroke: item.stroke?.colour ?? 'none',
    strokeWidth: item.stroke?.widthMm,
  }
  if (item.kind === 'drawing') return <path key={key} d={pathData(item)} {...paint} />
  const { x, y, width, height, radius } = item
  return <rect key={key} x={x} y={y} width={width} height={height} rx={radius} {...paint} />
}

const LETTERS: Readonly<Record<PathStep['op'], string>> = { m: 'M', l: 'L', c: 'C', h: 'Z' }

const pathData = ({ path }: Drawing): string =>
  path.map(({ op, c }) => LETTERS[op] + c.map((each) => each.toFixed(3)).join(' ')).join('')

/** Gold round a sign that will print as □. */
const halo = ({ x, y, width, height }: Mark, key: number): ReactNode => (
  <rect
    key={`mark-${key}`}
    x={x - 0.15}
    y={y - 0.5}
    width={width + 0.3}
    height={height + 1}
    rx={0.7}
    fill={NOW}
  />
)

function words(run: Run, key: number): ReactNode {
  const x = run.x * SCALE
  const y = run.baseline * SCALE
  return (
    <text
      key={key}
      x={x}
      y={y}
      fontFamily={PREVIEW_FAMILY}
      fontSize={run.sizePt * MM_PER_PT * SCALE}
      fontWeight={run.weight === 'bold' ? 700 : 600}
      fill={run.colour}
      transform={run.turned ? `rotate(-90 ${x} ${y})` : undefined}
    >
      {run.text}
    </text>
  )
}
