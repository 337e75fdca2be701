import { useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import type { BoardProps } from '../boardProps.ts'
import { useNoteToOpen } from '../useNoteToOpen.ts'
import type { Composing } from './composing.ts'
import { MoveScreen } from './MoveScreen.tsx'
import { NoteSheet } from './NoteSheet.tsx'
import { Overview } from './Overview.tsx'
import { useBackStep } from './useBackStep.ts'
import { useVisibleHeight } from './useVisibleHeight.ts'
import { ZoneScreen } from './ZoneScreen.tsx'

type PhoneBoardProps = Omit<BoardProps, 'session' | 'owner' | 'nameOf'>

/** A canvas on a phone: the map, or one zone. */
export function PhoneBoard(props: PhoneBoardProps) {
  const { place, writer } = useBoard()
  const [zone, setZone] = useState<ZoneId | null>(null)
  const [composing, setComposing] = useState<Composing | null>(null)
  const [sheet, setSheet] = useState<NoteId | null>(null)
  const [moving, setMoving] = useState<NoteId | null>(null)
  useVisibleHeight()

  useEffect(() => {
    place.set(zone)
    return () => place.set(null)
  }, [place, zone])

  const toMap = useCallback(() => {
    writer.close()
    setComposing(null)
    setZone(null)
  }, [writer])
  const back = useBackStep(zone !== null, toMap)

  // At once, inside the press: a phone opens its keyboard only for a focus that a press has caused.
  const compose = (note: NoteId | null, inZone: ZoneId | null = zone) =>
    flushSync(() => {
      setZone(inZone)
      setComposing({ note })
    })
  useNoteToOpen(props, (note, inZone) => {
    setZone(inZone)
    setComposing({ note })
  })
  const open = (next: ZoneId) => {
    writer.close()
    setComposing(null)
    setZone(next)
  }

  return (
    <>
      {zone === null ? (
        <Overview {...props} onOpen={open} onWrite={(inZone) => compose(null, inZone)} />
      ) : (
        <ZoneScreen
          key={zone}
          zone={zone}
          example={props.example}
          composing={composing}
          onCompose={compose}
          onComposed={() => setComposing(null)}
          onBack={back}
          onOpen={open}
          onMore={setSheet}
        />
      )}
      {sheet !== null && (
        <NoteSheet
          note={sheet}
          onClose={() => setSheet(null)}
          onEdit={(note) => {
            flushSync(() => setSheet(null))
            compose(note)
          }}
          onMove={(note) => {
            setSheet(null)
            setMoving(note)
          }}
        />
      )}
      {moving !== null && <MoveScreen note={moving} onClose={() => setMoving(null)} />}
    </>
  )
}
