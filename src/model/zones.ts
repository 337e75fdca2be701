/**
 * Where notes can lie. Zones are code, not content: nobody seeds them into a document, and ids never change.
 * The arrangement of the nine blocks follows Osterwalder and Pigneur; texts live in `i18n`, colours in `design`.
 */
import type { NoteColour } from './colours.ts'

export type BlockId =
  | 'customer-segments'
  | 'value-propositions'
  | 'channels'
  | 'customer-relationships'
  | 'revenue-streams'
  | 'key-activities'
  | 'key-resources'
  | 'key-partners'
  | 'cost-structure'
export type QuadrantId = 'strengths' | 'weaknesses' | 'opportunities' | 'threats'
export type CellId = 'tows-so' | 'tows-wo' | 'tows-st' | 'tows-wt'
export type ZoneId = BlockId | QuadrantId | CellId | 'tray'
export type TabId = 'bmc' | 'swot' | 'tows'

/** A zone's rectangle in its tab's grid, counted from 1: BMC is 10 × 3, SWOT 2 × 2. */
export type GridArea = { column: number; columnSpan: number; row: number; rowSpan: number }

export type Zone = {
  id: ZoneId
  /** null: the tray, which stands beside every tab. */
  tab: TabId | null
  /** Osterwalder and Pigneur's abbreviation; CS is never cost. */
  abbr: string
  grid: GridArea | null
  /** The paper a note written here starts with. */
  colour: NoteColour
  /** Name of the picture in the icon sprite. */
  icon: string
}

const zone = (
  id: ZoneId,
  tab: TabId,
  abbr: string,
  [column, columnSpan, row, rowSpan]: [number, number, number, number],
  colour: NoteColour,
  icon: string,
): Zone => ({ id, tab, abbr, grid: { column, columnSpan, row, rowSpan }, colour, icon })

/** In the order in which a session asks for them: customers first. */
export const BLOCKS: readonly Zone[] = [
  zone('customer-segments', 'bmc', 'CS', [9, 2, 1, 2], 'langit', 'people'),
  zone('value-propositions', 'bmc', 'VP', [5, 2, 1, 2], 'kunyit', 'gift'),
  zone('channels', 'bmc', 'CH', [7, 2, 2, 1], 'toska', 'road'),
  zone('customer-relationships', 'bmc', 'CR', [7, 2, 1, 1], 'jambu', 'heart'),
  zone('revenue-streams', 'bmc', 'R$', [6, 5, 3, 1], 'daun', 'money-in'),
  zone('key-activities', 'bmc', 'KA', [3, 2, 1, 1], 'jingga', 'hands'),
  zone('key-resources', 'bmc', 'KR', [3, 2, 2, 1], 'ungu', 'tools'),
  zone('key-partners', 'bmc', 'KP', [1, 2, 1, 2], 'susu', 'handshake'),
  zone('cost-structure', 'bmc', 'C$', [1, 5, 3, 1], 'bata', 'money-out'),
]

/** Left helps, right hinders; top from inside, bottom from outside. */
export const QUADRANTS: readonly Zone[] = [
  zone('strengths', 'swot', 'S', [1, 1, 1, 1], 'daun', 'strong-arm'),
  zone('weaknesses', 'swot', 'W', [2, 1, 1, 1], 'kunyit', 'bandage'),
  zone('opportunities', 'swot', 'O', [1, 1, 2, 1], 'langit', 'open-door'),
  zone('threats', 'swot', 'T', [2, 1, 2, 1], 'bata', 'storm-cloud'),
]

/** What the business could do: each cell joins a quadrant from inside with one from outside. */
export const CELLS: readonly Zone[] = [
  zone('tows-so', 'tows', 'SO', [2, 1, 2, 1], 'toska', 'rocket'),
  zone('tows-wo', 'tows', 'WO', [3, 1, 2, 1], 'kunyit', 'wrench'),
  zone('tows-st', 'tows', 'ST', [2, 1, 3, 1], 'langit', 'shield'),
  zone('tows-wt', 'tows', 'WT', [3, 1, 3, 1], 'susu', 'umbrella'),
]

/** The two quadrants whose notes a strategy of that cell combines: inside first. */
export const CELL_USES: Readonly<Record<CellId, readonly [QuadrantId, QuadrantId]>> = {
  'tows-so': ['strengths', 'opportunities'],
  'tows-wo': ['weaknesses', 'opportunities'],
  'tows-st': ['strengths', 'threats'],
  'tows-wt': ['weaknesses', 'threats'],
}

/** The blocks where a quadrant's notes are usually found, likeliest first. */
export const FED_BY = {
  strengths: ['value-propositions', 'key-resources', 'key-activities', 'customer-relationships'],
  weaknesses: ['key-resources', 'key-activities', 'cost-structure', 'channels'],
  opportunities: ['customer-segments', 'channels', 'key-partners', 'value-propositions'],
  threats: ['key-partners', 'customer-segments', 'cost-structure', 'revenue-streams'],
} as const satisfies Record<QuadrantId, readonly BlockId[]>

export const TRAY: Zone = {
  id: 'tray',
  tab: null,
  abbr: '',
  grid: null,
  colour: 'kunyit',
  icon: 'tray',
}

export const ZONES: readonly Zone[] = [...BLOCKS, ...QUADRANTS, ...CELLS, TRAY]
export const ZONE_IDS: readonly ZoneId[] = ZONES.map((each) => each.id)

const byId = new Map<string, Zone>(ZONES.map((each) => [each.id, each]))

export const isZoneId = (value: unknown): value is ZoneId =>
  typeof value === 'string' && byId.has(value)

export function zoneById(id: ZoneId): Zone {
  const found = byId.get(id)
  if (!found) throw new Error(`no such zone: ${id}`)
  return found
}

export const TABS: readonly TabId[] = ['bmc', 'swot', 'tows']

/** The zones of one tab in asking order, without the tray. */
export const zonesOfTab = (tab: TabId): readonly Zone[] =>
  tab === 'bmc' ? BLOCKS : tab === 'swot' ? QUADRANTS : CELLS

export const isCellId = (id: ZoneId): id is CellId => zoneById(id).tab === 'tows'
