import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { TabId, Zone, ZoneId } from '../../model/zones.ts'
import {
  BLOCKS,
  CELL_USES,
  CELLS,
  isCellId,
  QUADRANTS,
  zoneById,
  zonesOfTab,
} from '../../model/zones.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { PaperMark } from '../../ui/PaperMark.tsx'
import { useNoToasts } from '../../ui/Toasts.tsx'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { ExamplePill } from '../ExamplePill.tsx'
import { namedColours } from '../LegendList.tsx'
import { Tabs } from '../Tabs.tsx'
import type { Turn } from './PresentedZone.tsx'
import { PresentedZone } from './PresentedZone.tsx'
import styles from './Presenting.module.css'
import { sheetStyle, zoneStyle } from './sheet.ts'
import { useFullScreen } from './useFullScreen.ts'
import { useWalkKeys } from './useWalkKeys.ts'

/** In the order in which a session asks: all that a canvas holds but the tray, which is nobody else's business. */
const ORDER: readonly Zone[] = [...BLOCKS, ...QUADRANTS, ...CELLS]

type PresentingProps = { example: boolean; onLeave(): void }

/** A canvas on the wall, without tools: one zone in large type, and the rest of its sheet calm around it. */
export function Presenting({ example, onLeave }: PresentingProps) {
  const { owner, tab, place } = useBoard()
  const { common, desk, zones } = useMessages()
  const shown = useCell(tab, (value) => value)
  const [id, setId] = useState(() => startAt(shown, place.get()))
  const zone = zoneById(startAt(shown, id))
  const screen = useRef<HTMLDivElement>(null)
  const turn = useRef<Turn | null>(null)
  useFullScreen(onLeave)
  useNoToasts()

  const show = (next: Zone) => {
    setId(next.id)
    if (next.tab !== null) tab.set(next.tab)
    place.set(next.id)
  }
  const walk = (by: 1 | -1) => {
    if (turn.current?.(by)) return
    const next = ORDER[ORDER.indexOf(zone) + by]
    if (next) show(next)
  }
  useWalkKeys({ walk, open: tab.set, leave: onLeave })
  useEffect(() => screen.current?.focus(), [])

  const texts = zones[zone.id]
  return (
    <div ref={screen} className={styles.screen} tabIndex={-1}>
      <header className={styles.top}>
        <Mark size={44} />
        <div className={styles.owner}>
          <h1 dir="auto">{owner.name || common.noName}</h1>
          {owner.business && <p dir="auto">{owner.business}</p>}
        </div>
        <div className={styles.question} aria-live="polite">
          <p>{texts.name}</p>
          <p>{texts.questions[0]}</p>
        </div>
        {example && <ExamplePill />}
      </header>
      <main className={styles.main} aria-label={desk.presenting.label}>
        <div className={styles.sheet} style={sheetStyle(zone)}>
          {isCellId(zone.id) && (
            <div className={styles.sources}>
              {CELL_USES[zone.id].map((quadrant) => (
                <PresentedZone
                  key={quadrant}
                  zone={zoneById(quadrant)}
                  now={false}
                  source
                  turn={turn}
                />
              ))}
            </div>
          )}
          {zonesOfTab(shown).map((each) => (
            <PresentedZone
              key={each.id}
              zone={each}
              now={each === zone}
              turn={turn}
              style={zoneStyle(each)}
            />
          ))}
        </div>
      </main>
      {/* Who clicks here and walks on by the space bar does not press again. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: nothing to operate here, the buttons are */}
      <footer className={styles.foot} onMouseDown={(event) => event.preventDefault()}>
        <nav aria-label={desk.presenting.steps}>
          <ol className={styles.steps}>
            {zonesOfTab(shown).map((each) => (
              <li key={each.id}>
                <button
                  type="button"
                  tabIndex={-1}
                  className={`paper-${each.colour}`}
                  aria-label={zones[each.id].name}
                  aria-current={each === zone ? 'step' : undefined}
                  title={zones[each.id].name}
                  onClick={() => show(each)}
                >
                  <Icon name={each.icon} size={24} />
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <Legend />
        <Tabs />
        <button type="button" className={styles.leave} onClick={onLeave}>
          {desk.presenting.leave}
        </button>
      </footer>
    </div>
  )
}

/** What the workshop lets colours mean, to be read and not pressed. */
function Legend() {
  const { legend } = useBoard()
  const title = useMessages().board.legend.colours
  const named = namedColours(legend)
  if (named.length === 0) return null
  return (
    <ul className={styles.legend} aria-label={title}>
      {named.map(({ colour, name }) => (
        <li key={colour} className={`paper-${colour}`} dir="auto">
          <i>
            <PaperMark colour={colour} />
          </i>
          {name}
        </li>
      ))}
    </ul>
  )
}

/** Where this person is, else at the head of the tab. */
const startAt = (tab: TabId, place: ZoneId | null): ZoneId => {
  const zones = zonesOfTab(tab)
  return (zones.find(({ id }) => id === place) ?? zones[0])?.id ?? 'customer-segments'
}
