/** Carrying notes by mouse and by long press. The only folder that knows the drag library. */
import type { DragEndEvent, DragMoveEvent, DragStartEvent, Modifier } from '@dnd-kit/core'
import {
  DndContext,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { ReactNode } from 'react'
import { useMemo, useRef, useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import { useMediaQuery } from '../../ui/useMediaQuery.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import type { Point } from '../spatial.ts'
import { CarriedNote } from './CarriedNote.tsx'
import type { GripHold } from './Grip.tsx'
import { Grip } from './Grip.tsx'
import { glideTo } from './glide.ts'
import type { Hand } from './hand.ts'
import { HandProvider } from './hand.ts'
import { swallowLateClick } from './lateClick.ts'
import { useCarrying } from './useCarrying.ts'
import { INSTRUCTIONS_ID } from './useDragDescription.ts'

const MOUSE = { activationConstraint: { distance: 6 } }
/** Longer than a scroll's first touch, shorter than patience. */
const TOUCH = { activationConstraint: { delay: 250, tolerance: 8 } }
const IN_HAND = { zIndex: 'var(--layer-drag)' }
const BUZZ_MS = 12
/** No hand is quite still. */
const STILL_PX = 8
/** Above the finger, where it can be seen. */
const ABOVE_FINGER_PX = 56

/** The library finds no zones for us: its way measures and draws all of them at every step. */
const noCollisions = () => []
/** What it would read out in English is said in people's own language instead. */
const SILENT = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: '' },
}

const liftAboveFinger: Modifier = ({ transform, activatorEvent }) =>
  activatorEvent && 'touches' in activatorEvent
    ? { ...transform, y: transform.y - ABOVE_FINGER_PX }
    : transform

type DragBoardProps = {
  children: ReactNode
  /** A finger lifted a note and let it go where it was: that is no drag. */
  onHeld?(note: NoteId): void
}

export function DragBoard({ children, onHeld }: DragBoardProps) {
  const { device } = useBoard()
  const words = useMessages().board
  const calm = useMediaQuery('(prefers-reduced-motion: reduce)')
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH))
  const hold = useRef<GripHold | null>(null)
  const pressed = useRef<NoteId | null>(null)
  const landed = useRef<NoteId | null>(null)
  const still = useRef(false)
  const carrying = useCarrying()
  const { map } = carrying

  const hand = useMemo<Hand>(
    () => ({
      press(note, shell, press) {
        pressed.current = note
        hold.current?.(shell, press)
      },
      addZone: map.add,
    }),
    [map],
  )
  const onDragStart = ({ activatorEvent }: DragStartEvent) => {
    landed.current = null
    if (pressed.current) carrying.lift(pressed.current)
    still.current = onHeld !== undefined && 'touches' in activatorEvent
    if ('touches' in activatorEvent) navigator.vibrate?.(BUZZ_MS)
  }
  const onDragMove = ({ activatorEvent, delta }: DragMoveEvent) => {
    const start = pointOf(activatorEvent)
    if (still.current && Math.hypot(delta.x, delta.y) < STILL_PX) return
    still.current = false
    if (start) carrying.moveTo({ x: start.x + delta.x, y: start.y + delta.y })
  }
  const onDragEnd = ({ activatorEvent }: DragEndEvent) => {
    if ('touches' in activatorEvent) swallowLateClick()
    landed.current = still.current ? carrying.cancel() : carrying.drop()
    if (still.current && landed.current) onHeld?.(landed.current)
  }
  const onDragCancel = () => {
    landed.current = carrying.cancel()
  }
  const glide = useMemo(() => glideTo(() => landed.current), [])
  return (
    <HandProvider value={hand}>
      <DndContext
        sensors={sensors}
        collisionDetection={noCollisions}
        autoScroll={false}
        accessibility={SILENT}
        onDragStart={onDragStart}
        onDragMove={onDragMove}
        onDragEnd={onDragEnd}
        onDragCancel={onDragCancel}
      >
        {children}
        <Grip hold={hold} overMap={device === 'phone'} />
        <p id={INSTRUCTIONS_ID} hidden>
          {words.drag.instructions}
        </p>
        <DragOverlay
          dropAnimation={calm ? null : glide}
          modifiers={[liftAboveFinger]}
          style={IN_HAND}
        >
          <InHand />
        </DragOverlay>
      </DndContext>
    </HandProvider>
  )
}

/** Where the press began. */
function pointOf(event: Event): Point | null {
  const at =
    event instanceof MouseEvent
      ? event
      : 'touches' in event
        ? (event as TouchEvent).touches[0]
        : null
  return at ? { x: at.clientX, y: at.clientY } : null
}

/** Stays what it was while it glides to its place: the hand is empty by then, or holds the next one. A note that was removed leaves the hand. */
function InHand() {
  const { carried } = useBoard()
  const now = useCell(carried, (value) => (value?.by === 'pointer' ? value : null))
  const [shown, setShown] = useState(now)
  if (now && !shown) setShown(now)
  return shown && <CarriedNote note={shown.note} count={shown.notes.length} />
}
