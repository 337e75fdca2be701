/** The chosen language for React. Indonesian is in the first load; English comes when it is asked for. */
import { createContext, useContext } from 'react'
import type { Language } from '../model/workshop.ts'
import type { Messages } from './id.ts'
import { id } from './id.ts'

type LanguageChoice = {
  language: Language
  messages: Messages
  choose(language: Language): void
}

export const LanguageContext = createContext<LanguageChoice>({
  language: 'id',
  messages: id,
  choose: () => {},
})

export const useLanguage = (): LanguageChoice => useContext(LanguageContext)
export const useMessages = (): Messages => useContext(LanguageContext).messages

export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'id' ? id : (await import('./en.ts')).en
}
