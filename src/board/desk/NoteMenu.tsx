import { useCallback, useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { Note } from '../../model/note.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { AboutNote } from '../AboutNote.tsx'
import type { OpenMenu } from '../boardContext.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { focusNote } from '../focusNote.ts'
import { PaperPicker } from '../PaperPicker.tsx'
import { Popover } from '../Popover.tsx'
import { TagEditor } from '../TagEditor.tsx'
import { useCloseWithout } from '../useCloseWithout.ts'
import { DestinationList } from './DestinationList.tsx'
import { MenuBack } from './MenuBack.tsx'
import styles from './NoteMenu.module.css'
import { useNoteCommands } from './useNoteCommands.ts'

/** Everything that can be done with a note, without dragging it. */
export function NoteMenu() {
  const { menu } = useBoard()
  const open = useCell(menu, (value) => value)
  return open && <OpenNoteMenu key={open.note} open={open} />
}

type Page = 'menu' | 'move' | 'tags'

function OpenNoteMenu({ open }: { open: OpenMenu }) {
  const { session, menu, actions } = useBoard()
  const { board, zones } = useMessages()
  const words = board.note
  const note = useNote(session, open.note)
  const [page, setPage] = useState<Page>('menu')
  const close = useCallback(() => menu.set(null), [menu])
  useCloseWithout([open.note], close)
  if (!note) return null
  return (
    <Popover key={page} label={words.menu} anchor={open.anchor} onClose={close}>
      {page === 'move' && (
        <DestinationList
          notes={[note.id]}
          onBack={() => setPage('menu')}
          onChoose={(zone) => {
            close()
            const [there] = actions.putAway(note.id, { zone }, zones[zone].name)
            if (there === note.id) focusNote(there, zone)
          }}
        />
      )}
      {page === 'tags' && (
        <div className={styles.menu}>
          <MenuBack label={words.tags} onBack={() => setPage('menu')} />
          <div className={styles.panel}>
            <TagEditor notes={[note.id]} size="pointer" />
          </div>
        </div>
      )}
      {page === 'menu' && (
        <div className={styles.menu}>
          <AboutNote note={note} className={styles.about} />
          <Rows note={note} onMove={() => setPage('move')} onTags={() => setPage('tags')} />
          <div className={styles.papers}>
            <PaperPicker
              size="pointer"
              chosen={note.colour}
              onChoose={(colour) => {
                actions.recolour(note.id, colour)
                close()
              }}
            />
          </div>
        </div>
      )}
    </Popover>
  )
}

type RowsProps = { note: Note; onMove(): void; onTags(): void }

function Rows({ note, onMove, onTags }: RowsProps) {
  const { menu } = useBoard()
  const words = useMessages().board.note
  const commands = useNoteCommands(note)
  const further = (icon: string, label: string, onPress: () => void) => (
    <button type="button" className={styles.row} onClick={onPress}>
      <Icon name={icon} size={20} />
      <span>{label}</span>
      <Icon name="right" size={18} className={styles.further} />
    </button>
  )
  return (
    <>
      {further('move', words.moveTo, onMove)}
      {further('tag', words.tags, onTags)}
      {commands.map((command) => (
        <button
          key={command.key}
          type="button"
          className={`${styles.row} ${command.look ? styles.alarm : ''}`}
          onClick={() => {
            menu.set(null)
            command.run()
          }}
        >
          <Icon name={command.icon} size={20} />
          <span>{command.sentence ?? command.label}</span>
        </button>
      ))}
    </>
  )
}
