import type { ReactNode } from 'react'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { NoteId } from '../model/ids.ts'
import type { Legend } from '../model/workshop.ts'
import type { TabId, ZoneId } from '../model/zones.ts'
import { useToast } from '../ui/Toasts.tsx'
import { useIsPhoneEitherWay } from '../ui/useMediaQuery.ts'
import { Announcer } from './Announcer.tsx'
import { createActions } from './actions.ts'
import type { BoardTools, Carried, OpenMenu } from './boardContext.ts'
import { BoardToolsProvider } from './boardContext.ts'
import type { BoardProps } from './boardProps.ts'
import { createCell } from './cell.ts'
import { PasteDialog } from './PasteDialog.tsx'
import type { PastedLines } from './pastedLines.ts'
import { createRemoteChanges } from './remoteChanges.ts'
import { createSaveWatch } from './saveWatch.ts'
import { createSelection } from './selection.ts'
import { useCanEdit } from './useCanEdit.ts'
import { useLost } from './useLost.ts'
import { useNameOf } from './useNameOf.ts'
import { useOvertaken } from './useOvertaken.ts'
import { useSayRefused } from './useSayRefused.ts'
import type { WriterEvents } from './writer.ts'
import { createWriter } from './writer.ts'

type BoardProviderProps = Pick<
  BoardProps,
  'session' | 'owner' | 'nameOf' | 'legend' | 'suggestedTags'
> & { children: ReactNode }

const NO_LEGEND: Legend = {}
const NO_TAGS: readonly string[] = []

/** Makes the tools of one open canvas, and closes them with it. */
export function BoardProvider(props: BoardProviderProps) {
  const { session, owner: given, children } = props
  const { legend = NO_LEGEND, suggestedTags = NO_TAGS } = props
  const messages = useMessages()
  const toast = useToast()
  const canEdit = useCanEdit(session)
  const { seat, name, business } = given
  const owner = useMemo(() => ({ seat, name, business }), [seat, name, business])
  const nameOf = useNameOf({ session, owner, nameOf: props.nameOf })
  const device = useIsPhoneEitherWay() ? 'phone' : 'laptop'
  const [said, setSaid] = useState({ text: '', turn: 0 })
  const say = useCallback(
    (text: string) => setSaid((before) => ({ text, turn: before.turn + 1 })),
    [],
  )

  const changes = useMemo(() => createRemoteChanges(session), [session])
  useEffect(() => changes.start(), [changes])

  const words = messages.board
  const onRefused = useSayRefused()
  const actions = useMemo(
    () => createActions(session, changes, toast, messages, onRefused),
    [session, changes, toast, messages, onRefused],
  )
  useOvertaken(session, actions, nameOf)
  useLost(session, changes, actions, nameOf)

  const selection = useMemo(() => createSelection(session), [session])
  useEffect(() => selection.start(), [selection])

  const save = useMemo(() => createSaveWatch(session), [session])
  useEffect(() => save.start(), [save])

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
  useLayoutEffect(() => {
    events.current = {
      onRefused,
      onEmptied: () => actions.offerUndo({ icon: 'trash', text: words.removed }),
      onTakenAway(note, removal) {
        // On a phone the field has gone with it: pressing the note opens it again.
        const onBack = device === 'laptop' ? () => writer.open({ note }) : undefined
        actions.sayRemoved(note, nameOf(removal.by), onBack)
      },
    }
  })

  const cells = useMemo(
    () => ({
      tab: createCell<TabId>('bmc'),
      carried: createCell<Carried | null>(null),
      menu: createCell<OpenMenu | null>(null),
      place: createCell<ZoneId | null>(null),
      lit: createCell<NoteId | null>(null),
      pair: createCell<readonly NoteId[]>([]),
      help: createCell<ZoneId | null>(null),
      pasted: createCell<PastedLines | null>(null),
    }),
    [],
  )
  const tools: BoardTools = {
    session,
    owner,
    nameOf,
    device,
    canEdit,
    changes,
    writer,
    actions,
    selection,
    save: save.cell,
    legend,
    suggestedTags,
    say,
    showExamples: cells.help.set,
    ...cells,
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same for as long as all that is in it is
  const same = useMemo(() => tools, Object.values(tools))
  return (
    <BoardToolsProvider value={same}>
      {children}
      <Announcer said={said} />
      <PasteDialog />
    </BoardToolsProvider>
  )
}
