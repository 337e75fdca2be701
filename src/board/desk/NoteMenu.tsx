import { useCallback, useState } from 'react'
import { useLanguage, useMessages } from '../../i18n/useMessages.ts'
import type { Note } from '../../model/note.ts'
import type { ZoneId } from '../../model/zones.ts'
import { TRAY, zonesOfTab } from '../../model/zones.ts'
import { useNote } from '../../sync/useCanvas.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Tick } from '../../ui/Tick.tsx'
import type { OpenMenu } from '../boardContext.ts'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { focusNote } from '../focusNote.ts'
import { useTickWords } from '../NoteTick.tsx'
import { noteTime } from '../noteTime.ts'
import { PaperPicker } from '../PaperPicker.tsx'
import { Popover } from '../Popover.tsx'
import { useAuthorName } from '../useAuthorName.ts'
import styles from './NoteMenu.module.css'

/** Everything that can be done with a note, without dragging it. */
export function NoteMenu() {
  const { menu } = useBoard()
  const open = useCell(menu, (value) => value)
  return open && <OpenNoteMenu key={open.note} open={open} />
}

function OpenNoteMenu({ open }: { open: OpenMenu }) {
  const { session, menu, writer, actions } = useBoard()
  const words = useMessages().board.note
  const note = useNote(session, open.note)
  const [moving, setMoving] = useState(false)
  const close = useCallback(() => menu.set(null), [menu])
  if (!note) return null
  return (
    <Popover key={String(moving)} label={words.menu} anchor={open.anchor} onClose={close}>
      {moving ? (
        <ZoneList note={note} onBack={() => setMoving(false)} onDone={close} />
      ) : (
        <div className={styles.menu}>
          <About note={note} />
          <button type="button" className={styles.row} onClick={() => setMoving(true)}>
            <Icon name="move" size={20} />
            <span>{words.moveTo}</span>
            <Icon name="right" size={18} className={styles.further} />
          </button>
          <button
            type="button"
            className={styles.row}
            onClick={() => {
              close()
              writer.open({ note: note.id })
            }}
          >
            <Icon name="pencil" size={20} />
            <span>{words.edit}</span>
          </button>
          <button
            type="button"
            className={`${styles.row} ${styles.alarm}`}
            onClick={() => {
              const notes = session.view().zones[note.place.zone]
              const at = notes.indexOf(note.id)
              close()
              actions.remove(note.id)
              focusNote(notes[at + 1] ?? notes[at - 1] ?? null, note.place.zone)
            }}
          >
            <Icon name="trash" size={20} />
            <span>{words.remove}</span>
          </button>
          <div className={styles.papers}>
            <PaperPicker
              size="pointer"
              chosen={note.colour}
              onChoose={(colour) => {
                actions.recolour(note.id, colour)
                close()
                open.anchor.focus()
              }}
            />
          </div>
        </div>
      )}
    </Popover>
  )
}

/** Who wrote it, when, and where it is kept. */
function About({ note }: { note: Note }) {
  const { language } = useLanguage()
  const words = useMessages().board.note
  const author = useAuthorName(note)
  const time = noteTime(note, language)
  const tick = useTickWords(note.id)
  return (
    <p className={styles.about}>
      {author && <span>{words.writtenBy(author)}</span>}
      {time && <span>{time}</span>}
      <span className={styles.tick}>
        <Tick state={tick.state} label={tick.words} height={12} />
        <span aria-hidden="true">{tick.words}</span>
      </span>
    </p>
  )
}

type ZoneListProps = { note: Note; onBack(): void; onDone(): void }

function ZoneList({ note, onBack, onDone }: ZoneListProps) {
  const { tab, actions } = useBoard()
  const { board, common, zones } = useMessages()
  const shown = useCell(tab, (value) => value)
  const move = (zone: ZoneId) => {
    onDone()
    if (actions.moveAway(note.id, { zone }, zones[zone].name)) focusNote(note.id, zone)
  }
  return (
    <div className={styles.menu}>
      <button type="button" className={`${styles.row} ${styles.back}`} onClick={onBack}>
        <Icon name="left" size={20} />
        <span>{board.note.moveTo}</span>
        <span className="visually-hidden">{common.back}</span>
      </button>
      {[...zonesOfTab(shown), TRAY]
        .filter((zone) => zone.id !== note.place.zone)
        .map((zone) => (
          <button
            key={zone.id}
            type="button"
            className={`${styles.row} paper-${zone.colour}`}
            onClick={() => move(zone.id)}
          >
            <span className={styles.chip}>
              <Icon name={zone.icon} size={18} />
            </span>
            <span>{zones[zone.id].name}</span>
          </button>
        ))}
    </div>
  )
}
