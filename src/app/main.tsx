import '../design/tokens.css'
import '../design/fonts.css'
import '../design/base.css'
import '../design/notes.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadMessages } from '../i18n/useMessages.ts'
import type { Language } from '../model/workshop.ts'
import { openDevice } from '../storage/openDevice.ts'
import { Opening } from '../workshop/Opening.tsx'
import { parseRoute } from '../workshop/route.ts'
import { App } from './App.tsx'
import { CanvasScreen } from './screens.ts'

const PATIENCE_MS = 1_000

const root = document.getElementById('app')
if (!root) throw new Error('index.html has no #app')

// The canvas is fetched while the device is being opened.
const route = parseRoute(location.hash)
if (route.type === 'link' && route.link.ok && route.link.value.role !== 'facilitator') {
  CanvasScreen.preload()
}

// A device that is slow to open, or never does, leaves no blank page. Which language was chosen is not known yet.
const page = createRoot(root)
const words = await loadMessages('id')
const slow = setTimeout(() => page.render(<Opening text={words.common.loading} />), PATIENCE_MS)
const device = await openDevice()
const { language, messages } = await loadChosen((await device.preferences.get()).language ?? 'id')
clearTimeout(slow)
page.render(
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
