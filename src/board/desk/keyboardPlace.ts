/**
 * Where the keyboard is on a wide screen. The focus is lost with whatever it stood on: a note that goes, a panel that closes,
 * a sheet that gives way to another. It is found again as near to that as can be, so that the arrows always go on.
 */
import type { NoteId } from '../../model/ids.ts'
import type { TabId, ZoneId } from '../../model/zones.ts'
import { isZoneId } from '../../model/zones.ts'
import type { BoardTools } from '../boardContext.ts'
import { headOf, noteOnScreen } from '../focusNote.ts'
import { neighbourOf } from './neighbourOf.ts'
import { createPointing, listen } from './pointing.ts'

export type KeyboardPlace = {
  /** Gives the focus to where it was on the sheet that is shown, else to the head of that sheet. */
  resume(): void
  /** The zone that a key is meant for: where the mouse points if it moved last, where the focus is if that was moved by keys since. */
  zoneMeant(): ZoneId | null
  start(): () => void
}

type Place = { zone: ZoneId; note: NoteId | null }

export function createKeyboardPlace({
  session,
  tab,
  carried,
}: Pick<BoardTools, 'session' | 'tab' | 'carried'>): KeyboardPlace {
  const pointing = createPointing()
  const places = new Map<TabId, Place>()
  /** The canvas as the note in focus was last on it. */
  let seen = session.view()
  /** Something has the focus, or had it until it left the page. */
  let held = false
  let pressing = false
  let frame = 0

  const placeHere = () => places.get(tab.get()) ?? null
  const isLost = () => held && document.activeElement === document.body && carried.get() === null

  const resume = () => {
    const place = placeHere()
    const element =
      (place && (placeOnScreen(place) ?? headOf(place.zone))) ??
      document.querySelector<HTMLElement>('[data-zone] [data-nav]')
    // Who has just pressed with the mouse looks where they pressed.
    element?.focus({ preventScroll: pointing.hand() === 'mouse' })
  }
  const placeOnScreen = ({ note }: Place): HTMLElement | null => {
    if (!note) return null
    const neighbour = neighbourOf(seen, session.view(), note)
    return noteOnScreen(note) ?? (neighbour && noteOnScreen(neighbour))
  }

  const onView = () => {
    const note = placeHere()?.note
    if (note && session.view().notes.has(note)) seen = session.view()
  }
  const onFocusIn = ({ target }: FocusEvent) => {
    held = true
    const place = placeOf(target)
    if (!place) return
    places.set(tab.get(), place)
    seen = session.view()
  }
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    // A press on bare paper: nobody wants the focus back.
    if (pressing && !relatedTarget) held = false
  }
  const onPress = ({ type }: PointerEvent) => {
    pressing = type === 'pointerdown'
  }
  /** In the next frame: what knows better where the focus belongs has given it by then. */
  const find = () => {
    if (!isLost()) return
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      if (isLost()) resume()
    })
  }

  return {
    resume,
    zoneMeant() {
      const focus = zoneOf(document.activeElement) ?? onSheet(placeHere()?.zone)
      const under = zoneOf(pointing.underMouse())
      const meant = pointing.latest() === 'mouse' ? (under ?? focus) : (focus ?? under)
      return meant ?? zoneOf(document.querySelector('[data-zone]'))
    },
    start() {
      const changes = new MutationObserver(find)
      changes.observe(document.body, { childList: true, subtree: true })
      const stops = [
        session.subscribe(onView),
        pointing.start(),
        listen({
          focusin: onFocusIn,
          focusout: onFocusOut,
          pointerdown: onPress,
          pointerup: onPress,
          pointercancel: onPress,
        }),
      ]
      return () => {
        changes.disconnect()
        for (const stop of stops) stop()
        cancelAnimationFrame(frame)
      }
    },
  }
}

const placeOf = (target: EventTarget | null): Place | null => {
  if (!(target instanceof Element)) return null
  const zone = zoneOf(target)
  const slot = target.closest<HTMLElement>('[data-slot]')?.dataset.slot as NoteId | undefined
  return zone && { zone, note: slot || null }
}

const zoneOf = (element: Element | null): ZoneId | null => {
  const zone = element?.closest<HTMLElement>('[data-zone]')?.dataset.zone
  return isZoneId(zone) ? zone : null
}

const onSheet = (zone: ZoneId | undefined): ZoneId | null =>
  zone && document.querySelector(`[data-zone="${zone}"]`) ? zone : null
