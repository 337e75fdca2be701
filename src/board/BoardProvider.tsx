import type { ReactNode } from 'react'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/useMessages.ts'
import { LIMITS } from '../model/limits.ts'
import type { ZoneId } from '../model/zones.ts'
import { useToast } from '../ui/Toasts.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { Announcer } from './Announcer.tsx'
import { createActions } from './actions.ts'
import type { BoardTools, Carried, OpenMenu, ShownTab } from './boardContext.ts'
import { BoardToolsProvider } from './boardContext.ts'
import type { BoardProps } from './boardProps.ts'
import { createCell } from './cell.ts'
import { ExamplesDialog } from './ExamplesDialog.tsx'
import { createRemoteChanges } from './remoteChanges.ts'
import { useCanEdit } from './useCanEdit.ts'
import { nameInRoom } from './usePresence.ts'
import type { WriterEvents } from './writer.ts'
import { createWriter } from './writer.ts'

type BoardProviderProps = Pick<BoardProps, 'session' | 'owner' | 'nameOf'> & { children: ReactNode }

/** Makes the tools of one open canvas, and closes them with it. */
export function BoardProvider({ session, owner: given, nameOf, children }: BoardProviderProps) {
  const { messages, language } = useLanguage()
  const toast = useToast()
  const canEdit = useCanEdit(session)
  const { seat, name, business } = given
  const owner = useMemo(() => ({ seat, name, business }), [seat, name, business])
  const device = useIsPhone() ? 'phone' : 'laptop'
  const [said, setSaid] = useState({ text: '', turn: 0 })
  const [examplesOf, setExamplesOf] = useState<ZoneId | null>(null)
  const say = useCallback(
    (text: string) => setSaid((before) => ({ text, turn: before.turn + 1 })),
    [],
  )

  const changes = useMemo(() => createRemoteChanges(session), [session])
  useEffect(() => changes.start(), [changes])

  const actions = useMemo(
    () => createActions(session, changes, toast, messages),
    [session, changes, toast, messages],
  )

  // The writer outlives a change of language: what it says is looked up when it speaks.
  const events = useRef<WriterEvents | null>(null)
  const writer = useMemo(
    () =>
      createWriter(session, changes, {
        onRefused: (reason) => events.current?.onRefused(reason),
        onEmptied: (note) => events.current?.onEmptied(note),
        onTakenAway: (note, removal) => events.current?.onTakenAway(note, removal),
      }),
    [session, changes],
  )
  useEffect(() => writer.start(), [writer])
  const words = messages.board
  useLayoutEffect(() => {
    events.current = {
      onRefused(reason) {
        const most = formatNumber(LIMITS.notesOnCanvas, language)
        const text = reason === 'canvasFull' ? words.canvasFull(most) : words.canvasTooLarge
        toast({ icon: 'note', text })
      },
      onEmptied(note) {
        actions.offerUndo({ icon: 'trash', text: words.removed }, (edits) =>
          edits.restoreNote(note),
        )
      },
      onTakenAway(note, removal) {
        const inRoom = nameInRoom(session, removal.by, messages.common.role)
        const remover = nameOf(removal.by) ?? inRoom ?? words.people.somebody
        toast({
          icon: 'trash',
          text: words.removedByOther(remover),
          action: {
            label: words.restored,
            icon: 'undo',
            onPress() {
              // On a phone the field has gone with it: pressing the note opens it again.
              if (actions.restore(note) && device === 'laptop') writer.open({ note })
            },
          },
        })
      },
    }
  })

  const cells = useMemo(
    () => ({
      tab: createCell<ShownTab>('bmc'),
      carried: createCell<Carried | null>(null),
      menu: createCell<OpenMenu | null>(null),
      place: createCell<ZoneId | null>(null),
    }),
    [],
  )
  const tools = useMemo<BoardTools>(
    () => ({
      session,
      owner,
      nameOf,
      device,
      canEdit,
      changes,
      writer,
      actions,
      say,
      showExamples: setExamplesOf,
      ...cells,
    }),
    [session, owner, nameOf, device, canEdit, changes, writer, actions, say, cells],
  )
  return (
    <BoardToolsProvider value={tools}>
      {children}
      <Announcer said={said} />
      {examplesOf && <ExamplesDialog zone={examplesOf} onClose={() => setExamplesOf(null)} />}
    </BoardToolsProvider>
  )
}
