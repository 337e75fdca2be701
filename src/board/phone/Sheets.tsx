import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import { isCellId } from '../../model/zones.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useBoard } from '../boardContext.ts'
import { LegendList } from '../LegendList.tsx'
import { PaperPicker } from '../PaperPicker.tsx'
import { PairChoice } from '../StrategyPair.tsx'
import { TagEditor } from '../TagEditor.tsx'
import { useCloseWithout } from '../useCloseWithout.ts'
import { MoveScreen } from './MoveScreen.tsx'
import { NoteSheet } from './NoteSheet.tsx'
import type { Sheet } from './phoneTools.ts'
import { usePhone } from './phoneTools.ts'
import { TakeSheet } from './TakeSheet.tsx'

/** Whichever sheet lies over the screen. */
export function Sheets({ sheet }: { sheet: Sheet | null }) {
  const { sheet: show } = usePhone()
  const close = () => show(null)
  switch (sheet?.type) {
    case undefined:
      return null
    case 'note':
      return <NoteSheet key={sheet.note} note={sheet.note} onClose={close} />
    case 'move':
      return <MoveScreen notes={sheet.notes} onClose={close} />
    case 'papers':
      return <PapersSheet notes={sheet.notes} onClose={close} />
    case 'tags':
      return <TagsSheet notes={sheet.notes} onClose={close} />
    case 'pair':
      return <PairSheet note={sheet.note} onClose={close} />
    case 'take':
      return <TakeSheet quadrant={sheet.quadrant} onClose={close} />
    case 'legend':
      return <LegendSheet onClose={close} />
  }
}

type SeveralProps = { notes: readonly NoteId[]; onClose(): void }

function PapersSheet({ notes, onClose }: SeveralProps) {
  const { actions } = useBoard()
  const { note: words } = useMessages().board
  const { stopSelecting } = usePhone()
  return (
    <Dialog title={words.paper} titleHidden onClose={onClose}>
      <PaperPicker
        size="touch"
        chosen={null}
        onChoose={(colour) => {
          onClose()
          stopSelecting()
          actions.recolour(notes, colour)
        }}
      />
    </Dialog>
  )
}

function TagsSheet({ notes, onClose }: SeveralProps) {
  const { note: words } = useMessages().board
  useCloseWithout(notes, onClose)
  return (
    <Dialog title={words.tags} onClose={onClose}>
      <TagEditor notes={notes} size="touch" />
    </Dialog>
  )
}

function LegendSheet({ onClose }: { onClose(): void }) {
  const { legend } = useMessages().board
  return (
    <Dialog title={legend.colours} onClose={onClose}>
      <LegendList size="touch" />
    </Dialog>
  )
}

function PairSheet({ note: id, onClose }: { note: NoteId; onClose(): void }) {
  const { session } = useBoard()
  const { phone } = useMessages()
  const note = useNote(session, id)
  useCloseWithout([id], onClose)
  if (!note || !isCellId(note.place.zone)) return null
  return (
    <Dialog title={phone.strategy.pair} onClose={onClose}>
      <PairChoice note={note} cell={note.place.zone} size="touch" />
    </Dialog>
  )
}
