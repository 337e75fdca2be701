import '../design/tokens.css'
import '../design/fonts.css'
import '../design/base.css'
import '../design/notes.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadMessages } from '../i18n/useMessages.ts'
import { openDevice } from '../storage/openDevice.ts'
import { App } from './App.tsx'

const device = await openDevice()
const { language } = await device.preferences.get()
const chosen = language ?? 'id'
const root = document.getElementById('app')
if (!root) throw new Error('index.html has no #app')
createRoot(root).render(
  <StrictMode>
    <App device={device} language={chosen} messages={await loadMessages(chosen)} />
  </StrictMode>,
)
