import { useMemo } from 'react'
import type { Messages } from '../i18n/id.ts'
import type { Language } from '../model/workshop.ts'
import type { Device } from '../storage/device.ts'
import { createApi } from '../sync/api.ts'
import { IconSprite } from '../ui/Icon.tsx'
import { ToastProvider } from '../ui/Toasts.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { JoinScreen } from '../workshop/JoinScreen.tsx'
import { Landing } from '../workshop/Landing.tsx'
import { LinkProblem } from '../workshop/LinkProblem.tsx'
import { MineScreen } from '../workshop/MineScreen.tsx'
import type { Route } from '../workshop/route.ts'
import { formatRoute } from '../workshop/route.ts'
import type { Services } from '../workshop/services.ts'
import { ServicesContext } from '../workshop/services.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { LanguageProvider } from './LanguageProvider.tsx'
import { LinkScreen } from './LinkScreen.tsx'
import { LooksProvider } from './LooksProvider.tsx'
import { CreateScreen, DashboardScreen, FacilitatorCanvasScreen, LinksScreen } from './screens.ts'
import { useLikelyNext } from './useLikelyNext.ts'
import { goTo, replaceRoute, useRoute } from './useRoute.ts'
import { withPictures } from './withPictures.tsx'

type AppProps = { device: Device; language: Language; messages: Messages }

/** The composition root: builds the pieces and hands them down. */
export function App({ device, language, messages }: AppProps) {
  const services = useMemo(() => buildServices(device), [device])
  return (
    <LanguageProvider device={device} language={language} messages={messages}>
      <ServicesContext.Provider value={services}>
        <IconSprite />
        <ToastProvider>
          <LooksProvider>
            <CurrentScreen />
          </LooksProvider>
        </ToastProvider>
      </ServicesContext.Provider>
    </LanguageProvider>
  )
}

function buildServices(device: Device): Services {
  return {
    device,
    origin: location.origin,
    api: createApi({ origin: location.origin }),
    go: goTo,
    replace: replaceRoute,
  }
}

const Mine = withPictures(MineScreen)

function CurrentScreen() {
  const route = useRoute()
  const place = formatRoute(route)
  useLikelyNext(route.type, useIsPhone())
  return (
    <ErrorBoundary key={place}>
      <Screen route={route} />
    </ErrorBoundary>
  )
}

function Screen({ route }: { route: Route }) {
  switch (route.type) {
    case 'start':
      return <Landing />
    case 'create':
      return <CreateScreen />
    case 'mine':
      return <Mine />
    case 'join':
      return <JoinScreen code={route.code} />
    case 'workshop':
      return <DashboardScreen workshop={route.workshop} />
    case 'links':
      return <LinksScreen workshop={route.workshop} />
    case 'canvas':
      return <FacilitatorCanvasScreen workshop={route.workshop} canvas={route.canvas} />
    case 'link':
      if (route.link.ok) return <LinkScreen link={route.link.value} />
      return (
        <LinkProblem
          problem={
            route.link.error.type === 'incomplete'
              ? { type: 'incomplete', shown: route.shown }
              : { type: 'unknown' }
          }
        />
      )
  }
}
