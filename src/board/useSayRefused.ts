import { useCallback } from 'react'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/useMessages.ts'
import { LIMITS } from '../model/limits.ts'
import type { AddRefusal } from '../sync/session.ts'
import { useToast } from '../ui/Toasts.tsx'

/** Says why something was not taken in. */
export function useSayRefused(): (reason: AddRefusal) => void {
  const { messages, language } = useLanguage()
  const toast = useToast()
  return useCallback(
    (reason) => {
      const words = messages.board
      const textOf: Record<AddRefusal, () => string> = {
        canvasFull: () => words.canvasFull(formatNumber(LIMITS.notesOnCanvas, language)),
        canvasTooLarge: () => words.canvasTooLarge,
        noteTooLong: () => words.noteTooLong(formatNumber(LIMITS.noteTextLength, language)),
      }
      toast({ icon: 'note', text: textOf[reason]() })
    },
    [messages, language, toast],
  )
}

/** The same for a field, by how long its words would be. */
export function useSayTooLong(): (length: number) => void {
  const sayRefused = useSayRefused()
  return useCallback(
    (length) => sayRefused(length > LIMITS.noteTextLength ? 'noteTooLong' : 'canvasTooLarge'),
    [sayRefused],
  )
}
