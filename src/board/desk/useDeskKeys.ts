import { useEffect, useRef } from 'react'
import { TABS } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { focusNote } from '../focusNote.ts'
import { focusNearest, isElsewhere } from '../keysOnBoard.ts'
import { linesOf } from '../pastedLines.ts'
import type { Direction } from '../spatial.ts'
import { directionOf } from '../spatial.ts'
import { useOpenTab } from '../useOpenTab.ts'
import type { KeyboardPlace } from './keyboardPlace.ts'
import { useNewNote, useTakePair } from './useNewNote.ts'

/** Keys that hold anywhere on the board. */
export function useDeskKeys(keyboard: KeyboardPlace, onShortcuts: () => void): void {
  const { selection, carried, pasted, actions, canEdit } = useBoard()
  const openTab = useOpenTab()
  const newNote = useNewNote()
  const takePair = useTakePair()
  const latest = useRef(onShortcuts)
  useEffect(() => {
    latest.current = onShortcuts
  })

  useEffect(() => {
    const openTabAt = (at: number): boolean => {
      const tab = TABS[at - 1]
      if (!tab) return false
      openTab(tab)
      requestAnimationFrame(keyboard.resume)
      return true
    }
    const write = (): boolean => {
      const zone = canEdit && !carried.get() && keyboard.zoneMeant()
      return zone ? newNote(zone) !== null : false
    }
    const walk = (direction: Direction, from: EventTarget | null): boolean => {
      if (carried.get()) return false
      if (from === document.body) keyboard.resume()
      else if (!(from instanceof Element && from.closest('[data-zone], [data-nav]'))) return false
      else focusNearest(from, direction)
      return true
    }
    const showShortcuts = (): boolean => {
      latest.current()
      return true
    }
    const use = ({ key, target, shiftKey }: KeyboardEvent): boolean => {
      const direction = directionOf(key)
      if (direction) return !shiftKey && walk(direction, target)
      if (key === '?') return showShortcuts()
      return key.toLowerCase() === 'n' ? write() : openTabAt(Number(key))
    }
    /** A note that has the focus takes these keys itself; after a box was drawn none has it. */
    const commandSelected = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => {
      const notes = selection.inOrder()
      if (!canEdit || carried.get() || notes.length === 0) return false
      const held = ctrlKey || metaKey
      if (held && key.toLowerCase() === 'd') selection.select(actions.duplicate(notes))
      else if (!held && (key === 'Delete' || key === 'Backspace')) actions.remove(notes)
      else return false
      return true
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isElsewhere(event.target)) return
      if (commandSelected(event)) return event.preventDefault()
      // With something in the hand, it is that which Escape puts back.
      if (event.key === 'Escape' && !carried.get()) selection.clear()
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (use(event)) event.preventDefault()
    }
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isElsewhere(event.target) || !canEdit) return
      const text = event.clipboardData?.getData('text/plain').trim() ?? ''
      const lines = linesOf(text)
      const zone = keyboard.zoneMeant()
      if (lines.length === 0 || !zone) return
      event.preventDefault()
      const joins = takePair(zone)
      const asOne = () => {
        const [there] = actions.addLines([text], { zone, joins })
        if (there) focusNote(there, zone)
      }
      if (lines.length === 1) asOne()
      else pasted.set({ zone, joins, lines, lengthAsOne: text.length, asOne })
    }
    document.addEventListener('keydown', onKeyDown)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('paste', onPaste)
    }
  }, [keyboard, openTab, newNote, takePair, selection, carried, pasted, actions, canEdit])
}
