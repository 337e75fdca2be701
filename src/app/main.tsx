import '../design/tokens.css'
import '../design/fonts.css'
import '../design/base.css'
import '../design/notes.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadMessages } from '../i18n/useMessages.ts'
import type { Language } from '../model/workshop.ts'
import { openDevice } from '../storage/openDevice.ts'
import { parseRoute } from '../workshop/route.ts'
import { App } from './App.tsx'
import { CanvasScreen } from './screens.ts'

const root = document.getElementById('app')
if (!root) throw new Error('index.html has no #app')

// The canvas is fetched while the device is being opened.
const route = parseRoute(location.hash)
if (route.type === 'link' && route.link.ok && route.link.value.role !== 'facilitator') {
  CanvasScreen.preload()
}

const device = await openDevice()
const { language, messages } = await loadChosen((await device.preferences.get()).language ?? 'id')
createRoot(root).render(
  <StrictMode>
    <App device={device} language={language} messages={messages} />
  </StrictMode>,
)

/** Indonesian is always at hand; another language may not come without signal. */
async function loadChosen(chosen: Language) {
  try {
    return { language: chosen, messages: await loadMessages(chosen) }
  } catch {
    return { language: 'id' as const, messages: await loadMessages('id') }
  }
}
