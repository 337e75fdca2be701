import { useMessages } from '../i18n/useMessages.ts'
import { IconButton } from '../ui/Button.tsx'
import { useLooks } from './looksChoice.ts'

/** Theme and text size, where a screen has no ⋮ of its own. */
export function LooksButton() {
  const { common } = useMessages()
  const { show } = useLooks()
  return <IconButton icon="text" size="touch" label={common.looks.title} onClick={show} />
}
