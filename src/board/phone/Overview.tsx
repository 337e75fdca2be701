import { useSyncExternalStore } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import { zonesOfTab } from '../../model/zones.ts'
import { useZone } from '../../sync/useCanvas.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useBoard } from '../boardContext.ts'
import type { ScreenProps } from '../boardProps.ts'
import { useCell } from '../cell.ts'
import { ExamplePill } from '../ExamplePill.tsx'
import { PeopleHere } from '../PeopleHere.tsx'
import { SaveBanner } from '../SaveBanner.tsx'
import { SaveStateButton } from '../SaveState.tsx'
import { Tabs } from '../Tabs.tsx'
import { toastsAbove } from '../toastsAbove.ts'
import { lastWrittenIn } from './composing.ts'
import { NextCard } from './NextCard.tsx'
import styles from './Overview.module.css'
import { usePhone } from './phoneTools.ts'
import { ThisWeek } from './ThisWeek.tsx'
import { useMenuItems } from './useMenuItems.ts'
import { ZoneMap } from './ZoneMap.tsx'

/** The whole canvas on a phone: what to answer next, the map, and one big plus. */
export function Overview(props: ScreenProps) {
  const { example, greeting, onBack, backLabel } = props
  const { open, compose } = usePhone()
  const { session, owner, tab, canEdit } = useBoard()
  const { board, common } = useMessages()
  const shown = useCell(tab, (value) => value)
  const next = useSyncExternalStore(
    session.subscribe,
    () => zonesOfTab(shown).find(({ id }) => session.view().zones[id].length === 0)?.id ?? null,
  )
  const thisWeek = useSyncExternalStore(session.subscribe, () => session.view().thisWeek)
  const week = shown === 'tows' ? thisWeek : null
  const items = useMenuItems({ onPrint: props.onPrint, more: props.menu })
  const last = lastWrittenIn(session)
  const lastHere = zonesOfTab(shown).find(({ id }) => id === last)?.id
  const zoneToWrite = next ?? lastHere ?? zonesOfTab(shown)[0]?.id ?? 'customer-segments'
  return (
    <div className={styles.screen}>
      <header className={`${styles.header} ${onBack ? styles.withBack : ''}`}>
        {onBack && (
          <IconButton
            icon="back"
            label={backLabel ?? board.allCanvases}
            size="touch"
            onClick={onBack}
          />
        )}
        <div className={styles.owner}>
          <h1 dir="auto">{owner.name || common.noName}</h1>
          {greeting ? (
            <p className={styles.greeting}>{greeting}</p>
          ) : (
            owner.business && <p dir="auto">{owner.business}</p>
          )}
        </div>
        <SaveStateButton />
        {items.length > 0 && <Menu label={common.more} items={items} size="touch" />}
      </header>
      {example && (
        <aside>
          <ExamplePill strip />
        </aside>
      )}
      <div className={styles.tabs}>
        <Tabs className={styles.tabList} />
        <span className={styles.people}>
          <PeopleHere othersOnly />
        </span>
      </div>
      <main className={styles.main}>
        {week && <ThisWeek note={week} />}
        {canEdit && <NextCard zone={next} brief={week !== null} />}
        <ZoneMap tab={shown} now={canEdit ? next : null} onChoose={open} />
      </main>
      <div className={styles.bottom} ref={toastsAbove}>
        <SaveBanner />
        <footer className={styles.foot}>
          {canEdit && (
            <Button
              look="primary"
              size="main"
              icon="plus"
              className={styles.write}
              onClick={() => compose(null, zoneToWrite)}
            >
              {board.zone.write}
            </Button>
          )}
          <TrayButton wide={!canEdit} onOpen={() => open('tray')} />
        </footer>
      </div>
    </div>
  )
}

function TrayButton({ wide, onOpen }: { wide: boolean; onOpen(): void }) {
  const { session } = useBoard()
  const { board } = useMessages()
  const count = useZone(session, 'tray').length
  return (
    <button
      type="button"
      className={`${styles.tray} ${wide ? styles.trayWide : ''}`}
      aria-label={board.zone.count(board.tray.name, count)}
      onClick={onOpen}
    >
      <Icon name="tray" size={26} />
      <span>{board.tray.name}</span>
      {count > 0 && <em>{count}</em>}
    </button>
  )
}
