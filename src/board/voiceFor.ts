import type { Language } from '../model/workshop.ts'

/** What browsers call it. `in` is what old Android calls Indonesian. */
const CALLED: Readonly<Record<Language, readonly string[]>> = { id: ['id', 'in'], en: ['en'] }

/** A voice of a language: one of the device's own before one that needs the internet, which a village hall may not have. */
export function voiceFor<Voice extends Pick<SpeechSynthesisVoice, 'lang' | 'localService'>>(
  voices: readonly Voice[],
  language: Language,
): Voice | undefined {
  const speaking = voices.filter(({ lang }) =>
    CALLED[language].includes(lang.toLowerCase().split(/[-_]/)[0] ?? ''),
  )
  return speaking.find(({ localService }) => localService) ?? speaking[0]
}
