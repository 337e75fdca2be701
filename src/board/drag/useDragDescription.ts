import { useMessages } from '../../i18n/useMessages.ts'

/** Id of the sentence in DragBoard that says which keys carry a note. */
export const INSTRUCTIONS_ID = 'board-drag-instructions'

export function useDragDescription(): {
  'aria-describedby': string
  'aria-roledescription': string
} {
  return {
    'aria-describedby': INSTRUCTIONS_ID,
    'aria-roledescription': useMessages().board.drag.role,
  }
}
