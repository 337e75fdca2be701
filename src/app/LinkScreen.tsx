import { useEffect } from 'react'
import { useMessages } from '../i18n/useMessages.ts'
import type { CapabilityLink } from '../protocol/capability.ts'
import type { KeptSeat } from '../storage/device.ts'
import { useToast } from '../ui/Toasts.tsx'
import { useIsPhoneEitherWay } from '../ui/useMediaQuery.ts'
import { LinkProblem } from '../workshop/LinkProblem.tsx'
import { Opening } from '../workshop/Opening.tsx'
import { useServices } from '../workshop/services.ts'
import { useOpenLink } from '../workshop/useOpenLink.ts'
import { CanvasScreen, DashboardScreen } from './screens.ts'

/** Opens a capability link: a member's canvas, or a workshop for its facilitator. */
export function LinkScreen({ link }: { link: CapabilityLink }) {
  const { opened, retry } = useOpenLink(link.capability)
  const words = useMessages().workshop.link
  const what = link.role === 'facilitator' ? 'workshop' : 'canvas'
  switch (opened.type) {
    case 'opening':
      return <Opening text={what === 'workshop' ? words.openingWorkshop : words.opening} />
    case 'open':
      return opened.seat.canvas === null ? (
        <OpenWorkshop seat={opened.seat} />
      ) : (
        <OpenSeat seat={opened.seat} welcome={opened.welcome} />
      )
    case 'revoked':
      // What is kept here of it stays to be seen: the canvas itself says that its link opens nothing more.
      return opened.seat?.canvas ? (
        <OpenSeat seat={opened.seat} welcome={false} />
      ) : (
        <LinkProblem problem={{ type: 'revokedElsewhere' }} />
      )
    case 'unknown':
      return <LinkProblem problem={{ type: 'unknown' }} />
    case 'trouble':
      return opened.trouble.type === 'offline' ? (
        <LinkProblem problem={{ type: 'offline', what, onRetry: retry }} />
      ) : (
        <LinkProblem
          problem={{ type: 'trouble', trouble: opened.trouble, to: link.role, onRetry: retry }}
        />
      )
  }
}

function OpenSeat({ seat, welcome }: { seat: KeptSeat; welcome: boolean }) {
  const words = useMessages().workshop.link
  const toast = useToast()
  const isPhone = useIsPhoneEitherWay()
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, whatever changes meanwhile
  useEffect(() => {
    if (!welcome || isPhone) return
    toast({ icon: 'check', text: seat.name ? words.welcome(seat.name) : words.welcomeNameless })
  }, [welcome])
  // A phone's map has no room for a bar that covers nothing.
  const greeting = welcome && isPhone ? words.welcomeNameless : undefined
  return seat.canvas && <CanvasScreen seat={seat} canvas={seat.canvas} greeting={greeting} />
}

/** The key leaves the address bar once it is kept here: laptops are projected. Where nothing is kept, it has to stay. */
function OpenWorkshop({ seat }: { seat: KeptSeat }) {
  const { device, replace } = useServices()
  const { keeps } = device
  useEffect(() => {
    if (keeps) replace({ type: 'workshop', workshop: seat.workshop })
  }, [keeps, replace, seat.workshop])
  return keeps ? null : <DashboardScreen workshop={seat.workshop} seat={seat} />
}
