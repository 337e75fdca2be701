import { useEffect } from 'react'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { isZoneId } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { focusNearest, isElsewhere } from '../keysOnBoard.ts'
import { directionOf } from '../spatial.ts'
import type { PhoneTools } from './phoneTools.ts'

/** A laptop whose page is made twice as large has a phone's board, and its keyboard: what walks, writes and deletes there. */
export function usePhoneKeys(zone: ZoneId | null, { compose }: PhoneTools): void {
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
    const use = (key: string, from: HTMLElement | null): boolean => {
      if (key === 'Delete' || key === 'Backspace') return remove(from)
      return key.toLowerCase() === 'n' ? write(from) : walk(key, from)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key, defaultPrevented } = event
      const held = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
      if (defaultPrevented || held || carried.get() || isElsewhere(target)) return
      const from = target instanceof Element ? target.closest<HTMLElement>('[data-nav]') : null
      // Elsewhere, as in a menu, keys have other meanings.
      if (from === null && target !== document.body) return
      if (use(key, from)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [zone, compose, actions, selection, carried, canEdit])
}
