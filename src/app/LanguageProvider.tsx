import type { ReactNode } from 'react'
import { useEffect, useMemo, useState } from 'react'
import type { Messages } from '../i18n/id.ts'
import { LanguageContext, loadMessages } from '../i18n/useMessages.ts'
import type { Language } from '../model/workshop.ts'
import type { Device } from '../storage/device.ts'

type Props = { device: Device; language: Language; messages: Messages; children: ReactNode }

/** Keeps the chosen language on the device, and `<html lang>` in step with it. */
export function LanguageProvider({ device, language, messages, children }: Props) {
  const [chosen, setChosen] = useState({ language, messages })
  useEffect(() => {
    document.documentElement.lang = chosen.language
  }, [chosen.language])
  const choice = useMemo(
    () => ({
      ...chosen,
      choose(next: Language) {
        // Without signal the other language may not come: then this one stays.
        loadMessages(next).then(
          (loaded) => {
            setChosen({ language: next, messages: loaded })
            void device.preferences.set({ language: next })
          },
          () => {},
        )
      },
    }),
    [chosen, device],
  )
  return <LanguageContext.Provider value={choice}>{children}</LanguageContext.Provider>
}
