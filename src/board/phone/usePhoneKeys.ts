import { useEffect } from 'react'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { isZoneId } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { focusNearest, isElsewhere } from '../keysOnBoard.ts'
import { directionOf } from '../spatial.ts'
import type { PhoneTools } from './phoneTools.ts'

/** Firefox presses a button when Space is let go: it would be one of the map that Space has opened. */
const passOverKeyUp = () =>
  document.addEventListener('keyup', (event) => event.preventDefault(), {
    once: true,
    capture: true,
  })

/**
 * A laptop whose page is made twice as large has a phone's board, and its keyboard: what walks, writes, deletes and carries
 * there. Space lifts: the map to put notes down on comes up, and arrows walk over it.
 */
export function usePhoneKeys(zone: ZoneId | null, { compose, sheet, selecting }: PhoneTools): void {
  const { actions, selection, carried, canEdit } = useBoard()
  useEffect(() => {
    const walk = (key: string, from: Element | null): boolean => {
      const direction = directionOf(key)
      if (!direction) return false
      if (from) focusNearest(from, direction)
      else document.querySelector<HTMLElement>('[data-nav]')?.focus()
      return true
    }
    const write = (from: HTMLElement | null): boolean => {
      const meant = zone ?? from?.dataset.cell
      if (!canEdit || !isZoneId(meant)) return false
      compose(null, meant)
      return true
    }
    const remove = (from: HTMLElement | null): boolean => {
      const note = from?.dataset.note as NoteId | undefined
      if (!canEdit || !from || !note) return false
      focusNearest(from, 'down')
      if (document.activeElement === from) focusNearest(from, 'up')
      actions.remove(selection.meantBy(note))
      return true
    }
    const lift = (from: HTMLElement | null): boolean => {
      const note = from?.dataset.note as NoteId | undefined
      if (!canEdit || !note || selecting.get()) return false
      passOverKeyUp()
      sheet({ type: 'move', notes: [note] })
      return true
    }
    const use = (key: string, from: HTMLElement | null): boolean => {
      if (key === ' ') return lift(from)
      if (key === 'Delete' || key === 'Backspace') return remove(from)
      return key.toLowerCase() === 'n' ? write(from) : walk(key, from)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key, defaultPrevented } = event
      const held = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
      if (defaultPrevented || held || carried.get()) return
      const from = target instanceof Element ? target.closest<HTMLElement>('[data-nav]') : null
      const onMap = from?.closest('dialog') != null
      if (!onMap && isElsewhere(target)) return
      // Elsewhere, as in a menu, keys have other meanings.
      if (from === null && target !== document.body) return
      if (onMap ? walk(key, from) : use(key, from)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [zone, compose, sheet, selecting, actions, selection, carried, canEdit])
}
