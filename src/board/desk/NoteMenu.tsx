import { useCallback, useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { Note } from '../../model/note.ts'
import type { ZoneId } from '../../model/zones.ts'
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
import { NearZones } from './NearZones.tsx'
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
  const put = (zone: ZoneId) => {
    close()
    const [there] = actions.putAway(note.id, { zone }, zones[zone].name)
    if (there === note.id) focusNote(there, zone)
  }
  return (
    <Popover key={page} label={words.menu} anchor={open.anchor} onClose={close}>
      {page === 'move' && (
        <DestinationList notes={[note.id]} onBack={() => setPage('menu')} onChoose={put} />
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
          <Further icon="move" label={words.moveTo} onPress={() => setPage('move')} />
          <NearZones note={note} onChoose={put} />
          <Commands note={note} onTags={() => setPage('tags')} />
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

type FurtherProps = { icon: string; label: string; onPress(): void }

/** Leads to a page of its own. */
function Further({ icon, label, onPress }: FurtherProps) {
  return (
    <button type="button" className={styles.row} onClick={onPress}>
      <Icon name={icon} size={20} />
      <span>{label}</span>
      <Icon name="right" size={18} className={styles.further} />
    </button>
  )
}

function Commands({ note, onTags }: { note: Note; onTags(): void }) {
  const { menu } = useBoard()
  const words = useMessages().board.note
  const commands = useNoteCommands(note)
  return (
    <div className={styles.commands}>
      <Further icon="tag" label={words.tags} onPress={onTags} />
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
    </div>
  )
}
