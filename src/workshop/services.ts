/** What the screens around a canvas need from outside. `app` builds it once and hands it down. */
import type { ComponentType } from 'react'
import { createContext, useContext } from 'react'
import type { CanvasView } from '../model/canvas.ts'
import type { Device, KeptSeat } from '../storage/device.ts'
import type { Api } from '../sync/api.ts'
import type { Peek } from '../sync/peekRoom.ts'
import type { CanvasSession } from '../sync/session.ts'
import type { Route } from './route.ts'

export type Services = {
  device: Device
  api: Api
  /** Where this page came from and the server answers. */
  origin: string
  go(route: Route): void
  /** Goes there without leaving the present address in the browser's history. */
  replace(route: Route): void
  /** A seat's own canvas as this device holds it. Null for a seat without one. */
  peek(seat: KeptSeat): Promise<Peek | null>
  /** Small pictures of a canvas. They belong to the board, which this part does not know. */
  Picture: ComponentType<{ view: CanvasView; size?: 'small' | 'large' }>
  LivePicture: ComponentType<{ session: CanvasSession }>
}

export const ServicesContext = createContext<Services | null>(null)

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('no services: a screen stands outside of <App>')
  return services
}
