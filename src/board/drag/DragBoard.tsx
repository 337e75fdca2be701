/** Carrying notes by mouse and by long press. The only folder that knows the drag library. */
import type {
  CollisionDetection,
  DragMoveEvent,
  DragStartEvent,
  DropAnimation,
  Modifier,
} from '@dnd-kit/core'
import {
  DndContext,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { ReactNode } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { isZoneId } from '../../model/zones.ts'
import { useMediaQuery } from '../../ui/useMediaQuery.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import type { Box } from '../desk/spatial.ts'
import { isWhereItLies } from '../zoneItems.ts'
import { CarriedNote } from './CarriedNote.tsx'
import { landingIn, zoneUnder } from './landing.ts'
import { useAnnouncements } from './useAnnouncements.ts'
import { INSTRUCTIONS_ID } from './useDragDescription.ts'
import { useEdgeScroll } from './useEdgeScroll.ts'

const MOUSE = { activationConstraint: { distance: 6 } }
/** Longer than a scroll's first touch, shorter than patience. */
const TOUCH = { activationConstraint: { delay: 250, tolerance: 8 } }
const IN_HAND = { zIndex: 'var(--layer-drag)' }
const BUZZ_MS = 12
/** Above the finger, where it can be seen. */
const ABOVE_FINGER_PX = 56

/** Which zone lies under the pointer; the turn in it is asked for while moving. */
const collisions: CollisionDetection = ({
  pointerCoordinates,
  droppableContainers,
  droppableRects,
}) => {
  if (!pointerCoordinates) return []
  const zones: { zone: ZoneId; box: Box }[] = []
  for (const { id } of droppableContainers) {
    const box = droppableRects.get(id)
    if (box && isZoneId(id)) zones.push({ zone: id, box })
  }
  const tray = document.querySelector('[data-tray-panel]')?.getBoundingClientRect()
  if (tray) zones.push({ zone: 'tray', box: tray })
  const zone = zoneUnder(pointerCoordinates, zones)
  return zone ? [{ id: zone, data: { point: pointerCoordinates } }] : []
}

const liftAboveFinger: Modifier = ({ transform, activatorEvent }) =>
  activatorEvent && 'touches' in activatorEvent
    ? { ...transform, y: transform.y - ABOVE_FINGER_PX }
    : transform

export function DragBoard({ children }: { children: ReactNode }) {
  const { session, carried, actions, writer } = useBoard()
  const words = useMessages().board
  const calm = useMediaQuery('(prefers-reduced-motion: reduce)')
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH))
  const accessibility = useAnnouncements()
  const edge = useEdgeScroll((point) => follow(point))

  const follow = (point: { x: number; y: number } | null, zone?: ZoneId | null) => {
    const carrying = carried.get()
    if (carrying?.by !== 'pointer') return
    const over = zone === undefined ? (carrying.to?.zone ?? null) : zone
    const next = over && point ? landingIn(over, point, carrying.note) : null
    const to =
      next && isWhereItLies(session.view().zones[next.zone], carrying.note, next.after)
        ? null
        : next
    const same = to?.zone === carrying.to?.zone && to?.after === carrying.to?.after
    if (!same) carried.set({ ...carrying, to })
  }

  const onDragStart = ({ active, activatorEvent }: DragStartEvent) => {
    const note = active.id as NoteId
    const from = session.view().notes.get(note)?.place.zone
    if (!from) return
    writer.close()
    const lies = document.querySelector<HTMLElement>(`[data-slot="${CSS.escape(note)}"]`)
    carried.set({ note, by: 'pointer', from, to: null, height: lies?.offsetHeight ?? 60 })
    if ('touches' in activatorEvent) navigator.vibrate?.(BUZZ_MS)
  }
  const onDragMove = ({ collisions: found }: DragMoveEvent) => {
    const over = found?.[0]
    const point = (over?.data as { point?: { x: number; y: number } } | undefined)?.point ?? null
    follow(point, (over?.id as ZoneId | undefined) ?? null)
    edge.at(point)
  }
  const end = () => {
    edge.stop()
    carried.set(null)
  }
  const onDragEnd = () => {
    const carrying = carried.get()
    end()
    // Somebody may have removed or moved it meanwhile: `move` reads it again, and says so where it is gone.
    if (!carrying) return
    const gone = !session.view().notes.has(carrying.note)
    if (carrying.to || gone) actions.move(carrying.note, carrying.to ?? { zone: carrying.from })
  }

  // A note that was removed meanwhile has no place to glide to, and the library then leaves it out.
  const dropAnimation: DropAnimation | null = calm
    ? null
    : { duration: 220, easing: 'cubic-bezier(.2, .8, .2, 1)' }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={collisions}
      autoScroll={false}
      accessibility={accessibility}
      onDragStart={onDragStart}
      onDragMove={onDragMove}
      onDragEnd={onDragEnd}
      onDragCancel={end}
    >
      {children}
      <p id={INSTRUCTIONS_ID} hidden>
        {words.drag.instructions}
      </p>
      <DragOverlay dropAnimation={dropAnimation} modifiers={[liftAboveFinger]} style={IN_HAND}>
        <InHand />
      </DragOverlay>
    </DndContext>
  )
}

function InHand() {
  const { carried } = useBoard()
  const note = useCell(carried, (value) => (value?.by === 'pointer' ? value.note : null))
  return note ? <CarriedNote note={note} /> : null
}
