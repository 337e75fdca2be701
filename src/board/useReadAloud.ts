/** Reading aloud by the device's own voice, in the language of the interface; null where the device has no such voice. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useLanguage } from '../i18n/useMessages.ts'
import type { Language } from '../model/workshop.ts'
import { voiceFor } from './voiceFor.ts'

export type ReadAloud = {
  /** What is being read. */
  reading: string | null
  read(text: string): void
  stop(): void
}

export function useReadAloud(): ReadAloud | null {
  const { language } = useLanguage()
  const voice = useVoice(language)
  const [reading, setReading] = useState<string | null>(null)
  const stop = useCallback(() => {
    setReading(null)
    window.speechSynthesis?.cancel()
  }, [])
  // With the help that is closed, and with the language that nobody reads any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language is another text
  useEffect(() => stop, [stop, language])
  if (!voice) return null
  return {
    reading,
    stop,
    read(text) {
      window.speechSynthesis.cancel()
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.rate = 0.95
      utterance.onend = () => setReading((now) => (now === text ? null : now))
      utterance.onerror = utterance.onend
      setReading(text)
      window.speechSynthesis.speak(utterance)
    },
  }
}

/** Browsers load their voices when asked, and tell later. */
function useVoice(language: Language): SpeechSynthesisVoice | null {
  const find = () => voiceFor(window.speechSynthesis?.getVoices() ?? [], language)
  const uri = useSyncExternalStore(subscribeVoices, () => find()?.voiceURI ?? null)
  return uri === null ? null : (find() ?? null)
}

function subscribeVoices(listener: () => void): () => void {
  const speech = window.speechSynthesis
  speech?.addEventListener?.('voiceschanged', listener)
  return () => speech?.removeEventListener?.('voiceschanged', listener)
}
