import { describe, expect, it } from 'vitest'
import { voiceFor } from '../../src/board/voiceFor.ts'

const voice = (name: string, lang: string, localService: boolean) => ({ name, lang, localService })

describe('the voice that reads aloud', () => {
  it('is one of the device, which needs no internet, wherever it stands among the others', () => {
    const voices = [
      voice('Google Bahasa', 'id-ID', false),
      voice('English', 'en-US', true),
      voice('Damayanti', 'in_ID', true),
    ]
    expect(voiceFor(voices, 'id')?.name).toBe('Damayanti')
    expect(voiceFor(voices, 'en')?.name).toBe('English')
  })

  it('is one from afar where the device has none of that language, and none where nobody speaks it', () => {
    const voices = [voice('Google Bahasa', 'id-ID', false), voice('Inari', 'inh', true)]
    expect(voiceFor(voices, 'id')?.name).toBe('Google Bahasa')
    expect(voiceFor(voices, 'en')).toBe(undefined)
  })
})
