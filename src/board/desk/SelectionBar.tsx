import { useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import { useCanvasView } from '../../sync/useCanvas.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { focusNote } from '../focusNote.ts'
import { PaperPicker } from '../PaperPicker.tsx'
import { Popover } from '../Popover.tsx'
import { TagEditor } from '../TagEditor.tsx'
import { toastsAbove } from '../toastsAbove.ts'
import { DestinationList } from './DestinationList.tsx'
import styles from './SelectionBar.module.css'

/** What can be done with all notes that are selected, at once. */
export function SelectionBar() {
  const { selection, canEdit } = useBoard()
  const any = useCell(selection.cell, (notes) => notes.size > 0)
  return any && canEdit && <Bar />
}

const MARGINS_PX = 24

/** The tray's notes beside it stay in sight. */
function standsInFoot(element: HTMLElement | null): (() => void) | undefined {
  if (!element) return
  const { style } = document.documentElement
  const toasts = toastsAbove(element)
  style.setProperty('--foot-end', `${element.offsetWidth + MARGINS_PX}px`)
  return () => {
    toasts?.()
    style.removeProperty('--foot-end')
  }
}

type Open = { what: 'move' | 'colour' | 'tags'; anchor: HTMLElement }

function Bar() {
  const { session, selection, actions } = useBoard()
  const { board, desk, zones } = useMessages()
  const selected = useCell(selection.cell, (notes) => notes)
  const view = useCanvasView(session)
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const notes = [...selected].flatMap((id) => view.notes.get(id) ?? [])
  const ids = notes.map((note) => note.id)
  const colours = new Set(notes.map((note) => note.colour))
  const [colour] = colours
  const allFindings = notes.every((note) => note.finding)
  const tool = (icon: string, label: string, onPress: (anchor: HTMLElement) => void) => (
    <button type="button" onClick={(event) => onPress(event.currentTarget)}>
      <Icon name={icon} size={20} />
      {label}
    </button>
  )
  return (
    <section className={styles.bar} aria-label={desk.selection.label} ref={standsInFoot}>
      <p role="status">{desk.selection.count(notes.length)}</p>
      {tool('move', board.note.move, (anchor) => setOpen({ what: 'move', anchor }))}
      {tool('note', board.note.recolour, (anchor) => setOpen({ what: 'colour', anchor }))}
      {tool('tag', board.note.tags, (anchor) => setOpen({ what: 'tags', anchor }))}
      {tool(
        allFindings ? 'starf' : 'star',
        allFindings ? board.note.unmarkFinding : board.note.finding,
        () => actions.setFinding(selection.inOrder(), !allFindings),
      )}
      {tool('copy', board.note.duplicate, () => {
        selection.select(actions.duplicate(selection.inOrder()))
      })}
      {tool('trash', board.note.remove, () => actions.remove(selection.inOrder()))}
      <IconButton icon="close" label={desk.selection.clear} onClick={selection.clear} />
      {open && (
        <Popover label={desk.selection.label} anchor={open.anchor} onClose={close}>
          {open.what === 'move' && (
            <DestinationList
              notes={ids}
              onChoose={(to) => {
                close()
                const [there] = actions.putAway(selection.inOrder(), { zone: to }, zones[to].name)
                if (there && selected.has(there)) focusNote(there, to)
                selection.clear()
              }}
            />
          )}
          {open.what === 'colour' && (
            <div className={styles.panel}>
              <PaperPicker
                size="pointer"
                chosen={colours.size === 1 ? (colour ?? null) : null}
                onChoose={(next) => {
                  close()
                  actions.recolour(selection.inOrder(), next)
                }}
              />
            </div>
          )}
          {open.what === 'tags' && (
            <div className={styles.panel}>
              <TagEditor notes={ids} size="pointer" />
            </div>
          )}
        </Popover>
      )}
    </section>
  )
}
