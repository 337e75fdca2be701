import type { RefObject, TouchEvent } from 'react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { zoneById, zonesOfTab } from '../../model/zones.ts'
import { useZone } from '../../sync/useCanvas.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { ExamplePill } from '../ExamplePill.tsx'
import { Guard } from '../Guard.tsx'
import { SaveBanner } from '../SaveBanner.tsx'
import { Compose } from './Compose.tsx'
import type { Composing } from './composing.ts'
import { rememberWritten } from './composing.ts'
import { PhoneNote } from './PhoneNote.tsx'
import { TypingHere } from './TypingHere.tsx'
import { useMenuItems } from './useMenuItems.ts'
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
  const { session, writer, canEdit } = useBoard()
  const { board, common, zones } = useMessages()
  const notes = useZone(session, zone)
  const writing = useCell(writer.cell, (value) => value)
  const items = useMenuItems()
  const list = useRef<HTMLUListElement>(null)
  const { icon, colour } = zoneById(zone)
  const texts = zones[zone]
  // What is being written stands in the field; a second time in the list would only be in the way.
  const shown = notes.filter((note) => !(writing?.isNew && writing.noteId === note))
  const isComposing = composing !== null
  const swipe = useSwipe(zone, onOpen)

  useEffect(() => {
    if (isComposing) rememberWritten(session, zone)
  }, [isComposing, session, zone])
  useStayAtEnd(list, composing?.note === null, shown.length)
  const foot = useToastAbove()

  return (
    <div className={`${styles.screen} ${isComposing ? styles.composing : ''} paper-${colour}`}>
      <header className={styles.header}>
        <IconButton icon="back" label={board.phone.backToMap} size="touch" onClick={onBack} />
        <span className={styles.chip}>
          <Icon name={icon} size={24} />
        </span>
        <div className={styles.names}>
          <h1>{texts.nickname}</h1>
          {texts.name !== texts.nickname && <p>{texts.name}</p>}
        </div>
        {items.length > 0 && <Menu label={common.more} items={items} size="touch" />}
      </header>
      {example && <ExamplePill strip />}
      {!isComposing && <SaveBanner />}
      <Question zone={zone} />
      <ul className={styles.list} ref={list} data-scrolls="" {...swipe}>
        {shown.map((note) => (
          <Guard key={note} words={board.note.broken} of={note}>
            <PhoneNote
              note={note}
              edited={composing?.note === note}
              onEdit={canEdit ? onCompose : null}
              onMore={canEdit ? onMore : null}
            />
          </Guard>
        ))}
        {shown.length === 0 && !isComposing && (
          <li className={styles.empty}>{zone === 'tray' ? board.tray.hint : texts.plain}</li>
        )}
        <TypingHere notes={notes} />
      </ul>
      <div className={styles.bottom} ref={foot}>
        {isComposing && canEdit ? (
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
    </div>
  )
}

/** While new notes are written, the latest one stays in view: also when the keyboard comes or the field grows. */
function useStayAtEnd(
  list: RefObject<HTMLElement | null>,
  writingNew: boolean,
  count: number,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one note more moves the end
  useLayoutEffect(() => {
    const element = list.current
    if (!element || !writingNew) return
    const toEnd = () => {
      element.scrollTop = element.scrollHeight
    }
    toEnd()
    const sizes = new ResizeObserver(toEnd)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [list, writingNew, count])
}

/** News come up above whatever stands at the foot of the screen. */
function useToastAbove(): RefObject<HTMLDivElement | null> {
  const foot = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = foot.current
    if (!element) return
    const root = document.documentElement
    const sizes = new ResizeObserver(() => {
      root.style.setProperty('--toast-bottom', `${element.offsetHeight + 10}px`)
    })
    sizes.observe(element)
    return () => {
      sizes.disconnect()
      root.style.removeProperty('--toast-bottom')
    }
  }, [])
  return foot
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

/** The zones before and behind in asking order. */
function neighboursOf(zone: ZoneId): { before: ZoneId | null; behind: ZoneId | null } {
  const { tab } = zoneById(zone)
  const order = tab ? zonesOfTab(tab) : []
  const at = order.findIndex(({ id }) => id === zone)
  return { before: order[at - 1]?.id ?? null, behind: at < 0 ? null : (order[at + 1]?.id ?? null) }
}

function Neighbours({ zone, onOpen }: { zone: ZoneId; onOpen(zone: ZoneId): void }) {
  const { board, zones } = useMessages()
  const { before, behind } = neighboursOf(zone)
  if (!before && !behind) return null
  return (
    <nav className={styles.neighbours}>
      {before ? (
        <Button
          size="touch"
          icon="left"
          aria-label={board.phone.previous(zones[before].nickname)}
          onClick={() => onOpen(before)}
        >
          {zones[before].short}
        </Button>
      ) : (
        <span />
      )}
      {behind ? (
        <Button
          size="touch"
          iconAfter="right"
          aria-label={board.phone.next(zones[behind].nickname)}
          onClick={() => onOpen(behind)}
        >
          {zones[behind].short}
        </Button>
      ) : (
        <span />
      )}
    </nav>
  )
}

const SWIPE_PX = 70
/** Along the edges Android goes back by itself. */
const EDGE_PX = 32

/** A swipe over the list leads to the zone before or behind; the buttons below do the same. */
function useSwipe(zone: ZoneId, onOpen: (zone: ZoneId) => void) {
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart(event: TouchEvent) {
      const touch = event.touches[0]
      const inside = touch && touch.clientX > EDGE_PX && touch.clientX < window.innerWidth - EDGE_PX
      from.current =
        touch && inside && event.touches.length === 1
          ? { x: touch.clientX, y: touch.clientY }
          : null
    },
    onTouchEnd(event: TouchEvent) {
      const start = from.current
      const touch = event.changedTouches[0]
      from.current = null
      if (!start || !touch) return
      const dx = touch.clientX - start.x
      if (Math.abs(dx) < SWIPE_PX || Math.abs(touch.clientY - start.y) > Math.abs(dx) / 2) return
      const { before, behind } = neighboursOf(zone)
      const to = dx > 0 ? before : behind
      if (to) onOpen(to)
    },
  }
}
