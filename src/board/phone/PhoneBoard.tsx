import { useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ZoneId } from '../../model/zones.ts'
import { isZoneId, zoneById } from '../../model/zones.ts'
import { markHere } from '../../ui/backSteps.ts'
import { useBackStep } from '../../ui/useBackStep.ts'
import { useBoard } from '../boardContext.ts'
import type { ScreenProps } from '../boardProps.ts'
import { createCell, useCell } from '../cell.ts'
import { focusNote } from '../focusNote.ts'
import { useNoteToOpen } from '../useNoteToOpen.ts'
import type { Composing } from './composing.ts'
import { Overview } from './Overview.tsx'
import styles from './PhoneBoard.module.css'
import type { PhoneTools, Sheet } from './phoneTools.ts'
import { PhoneToolsProvider } from './phoneTools.ts'
import { Sheets } from './Sheets.tsx'
import { usePhoneKeys } from './usePhoneKeys.ts'
import { useVisibleHeight } from './useVisibleHeight.ts'
import { ZoneScreen } from './ZoneScreen.tsx'

/** A canvas on a phone: the map, or one zone. */
export function PhoneBoard(props: ScreenProps) {
  const { place, tab } = useBoard()
  const [zone, setZone] = useState<ZoneId | null>(zoneBeforeReload)
  const [composing, setComposing] = useState<Composing | null>(null)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [greeting, setGreeting] = useState(props.greeting)
  const tools = usePhoneTools(zone, setZone, setComposing, setSheet)
  const selecting = useCell(tools.selecting, (value) => value)
  useVisibleHeight()
  usePhoneKeys(zone, tools)

  // From the lowest to what lies on top of it; sheets step back by themselves.
  useBackStep(zone !== null, tools.toMap, { zone })
  useBackStep(composing !== null, tools.stopComposing)
  useBackStep(selecting, tools.stopSelecting)

  useEffect(() => {
    place.set(zone)
    if (zone) setGreeting(undefined)
    // The map behind a zone is the map of that zone's tab.
    const home = zone && zoneById(zone).tab
    if (home) tab.set(home)
    return () => place.set(null)
  }, [place, tab, zone])

  useNoteToOpen(props, (note, inZone) => {
    setZone(inZone)
    setComposing({ note })
  })

  return (
    <PhoneToolsProvider value={tools}>
      <div className={styles.phone}>
        {zone === null ? (
          <Overview {...props} greeting={greeting} />
        ) : (
          <ZoneScreen key={zone} zone={zone} example={props.example} composing={composing} />
        )}
      </div>
      <Sheets sheet={sheet} />
    </PhoneToolsProvider>
  )
}

function zoneBeforeReload(): ZoneId | null {
  const marked = markHere('zone')
  return isZoneId(marked) ? marked : null
}

function usePhoneTools(
  zone: ZoneId | null,
  setZone: (zone: ZoneId | null) => void,
  setComposing: (composing: Composing | null) => void,
  setSheet: (sheet: Sheet | null) => void,
): PhoneTools {
  const { session, writer, selection, pair, help } = useBoard()
  const here = useRef(zone)
  useEffect(() => {
    here.current = zone
  })
  return useMemo(() => {
    const selecting = createCell(false)
    const stopSelecting = () => {
      selecting.set(false)
      selection.clear()
    }
    const settle = () => {
      help.set(null)
      writer.close()
      setComposing(null)
      stopSelecting()
    }
    const open = (next: ZoneId | null) => {
      settle()
      pair.set([])
      setZone(next)
    }
    const tools: PhoneTools = {
      selecting,
      stopSelecting,
      open,
      toMap: () => open(null),
      show(note) {
        const zoneOfNote = session.view().notes.get(note)?.place.zone
        if (!zoneOfNote) return
        setSheet(null)
        open(zoneOfNote)
        focusNote(note, zoneOfNote)
      },
      compose(note, inZone) {
        flushSync(() => {
          stopSelecting()
          setSheet(null)
          setZone(inZone ?? here.current)
        })
        flushSync(() => setComposing({ note }))
      },
      stopComposing() {
        help.set(null)
        writer.close()
        setComposing(null)
        pair.set([])
      },
      sheet: setSheet,
      select(note) {
        help.set(null)
        writer.close()
        setComposing(null)
        if (note && selecting.get()) selection.toggle(note)
        else if (note) selection.select([note])
        selecting.set(true)
      },
    }
    return tools
  }, [session, writer, selection, pair, help, setZone, setComposing, setSheet])
}
