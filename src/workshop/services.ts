/** What the screens around a canvas need from outside. `app` builds it once and hands it down. */
import { createContext, useContext } from 'react'
import type { Device } from '../storage/device.ts'
import type { Api } from '../sync/api.ts'
import type { Route } from './route.ts'

export type Services = {
  device: Device
  api: Api
  /** Where this page came from and the server answers. */
  origin: string
  go(route: Route): void
  /** Goes there without leaving the present address in the browser's history. */
  replace(route: Route): void
}

export const ServicesContext = createContext<Services | null>(null)

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('no services: a screen stands outside of <App>')
  return services
}
