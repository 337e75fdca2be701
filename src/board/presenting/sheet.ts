import type { CSSProperties } from 'react'
import type { Zone } from '../../model/zones.ts'

/** A tab's columns and rows by their share of it. */
const COLUMNS = { bmc: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], swot: [1, 1], tows: [0.95, 1, 1] } as const
const ROWS = { bmc: [1, 1, 0.62], swot: [1, 1], tows: [1, 1] } as const

/** By so much the zone that is spoken of is wider and higher than it would be; the others make way. */
const GROWS = 1.7

/** The strategies' own grid keeps its first row for headings, which the wall goes without; its first column is for sources. */
const areaOf = ({ grid, tab }: Zone) => {
  if (!grid) return null
  return { ...grid, row: grid.row - (tab === 'tows' ? 1 : 0) }
}

/** A tab's zones as they lie, with the most room for the one that is spoken of. */
export function sheetStyle(now: Zone): CSSProperties | undefined {
  const area = areaOf(now)
  if (!area || !now.tab) return undefined
  const { column, columnSpan, row, rowSpan } = area
  // A band across half the sheet is wide enough, and a column as high as the sheet allows.
  const wider = columnSpan < 5
  const higher = rowSpan === 1
  return {
    gridTemplateColumns: tracks(COLUMNS[now.tab], wider ? [column, columnSpan] : null),
    gridTemplateRows: tracks(ROWS[now.tab], higher ? [row, rowSpan] : null),
  }
}

function tracks(shares: readonly number[], growing: [from: number, span: number] | null): string {
  const [from, span] = growing ?? [0, 0]
  return shares
    .map((share, at) => (at + 1 >= from && at + 1 < from + span ? share * GROWS : share))
    .map((share) => `minmax(0, ${share}fr)`)
    .join(' ')
}

export function zoneStyle(zone: Zone): CSSProperties | undefined {
  const area = areaOf(zone)
  if (!area) return undefined
  return {
    gridColumn: `${area.column} / span ${area.columnSpan}`,
    gridRow: `${area.row} / span ${area.rowSpan}`,
  }
}
