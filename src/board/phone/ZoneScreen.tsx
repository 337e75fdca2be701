import { useEffect, useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { zoneById } from '../../model/zones.ts'
import { useZone } from '../../sync/useCanvas.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useBoard } from '../boardContext.ts'
import { DragBoard } from '../drag/DragBoard.tsx'
import { DropZone } from '../drag/DropZone.tsx'
import { ExamplePill } from '../ExamplePill.tsx'
import { SaveBanner } from '../SaveBanner.tsx'
import { SaveStateButton, SaveStateLine } from '../SaveState.tsx'
import { Compose } from './Compose.tsx'
import type { Composing } from './composing.ts'
import { rememberWritten } from './composing.ts'
import { Neighbours } from './Neighbours.tsx'
import { useMenuItems } from './useMenuItems.ts'
import { useToastAbove } from './useToastAbove.ts'
import { ZoneList } from './ZoneList.tsx'
import styles from './ZoneScreen.module.css'

type ZoneScreenProps = {
  zone: ZoneId
  example: boolean
  composing: Composing | null
  onCompose(note: NoteId | null): void
  onComposed(): void
  onBack(): void
  onOpen(zone: ZoneId): void
  onMore(note: NoteId): void
}

/** One zone on a phone: its question, its notes, and the bar to write with. */
export function ZoneScreen(props: ZoneScreenProps) {
  const { zone, example, composing, onCompose, onComposed, onBack, onOpen, onMore } = props
  const { session, canEdit } = useBoard()
  const { board } = useMessages()
  const screen = useRef<HTMLElement>(null)
  const foot = useToastAbove()
  const isComposing = canEdit && composing !== null
  useEffect(() => {
    if (isComposing) rememberWritten(session, zone)
  }, [isComposing, session, zone])

  return (
    <DragBoard>
      <main
        ref={screen}
        className={`${styles.screen} ${isComposing ? styles.composing : ''} paper-${zoneById(zone).colour}`}
        data-zone={zone}
      >
        <DropZone zone={zone} node={screen} />
        <Header zone={zone} onBack={onBack} />
        {example && <ExamplePill strip />}
        <SaveBanner writing={isComposing} />
        <Question zone={zone} />
        <ZoneList
          zone={zone}
          composing={composing}
          onEdit={onCompose}
          onMore={onMore}
          onOpen={onOpen}
        />
        <div className={styles.bottom} ref={foot}>
          {isComposing ? (
            <Compose zone={zone} note={composing.note} onDone={onComposed} />
          ) : (
            <footer className={styles.foot}>
              <Neighbours zone={zone} onOpen={onOpen} />
              {canEdit && (
                <Button
                  look="primary"
                  size="main"
                  icon="plus"
                  className={styles.write}
                  onClick={() => onCompose(null)}
                >
                  {board.zone.write}
                </Button>
              )}
            </footer>
          )}
        </div>
      </main>
    </DragBoard>
  )
}

function Header({ zone, onBack }: { zone: ZoneId; onBack(): void }) {
  const { session } = useBoard()
  const { board, common, zones } = useMessages()
  const count = useZone(session, zone).length
  const items = useMenuItems()
  const texts = zones[zone]
  return (
    <header className={styles.header}>
      <IconButton icon="back" label={board.phone.backToMap} size="touch" onClick={onBack} />
      <span className={styles.chip}>
        <Icon name={zoneById(zone).icon} size={24} />
      </span>
      <div className={styles.names}>
        <h1>
          {texts.nickname}
          <span className="visually-hidden">, {board.notes(count)}</span>
        </h1>
        <SaveStateLine otherwise={texts.name !== texts.nickname && <p>{texts.name}</p>} />
      </div>
      <SaveStateButton compact />
      {items.length > 0 && <Menu label={common.more} items={items} size="touch" />}
    </header>
  )
}

function Question({ zone }: { zone: ZoneId }) {
  const { showExamples } = useBoard()
  const { board, zones } = useMessages()
  return (
    <div className={styles.question}>
      <p>{zones[zone].questions[0]}</p>
      {zone !== 'tray' && (
        <button type="button" onClick={() => showExamples(zone)}>
          <Icon name="bulb" size={20} />
          {board.zone.example}
        </button>
      )}
    </div>
  )
}
