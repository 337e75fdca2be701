import { useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import { TRAY } from '../../model/zones.ts'
import { useZone } from '../../sync/useCanvas.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Tick } from '../../ui/Tick.tsx'
import { useBoard } from '../boardContext.ts'
import { useCell } from '../cell.ts'
import { DropZone } from '../drag/DropZone.tsx'
import { ColourLegend } from './ColourLegend.tsx'
import { HelpChip } from './HelpChip.tsx'
import styles from './Tray.module.css'
import { TraySlip } from './TraySlip.tsx'
import { useWriteOnDoubleClick } from './useWriteOnDoubleClick.ts'
import { ZoneNotes } from './ZoneNotes.tsx'

/** The tray for loose ideas: at the foot their upper edges peek out; opened, it is a zone like any other. */
export function Tray() {
  const { session, writer, carried, selection, place, canEdit } = useBoard()
  const { board } = useMessages()
  const notes = useZone(session, 'tray')
  const [open, setOpen] = useState(false)
  const target = useCell(carried, (carrying) => carrying?.to?.zone === 'tray')
  const writingHere = useCell(writer.cell, (writing) => writing?.zone === 'tray')
  const choosing = useCell(selection.cell, (chosen) => chosen.size > 0)
  const tray = useRef<HTMLElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const strip = useRef<HTMLDivElement>(null)
  const headingId = useId()
  const hidden = useHiddenSlips(strip, notes)
  const shown = open || writingHere
  // A note carried out of it must reach what lies under it. Hidden, not gone: a finger's drag ends with what it began on.
  const [aside, setAside] = useState(false)
  const carriedOut = useCell(
    carried,
    (carrying) => carrying?.moved === true && carrying.to !== null && carrying.to.zone !== 'tray',
  )
  const carrying = useCell(carried, (value) => value !== null)
  if (open && carriedOut && !aside) setAside(true)
  if (aside && !carrying) {
    setAside(false)
    setOpen(false)
  }
  const write = () => writer.open({ create: { zone: 'tray' } })
  const onBarePaper = useWriteOnDoubleClick(write)
  const close = () => {
    writer.close()
    setOpen(false)
  }
  return (
    <footer className={`${styles.foot} ${choosing ? styles.shared : ''}`}>
      <section
        ref={tray}
        className={`${styles.tray} ${target ? styles.target : ''} paper-${TRAY.colour}`}
        aria-labelledby={headingId}
        data-zone="tray"
        onFocus={() => place.set('tray')}
        {...onBarePaper}
      >
        <DropZone zone="tray" node={tray} />
        <header className={styles.head}>
          <HelpChip zone={TRAY} size={18} />
          <button
            type="button"
            className={styles.title}
            aria-expanded={shown}
            onClick={() => (shown ? close() : setOpen(true))}
          >
            <h2 id={headingId}>{board.tray.name}</h2>
            {notes.length > 0 && <span className={styles.count}>{notes.length}</span>}
          </button>
          {canEdit && (
            <IconButton
              icon="plus"
              label={board.zone.add(board.tray.name)}
              className={styles.add}
              // With no note to walk to, this is where the arrows find the tray.
              data-nav={notes.length === 0 ? '' : undefined}
              onClick={write}
            />
          )}
        </header>
        {(!shown || aside) && (
          <div className={styles.strip} ref={strip} data-cuts="" data-bare="">
            {notes.length === 0 && !target && (
              <p className={styles.hint} data-bare="">
                {board.tray.hint}
              </p>
            )}
            {notes.map((note) => (
              <TraySlip key={note} note={note} onOpen={() => setOpen(true)} />
            ))}
            {target && <span className={styles.slot} aria-hidden="true" />}
          </div>
        )}
        {!shown && hidden > 0 && (
          <button type="button" className={styles.all} onClick={() => setOpen(true)}>
            {board.tray.all(notes.length)}
          </button>
        )}
        {shown && (
          <div className={styles.panel} ref={panel} hidden={aside} data-bare="" data-covers="">
            {!aside && <DropZone zone="tray" node={panel} />}
            {notes.length === 0 && !writingHere && (
              <p className={styles.hint} data-bare="">
                {board.tray.hint}
              </p>
            )}
            <ZoneNotes zone="tray" />
            <IconButton
              icon="down"
              label={board.tray.close}
              className={styles.close}
              onClick={close}
            />
          </div>
        )}
      </section>
      <ColourLegend />
      <span className={styles.legend} aria-hidden="true">
        <span>
          <Tick state="kept" label="" height={12} />
          {board.legend.kept}
        </span>
        <span>
          <Tick state="stored" label="" height={12} />
          {board.legend.stored}
        </span>
      </span>
    </footer>
  )
}

/** How many slips don't fit beside each other. */
function useHiddenSlips(
  strip: React.RefObject<HTMLDivElement | null>,
  notes: readonly string[],
): number {
  const [hidden, setHidden] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other notes are other widths
  useEffect(() => {
    const element = strip.current
    if (!element) return
    const count = () => {
      const right = element.getBoundingClientRect().right
      const slips = [...element.querySelectorAll('[data-slot]')]
      setHidden(slips.filter((slip) => slip.getBoundingClientRect().right > right + 1).length)
    }
    count()
    const sizes = new ResizeObserver(count)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [strip, notes])
  return hidden
}
