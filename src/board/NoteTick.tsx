import { useMessages } from '../i18n/useMessages.ts'
import type { NoteId } from '../model/ids.ts'
import type { Tick as TickState } from '../sync/session.ts'
import { useTick } from '../sync/useCanvas.ts'
import { Tick } from '../ui/Tick.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useBoard } from './boardContext.ts'
import { NoteSign } from './NoteSign.tsx'
import styles from './NoteTick.module.css'

/** Whether a note is kept here and stored there, in words. */
export function useTickWords(note: NoteId): { state: TickState; words: string } {
  const { session, device } = useBoard()
  const words = useMessages().common.tick
  const state = useTick(session, note)
  return { state, words: state === 'kept' ? words.kept(device) : words[state] }
}

/** The ticks at a note's foot. Pressing them says the sentence; the note's menu says it too. */
export function NoteTick({ note, className = '' }: { note: NoteId; className?: string }) {
  const { state, words } = useTickWords(note)
  const toast = useToast()
  return (
    <button
      type="button"
      className={`${styles.tick} ${className}`}
      tabIndex={-1}
      title={words}
      onClick={() => toast({ icon: state === 'unkept' ? 'clock' : 'check', text: words })}
    >
      {state === 'unkept' ? (
        <Tick state={state} label={words} className={styles.unkept} />
      ) : (
        <NoteSign sign={state} label={words} />
      )}
    </button>
  )
}
