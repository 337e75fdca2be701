/** What the screens around a canvas need from outside. `app` builds it once and hands it down. */
import type { ComponentType } from 'react'
import { createContext, useContext } from 'react'
import type { CanvasView } from '../model/canvas.ts'
import type { SeatId } from '../model/ids.ts'
import type { Result } from '../model/result.ts'
import type { Language } from '../model/workshop.ts'
import type {
  Addresses,
  Created,
  CreateWorkshop,
  JoinOffer,
  Minted,
  Session,
} from '../protocol/api.ts'
import type { JoinCode } from '../protocol/joinCode.ts'
import type { Device } from '../storage/device.ts'
import type { Route } from './route.ts'
import type { Trouble } from './trouble.ts'

type Answer<T> = Promise<Result<T, Trouble>>

/** The server's JSON API with one capability, or none. */
export type Api = {
  createWorkshop(workshop: CreateWorkshop): Answer<Created>
  createSample(language: Language): Answer<Created>
  session(capability: string): Answer<Session>
  joinOffer(code: JoinCode): Answer<JoinOffer>
  claimSeat(code: JoinCode, seat: SeatId): Answer<Minted>
  addresses(): Answer<Addresses>
}

export type Services = {
  device: Device
  api: Api
  go(route: Route): void
  /** Goes there without leaving the present address in the browser's history. */
  replace(route: Route): void
  /** A canvas as a small live picture. It belongs to the board, which this part does not know. */
  Picture: ComponentType<{ view: CanvasView; label: string }>
}

export const ServicesContext = createContext<Services | null>(null)

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('no services: a screen stands outside of <App>')
  return services
}
