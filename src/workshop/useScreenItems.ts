import { useMemo } from 'react'
import { useLanguage } from '../i18n/useMessages.ts'
import type { Language } from '../model/workshop.ts'
import type { MenuItem } from '../ui/Menu.tsx'
import { useLooks } from './looksChoice.ts'

/** What every ⋮ of a whole screen ends with: the other language, and how this device shows things. */
export function useScreenItems(): readonly MenuItem[] {
  const { language, messages, choose } = useLanguage()
  const { show } = useLooks()
  const { title } = messages.common.looks
  return useMemo(() => {
    const other: Language = language === 'id' ? 'en' : 'id'
    return [
      {
        key: 'language',
        icon: 'globe',
        // By its own name: who needs to switch can't read the other.
        label: other === 'en' ? 'English' : 'Bahasa Indonesia',
        onChoose: () => choose(other),
      },
      { key: 'looks', icon: 'text', label: title, onChoose: show },
    ]
  }, [language, choose, show, title])
}
