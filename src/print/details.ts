/** What a printed canvas needs besides its notes. All of it is plain data, so that a worker can be handed it. */
import type { PageMessages } from '../i18n/print.id.ts'
import type { CanvasView } from '../model/canvas.ts'
import { countInTab } from '../model/canvas.ts'
import type { Language, Legend } from '../model/workshop.ts'
import type { TabId, ZoneId } from '../model/zones.ts'
import { TABS } from '../model/zones.ts'
import type { Pictures } from './draw/pictures.ts'
import type { Weight } from './page.ts'
import type { PrintFace } from './text/trueType.ts'

export type PrintDetails = {
  owner: string
  business: string
  workshop: string
  place: string
  /** ISO day, `2026-07-15`, or empty. */
  date: string
  language: Language
  /** The sample: every page says that it is no data. */
  example: boolean
  /** What the workshop calls its colours. */
  legend: Legend
}

export type PrintOptions = { paper: 'A4'; tabs: readonly TabId[] }

/** Strategies come late, if at all: their page is there where there are some. */
export const printableTabs = (canvas: CanvasView): readonly TabId[] =>
  TABS.filter((tab) => tab !== 'tows' || countInTab(canvas, tab) > 0)

/** On paper the standard name stands large and the nickname small. */
export type ZoneNames = Readonly<Record<ZoneId, { name: string; nickname: string }>>

export type PageTexts = { zones: ZoneNames; page: PageMessages }

export type Faces = Readonly<Record<Weight, PrintFace>>
/** What every part of the layout draws with. */
export type Kit = { faces: Faces; pictures: Pictures; texts: PageTexts }
