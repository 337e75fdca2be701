/** A canvas on this device alone, drawn by the hooks; counts how often each part is drawn. For tests/e2e/hooks.spec.ts. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { CanvasId, NoteId, SeatId, WorkshopId } from '../../src/model/ids.ts'
import { openMemoryDevice } from '../../src/storage/openDevice.ts'
import type { CanvasSession } from '../../src/sync/session.ts'
import { acquireCanvas } from '../../src/sync/sessions.ts'
import {
  useHistory,
  useLease,
  useNote,
  usePeople,
  useStatus,
  useTick,
  useViewPart,
  useZone,
} from '../../src/sync/useCanvas.ts'

const canvas = 'CCCCCCCCCCCCCCCCCCCCCC' as CanvasId
const device = { ...openMemoryDevice(), keeps: true }
const drawn: Record<string, number> = {}
const count = (what: string) => {
  drawn[what] = (drawn[what] ?? 0) + 1
}

function Note({ session, note }: { session: CanvasSession; note: NoteId }) {
  const text = useNote(session, note)?.text ?? ''
  count(text.split(' ')[0] ?? '')
  return (
    <li>
      {text} <Tick session={session} note={note} />
    </li>
  )
}

function Tick({ session, note }: { session: CanvasSession; note: NoteId }) {
  return <b>{useTick(session, note)}</b>
}

function Channels({ session }: { session: CanvasSession }) {
  const notes = useZone(session, 'channels')
  count('zone')
  return (
    <ul aria-label="channels">
      {notes.map((note) => (
        <Note key={note} session={session} note={note} />
      ))}
    </ul>
  )
}

function Papers({ session }: { session: CanvasSession }) {
  const papers = useViewPart(session, ({ notes }) =>
    [...notes.values()].map(({ colour }) => colour),
  )
  count('papers')
  return <p>{papers.join('+')}</p>
}

function Bar({ session }: { session: CanvasSession }) {
  const { connection } = useStatus(session)
  const people = usePeople(session)
  const { canUndo } = useHistory(session)
  return (
    <p>
      {connection.type}, {people.length}, {canUndo ? 'undo' : 'nothing'}
    </p>
  )
}

function Canvas({ seat }: { seat: string }) {
  const session = useLease(
    () =>
      acquireCanvas({
        device,
        origin: 'http://guyub.test:1',
        seat: {
          seat: seat as SeatId,
          workshop: 'WWWWWWWWWWWWWWWWWWWWWW' as WorkshopId,
          role: 'member',
          capability: 'A'.repeat(22),
          canvas,
          name: 'Bu Ninik',
        },
        canvas,
      }),
    [seat],
  )
  if (!session) return null
  Object.assign(globalThis, { session, drawn })
  return (
    <>
      <Channels session={session} />
      <Papers session={session} />
      <Bar session={session} />
    </>
  )
}

const root = document.createElement('div')
document.body.append(root)
createRoot(root).render(
  <StrictMode>
    <Canvas seat="SSSSSSSSSSSSSSSSSSSSSS" />
  </StrictMode>,
)
