/**
 * The floor that the board is measured against: React and Yjs alone, with the same notes. `?drag` adds dnd-kit as its
 * documentation shows it. Nothing else: no network, no disk, no presence, no undo.
 */
import type { DragEndEvent } from '@dnd-kit/core'
import {
  DndContext,
  DragOverlay,
  MouseSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { ReactNode } from 'react'
import { memo, useCallback, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import * as Y from 'yjs'
import { BLOCKS } from '../../src/model/zones.ts'
import './floor.css'
import { benchNotes } from './notes.ts'

const query = new URLSearchParams(location.search)
const withDrag = query.has('drag')
const doc = new Y.Doc()
const notes = doc.getMap<Y.Map<unknown>>('notes')

function put(id: string, zone: string, words: string): void {
  const note = new Y.Map<unknown>()
  notes.set(id, note)
  note.set('text', new Y.Text(words))
  note.set('zone', zone)
}
doc.transact(() => {
  for (const each of benchNotes(Number(query.get('notes') ?? 60)))
    put(each.id, each.zone, each.text)
})

const textOf = (id: string) => notes.get(id)?.get('text') as Y.Text
const idsIn = (zone: string) =>
  [...notes].flatMap(([id, note]) => (note.get('zone') === zone ? [id] : []))

/** Ids by zone; a zone that did not change keeps its array. */
let zones = new Map(BLOCKS.map(({ id }) => [id as string, idsIn(id)]))
const listeners = new Set<() => void>()
notes.observeDeep((events) => {
  if (events.every((event) => event.target instanceof Y.Text)) return
  zones = new Map(
    [...zones].map(([zone, before]) => {
      const now = idsIn(zone)
      return [zone, now.join() === before.join() ? before : now]
    }),
  )
  for (const listener of listeners) listener()
})
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function Field({ id, onDone }: { id: string; onDone(): void }) {
  return (
    <textarea
      ref={(field) => field?.focus()}
      defaultValue={textOf(id).toString()}
      onBlur={onDone}
      onInput={(event) => {
        const text = textOf(id)
        const before = text.toString()
        const now = event.currentTarget.value
        let same = 0
        while (same < before.length && before[same] === now[same]) same++
        doc.transact(() => {
          text.delete(same, before.length - same)
          text.insert(same, now.slice(same))
        })
      }}
    />
  )
}

const Note = memo(function Note({ id }: { id: string }) {
  const follow = useCallback(
    (listener: () => void) => {
      const text = textOf(id)
      text.observe(listener)
      return () => text.unobserve(listener)
    },
    [id],
  )
  const words = useSyncExternalStore(follow, () => textOf(id).toString())
  const [writing, setWriting] = useState(words === '')
  return (
    <div className="note">
      {writing ? (
        <Field id={id} onDone={() => setWriting(false)} />
      ) : (
        <button type="button" data-note={id} onClick={() => setWriting(true)}>
          {words}
        </button>
      )}
    </div>
  )
})

const Draggable = memo(function Draggable({ id }: { id: string }) {
  const { setNodeRef, listeners: hands } = useDraggable({ id })
  return (
    <li ref={setNodeRef} {...hands}>
      <Note id={id} />
    </li>
  )
})

const Zone = memo(function Zone({ zone }: { zone: (typeof BLOCKS)[number] }) {
  const ids = useSyncExternalStore(subscribe, () => zones.get(zone.id) ?? [])
  const { setNodeRef } = useDroppable({ id: zone.id, disabled: !withDrag })
  const { column = 1, columnSpan = 1, row = 1, rowSpan = 1 } = zone.grid ?? {}
  return (
    <section
      className="zone"
      ref={setNodeRef}
      data-zone={zone.id}
      style={{ gridArea: `${row} / ${column} / span ${rowSpan} / span ${columnSpan}` }}
    >
      <button type="button" data-add={zone.id} onClick={() => put(`new${notes.size}`, zone.id, '')}>
        +
      </button>
      <ul>
        {ids.map((id) =>
          withDrag ? (
            <Draggable key={id} id={id} />
          ) : (
            <li key={id}>
              <Note id={id} />
            </li>
          ),
        )}
      </ul>
    </section>
  )
})

function Hands({ children }: { children: ReactNode }) {
  const [carried, setCarried] = useState<string | null>(null)
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 6 } }))
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over) notes.get(String(active.id))?.set('zone', over.id)
    setCarried(null)
  }
  return (
    <DndContext
      sensors={sensors}
      autoScroll={false}
      onDragStart={({ active }) => setCarried(String(active.id))}
      onDragEnd={onDragEnd}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {carried && (
          <div className="note" data-carried="">
            {textOf(carried).toString()}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}

const canvas = (
  <div className="canvas">
    {BLOCKS.map((zone) => (
      <Zone key={zone.id} zone={zone} />
    ))}
  </div>
)
const root = document.createElement('div')
document.body.append(root)
createRoot(root).render(withDrag ? <Hands>{canvas}</Hands> : canvas)
