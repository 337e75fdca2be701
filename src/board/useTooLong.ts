import { useCallback } from 'react'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/useMessages.ts'
import { LIMITS } from '../model/limits.ts'
import { useToast } from '../ui/Toasts.tsx'

/** Says why a field did not take what was put into it: the note would be too long, or the canvas would hold too much. */
export function useTooLong(): (length: number) => void {
  const { messages, language } = useLanguage()
  const toast = useToast()
  return useCallback(
    (length) => {
      const { board } = messages
      const text =
        length > LIMITS.noteTextLength
          ? board.tooLong(formatNumber(LIMITS.noteTextLength, language))
          : board.canvasTooLarge
      toast({ icon: 'note', text })
    },
    [messages, language, toast],
  )
}
