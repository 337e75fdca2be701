import { lazy, Suspense, useMemo } from 'react'
import type { Messages } from '../i18n/id.ts'
import type { Language } from '../model/workshop.ts'
import type { Device } from '../storage/device.ts'
import { IconSprite } from '../ui/Icon.tsx'
import { ToastProvider } from '../ui/Toasts.tsx'
import { formatRoute } from '../workshop/route.ts'
import type { Api, Services } from '../workshop/services.ts'
import { ServicesContext } from '../workshop/services.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { LanguageProvider } from './LanguageProvider.tsx'
import { goTo, replaceRoute, useRoute } from './useRoute.ts'

const Landing = lazy(async () => ({ default: (await import('../workshop/Landing.tsx')).Landing }))

type AppProps = { device: Device; language: Language; messages: Messages }

/** The composition root: builds the pieces and hands them down. */
export function App({ device, language, messages }: AppProps) {
  const services = useMemo<Services>(
    () => ({
      device,
      api: {} as Api,
      go: goTo,
      replace: replaceRoute,
      Picture: () => null,
    }),
    [device],
  )
  return (
    <LanguageProvider device={device} language={language} messages={messages}>
      <ServicesContext.Provider value={services}>
        <IconSprite />
        <ToastProvider>
          <Screens />
        </ToastProvider>
      </ServicesContext.Provider>
    </LanguageProvider>
  )
}

function Screens() {
  const route = useRoute()
  return (
    <ErrorBoundary place={formatRoute(route)}>
      <Suspense fallback={null}>
        <Landing />
      </Suspense>
    </ErrorBoundary>
  )
}
