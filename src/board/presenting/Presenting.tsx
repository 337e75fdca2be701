import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { TabId, Zone, ZoneId } from '../../model/zones.ts'
import { BLOCKS, CELLS, QUADRANTS, zoneById, zonesOfTab } from '../../model/zones.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { useBoard } from '../boardContext.ts'
import { ExamplePill } from '../ExamplePill.tsx'
import { LargeZone } from './LargeZone.tsx'
import { PresentedSheet } from './PresentedSheet.tsx'
import styles from './Presenting.module.css'
import { useFitsWhole } from './useFitsWhole.ts'
import { useFullScreen } from './useFullScreen.ts'
import { useWalkKeys } from './useWalkKeys.ts'

/** In the order in which a session asks: all that a canvas holds but the tray, which is nobody else's business. */
const ORDER: readonly Zone[] = [...BLOCKS, ...QUADRANTS, ...CELLS]

type PresentingProps = { example: boolean; onLeave(): void }

/**
 * A canvas on the wall: large type, no tools. Where all of it fits at a size that the last row can read, the whole sheet is
 * shown; otherwise one zone large, and the rest as a calm map beside it.
 */
export function Presenting({ example, onLeave }: PresentingProps) {
  const { owner, tab, place } = useBoard()
  const { common, desk, zones } = useMessages()
  const [id, setId] = useState(() => startAt(tab.get(), place.get()))
  const zone = zoneById(id)
  const screen = useRef<HTMLDivElement>(null)
  const page = useRef<{ turn(by: 1 | -1): boolean } | null>(null)
  const { sheet, fits } = useFitsWhole(zone.tab)
  useFullScreen(onLeave)

  const show = (next: Zone) => {
    setId(next.id)
    if (next.tab !== null) tab.set(next.tab)
    place.set(next.id)
  }
  const walk = (by: 1 | -1) => {
    if (!fits && page.current?.turn(by)) return
    const next = ORDER[ORDER.indexOf(zone) + by]
    if (next) show(next)
  }
  useWalkKeys(walk, onLeave)
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
        <PresentedSheet ref={sheet} tab={zone.tab ?? 'bmc'} now={zone.id} measuring={!fits} />
        {!fits && (
          <>
            <LargeZone key={zone.id} zone={zone} page={page} />
            <PresentedSheet tab={zone.tab ?? 'bmc'} now={zone.id} calm />
          </>
        )}
      </main>
      <footer className={styles.foot}>
        <nav aria-label={desk.presenting.steps}>
          <ol className={styles.steps}>
            {zonesOfTab(zone.tab ?? 'bmc').map((each) => (
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
        <button type="button" className={styles.leave} onClick={onLeave}>
          {desk.presenting.leave}
        </button>
      </footer>
    </div>
  )
}

/** Where this person is, else at the head of the tab. */
const startAt = (tab: TabId, place: ZoneId | null): ZoneId => {
  const zones = zonesOfTab(tab)
  return (zones.find(({ id }) => id === place) ?? zones[0])?.id ?? 'customer-segments'
}
