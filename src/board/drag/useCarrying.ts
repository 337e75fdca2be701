import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { TabId, ZoneId } from '../../model/zones.ts'
import { zoneById } from '../../model/zones.ts'
import type { Carried } from '../boardContext.ts'
import { useBoard } from '../boardContext.ts'
import { areTaken } from '../bring.ts'
import type { Point } from '../spatial.ts'
import type { Landing } from '../zoneItems.ts'
import { isWhereItLies } from '../zoneItems.ts'
import type { DropMap } from './dropMap.ts'
import { createDropMap } from './dropMap.ts'
import { createTabOpening } from './tabOpening.ts'
import { useEdgeScroll } from './useEdgeScroll.ts'
import { useHandWords } from './useHandWords.ts'

type Carrying = {
  map: DropMap
  lift(note: NoteId): void
  moveTo(point: Point): void
  /** Puts down; the note that the carried copy should glide to. */
  drop(): NoteId | null
  cancel(): NoteId | null
}

/** What a pointer's drag does to the board, told aloud as it happens. */
export function useCarrying(): Carrying {
  const { session, carried, selection, actions, writer, device, tab, nameOf, say } = useBoard()
  const { board, zones } = useMessages()
  const inWords = useHandWords()
  const map = useMemo(() => createDropMap(), [])
  const edge = useEdgeScroll((point) => {
    map.forget()
    follow(point)
  })
  /** Where this drag began, and the zone that was said last. */
  const trail = useRef<{ tab: TabId | null; over: ZoneId | null }>({ tab: null, over: null })
  const opening = useMemo(
    () =>
      createTabOpening((next) => {
        const carrying = carried.get()
        if (!carrying) return
        carried.set({ ...carrying, to: null })
        tab.set(next)
      }),
    [carried, tab],
  )
  useMeasuredAnew(map)

  /** What is heard is what is seen. */
  const nameOfZone = (zone: ZoneId) => zones[zone][device === 'phone' ? 'nickname' : 'name']

  const follow = (point: Point) => {
    const carrying = carried.get()
    if (carrying?.by !== 'pointer') return
    const zone = map.zoneAt(point)
    const to = zone && stayless(landingAt(zone, point, carrying), carrying.notes)
    if (zone !== trail.current.over) {
      trail.current.over = zone
      say(
        zone
          ? board.drag.over(inWords(carrying), nameOfZone(zone))
          : board.drag.overNothing(inWords(carrying)),
      )
    }
    const same = to?.zone === carrying.to?.zone && to?.after === carrying.to?.after
    if (!same || !carrying.moved) carried.set({ ...carrying, to, moved: true })
  }

  /** On a phone's map a zone takes notes at its end, and the one they come from takes them back. */
  const landingAt = (zone: ZoneId, point: Point, { notes, from }: Carried): Landing | null => {
    if (device === 'laptop') return map.landingIn(zone, point, notes)
    return zone === from ? null : { zone, after: session.view().zones[zone].at(-1) ?? null }
  }

  /** Nothing where it would only lie where it lies. */
  const stayless = (to: Landing | null, notes: readonly NoteId[]): Landing | null => {
    const [only] = notes
    if (!to || !only || notes.length > 1) return to
    return isWhereItLies(session.view().zones[to.zone], only, to.after) ? null : to
  }

  const putDown = ({ notes, from }: Carried, to: Landing): readonly NoteId[] => {
    // On a phone it goes out of sight: that is said, and can be taken back there.
    if (device === 'phone') return actions.putAway(notes, to, nameOfZone(to.zone))
    // What was picked up beside another tab's sheet (the canvas, at the SWOT's side) is taken wherever it lands.
    const home = zoneById(from).tab
    const foreign = home !== null && home !== trail.current.tab
    return foreign || areTaken(session.view(), notes, to.zone)
      ? actions.take(notes, to, board.taken(nameOfZone(to.zone)))
      : actions.put(notes, to)
  }
  /** The phone's zone stays open under the map, whichever tab of it was opened. */
  const closeMap = () => {
    if (device === 'phone' && trail.current.tab) tab.set(trail.current.tab)
  }

  const end = useCallback(() => {
    edge.stop()
    opening.stop()
    carried.set(null)
  }, [edge, opening, carried])
  /** Somebody else removed what is in the hand: it is let go at once, and who did it is said. */
  const letGoOfRemoved = useCallback(() => {
    const carrying = carried.get()
    if (!carrying) return
    const { notes } = session.view()
    const removed = carrying.notes.filter((note) => !notes.has(note))
    const [first] = removed
    if (!first) return
    if (notes.has(carrying.note)) {
      carried.set({ ...carrying, notes: carrying.notes.filter((note) => notes.has(note)) })
    } else {
      end()
      if (carrying.by === 'pointer' && trail.current.tab) tab.set(trail.current.tab)
    }
    const by = session.removalOf(first)?.by ?? null
    if (by !== session.seat) actions.sayRemoved(removed, nameOf(by))
  }, [session, carried, tab, actions, nameOf, end])
  useEffect(() => session.subscribe(letGoOfRemoved), [session, letGoOfRemoved])
  return {
    map,
    lift(note) {
      const from = session.view().notes.get(note)?.place.zone
      if (!from) return
      writer.close()
      // On a phone a choice stays until it is given up.
      if (device === 'laptop' && !selection.cell.get().has(note)) selection.clear()
      map.forget()
      trail.current = { tab: tab.get(), over: from }
      const notes = selection.meantBy(note)
      const height = map.listIn(from)?.notes.find((each) => each.note === note)?.box
      carried.set({
        note,
        notes,
        by: 'pointer',
        from,
        to: null,
        height: height ? height.bottom - height.top : 60,
      })
      say(board.drag.lifted(inWords({ note, notes }), nameOfZone(from)))
    },
    moveTo(point) {
      follow(point)
      const zone = map.zoneAt(point)
      edge.at(point, zone ? map.listIn(zone) : null)
      opening.at(point)
    },
    drop() {
      const carrying = carried.get()
      end()
      if (!carrying) return null
      closeMap()
      const { note, from, to } = carrying
      if (!to) {
        say(board.drag.cancelled(inWords(carrying), nameOfZone(from)))
        return note
      }
      const there = putDown(carrying, to)
      const [first] = there
      if (!first) return null
      const all = session.view().zones[to.zone]
      say(
        board.drag.dropped(
          inWords(carrying),
          nameOfZone(to.zone),
          all.indexOf(first) + 1,
          all.length,
        ),
      )
      return first
    },
    cancel() {
      const carrying = carried.get()
      end()
      if (!carrying) return null
      if (trail.current.tab) tab.set(trail.current.tab)
      say(board.drag.cancelled(inWords(carrying), nameOfZone(carrying.from)))
      return carrying.note
    },
  }
}

/** Boxes hold until something scrolls, or the window or the canvas changes. */
function useMeasuredAnew(map: DropMap): void {
  const { session } = useBoard()
  useEffect(() => {
    const stop = session.subscribe(map.forget)
    window.addEventListener('resize', map.forget)
    document.addEventListener('scroll', map.forget, { capture: true, passive: true })
    return () => {
      stop()
      window.removeEventListener('resize', map.forget)
      document.removeEventListener('scroll', map.forget, { capture: true })
    }
  }, [session, map])
}
