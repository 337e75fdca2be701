import type { KeyboardEvent } from 'react'
import { useCallback, useEffect } from 'react'
import { useMessages } from '../../i18n/useMessages.ts'
import type { NoteId } from '../../model/ids.ts'
import type { ZoneId } from '../../model/zones.ts'
import { useBoard } from '../boardContext.ts'
import { focusNote } from '../focusNote.ts'
import { directionOf } from '../spatial.ts'
import type { Landing } from '../zoneItems.ts'
import { isWhereItLies } from '../zoneItems.ts'
import { othersIn, stepLanding, turnOf } from './keyCarry.ts'
import { useHandWords } from './useHandWords.ts'

type KeyCarry = {
  /** True where the key was used. */
  onKey(event: KeyboardEvent): boolean
  /** The focus went elsewhere: the note returns. */
  letGo(): void
}

/**
 * Carrying by keys: Space lifts, arrows walk, Enter or Space puts down, Escape (or leaving) returns. Our own, because the
 * library's keyboard sensor moves by pixels and knows no turns in a list.
 */
export function useKeyCarry(note: NoteId | null, zone: ZoneId): KeyCarry {
  const { session, carried, selection, tab, actions, writer, say } = useBoard()
  const { board, zones } = useMessages()
  const words = board.drag
  const inWords = useHandWords()

  const letGo = useCallback(() => {
    const carrying = carried.get()
    if (!note || carrying?.by !== 'keys' || carrying.note !== note) return
    carried.set(null)
    say(words.cancelled(inWords(carrying), zones[zone].name))
  }, [note, zone, carried, say, inWords, words, zones])

  // Gone from this place while carried (removed or moved by somebody else): nothing to carry here.
  useEffect(() => letGo, [letGo])

  const onKey = useCallback(
    (event: KeyboardEvent) => {
      if (!note) return false
      const view = session.view()
      const carrying = carried.get()
      const name = (id: ZoneId) => zones[id].name

      if (carrying?.by !== 'keys' || carrying.note !== note) {
        if (event.key !== ' ') return false
        event.preventDefault()
        writer.close()
        const notes = selection.meantBy(note)
        const others = view.zones[zone].filter((each) => each === note || !notes.includes(each))
        const to: Landing = { zone, after: others[others.indexOf(note) - 1] ?? null }
        const height = event.currentTarget.getBoundingClientRect().height
        carried.set({ note, notes, by: 'keys', from: zone, to, height })
        say(words.lifted(inWords({ note, notes }), name(zone)))
        return true
      }

      const { notes } = carrying
      const at = carrying.to ?? { zone, after: null }
      const direction = directionOf(event.key)
      if (direction) {
        event.preventDefault()
        const to = stepLanding(view, tab.get(), notes, at, direction)
        carried.set({ ...carrying, to })
        const all = othersIn(view, notes, to.zone).length + notes.length
        say(words.at(name(to.zone), turnOf(view, notes, to) + 1, all))
      } else if (event.key === ' ' || event.key === 'Enter') {
        event.preventDefault()
        carried.set(null)
        const there = view.zones[at.zone]
        const stays = notes.length === 1 && isWhereItLies(there, note, at.after)
        if (stays) say(words.cancelled(inWords(carrying), name(zone)))
        else if (actions.put(notes, at).length > 0) {
          const all = othersIn(view, notes, at.zone).length + notes.length
          say(words.dropped(inWords(carrying), name(at.zone), turnOf(view, notes, at) + 1, all))
        }
        focusNote(note, at.zone)
      } else if (event.key === 'Escape') {
        event.preventDefault()
        letGo()
      } else return false
      return true
    },
    [
      note,
      zone,
      session,
      carried,
      selection,
      tab,
      actions,
      writer,
      say,
      inWords,
      words,
      zones,
      letGo,
    ],
  )
  return { onKey, letGo }
}
