import type { KeyboardEvent, PointerEvent } from 'react'
import { useEffect, useRef } from 'react'
import type { ZoneId } from '../../model/zones.ts'
import { isZoneId } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { isTextField } from '../isTextField.ts'
import { linesOf } from '../pastedLines.ts'
import { TABS } from '../Tabs.tsx'
import { directionOf, nearest } from './spatial.ts'

type DeskKeys = {
  onKeyDown(event: KeyboardEvent): void
  onPointerOver(event: PointerEvent): void
}

/** Keys that hold anywhere on the board, and which zone they are meant for: the one pointed at, else the one in focus. */
export function useDeskKeys(onShortcuts: () => void): DeskKeys {
  const { writer, selection, carried, tab, place, pasted, actions, canEdit } = useBoard()
  const pointedAt = useRef<ZoneId | null>(null)
  const latest = useRef(onShortcuts)
  useEffect(() => {
    latest.current = onShortcuts
  })

  useEffect(() => {
    const zoneMeant = (): ZoneId | null => {
      const shown = (zone: ZoneId | null) =>
        zone && document.querySelector(`[data-zone="${zone}"]`) ? zone : null
      return shown(pointedAt.current) ?? shown(zoneOf(document.activeElement)) ?? shown(place.get())
    }
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || isElsewhere(event.target)) return
      // With something in the hand, it is that which Escape puts back.
      if (event.key === 'Escape' && !carried.get()) selection.clear()
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const tabAt = TABS[Number(event.key) - 1]
      if (tabAt) {
        writer.close()
        selection.clear()
        tab.set(tabAt)
      } else if (event.key === '?') {
        event.preventDefault()
        latest.current()
      } else if (event.key.toLowerCase() === 'n' && canEdit) {
        const zone = zoneMeant()
        if (!zone) return
        event.preventDefault()
        writer.open({ create: { zone } })
      }
    }
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isElsewhere(event.target) || !canEdit) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const lines = linesOf(text)
      const zone = zoneMeant()
      if (lines.length === 0 || !zone) return
      event.preventDefault()
      const asOne = () => actions.addLines([text.trim()], { zone })
      if (lines.length === 1) asOne()
      else pasted.set({ zone, lines, asOne })
    }
    document.addEventListener('keydown', onKeyDown)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('paste', onPaste)
    }
  }, [writer, selection, carried, tab, place, pasted, actions, canEdit])

  return {
    onPointerOver({ target }) {
      pointedAt.current = target instanceof Element ? zoneOf(target) : null
    },
    onKeyDown(event) {
      const direction = directionOf(event.key)
      const from = event.target
      if (!direction || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
      if (!(from instanceof HTMLElement) || !('nav' in from.dataset)) return
      event.preventDefault()
      focusNearest(from, direction)
    },
  }
}

/** A field takes its own keys, and what is open over the board all of them. */
const isElsewhere = (target: EventTarget | null): boolean =>
  isTextField(target) || document.querySelector('dialog[open]') !== null

const zoneOf = (element: Element | null): ZoneId | null => {
  const zone = element?.closest<HTMLElement>('[data-zone]')?.dataset.zone
  return isZoneId(zone) ? zone : null
}

function focusNearest(from: Element, direction: Parameters<typeof nearest>[2]): void {
  const others = [...document.querySelectorAll<HTMLElement>('[data-nav]')].filter(
    (element) => element !== from && element.offsetParent !== null,
  )
  const boxes = others.map((element) => element.getBoundingClientRect())
  others[nearest(from.getBoundingClientRect(), boxes, direction)]?.focus()
}
