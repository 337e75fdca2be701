/** A real server as people in a village hall meet it: by a plain-http name that is no secure context. */
import { join } from 'node:path'
import type { Role } from '../../src/model/roles.ts'
import { capabilityLink } from '../../src/protocol/capability.ts'
import { leakedLinks } from './leakedLinks.ts'
import type { ServerProcess } from './server.ts'
import { aServerProcess } from './server.ts'

/** The browser maps this name to loopback (playwright.config.ts). */
export const LAN_NAME = 'guyub.test'

export type Hall = {
  /** What everybody types into the address bar. */
  address: string
  /** For requests from the test itself. */
  origin: string
  /** Where it keeps all, to be opened by others only while it is stopped. */
  data: string
  link(role: Role, capability: string): string
  kill(): Promise<void>
  stop(): Promise<void>
  /** The same server again, on the same port, over the same file; nothing where it runs. */
  start(): Promise<void>
  /** Takes note of what a browser sent or said where others may read it: it must hold no link. */
  overhear(text: string): void
  /** The links in all that it printed and was overheard, once it has stopped. */
  leaked(): string[]
}

/** @param program What runs as the server, where it is not the product itself. */
export async function openHall(home: string, program?: string): Promise<Hall> {
  const data = join(home, 'guyub.sqlite')
  let server: ServerProcess | null = await aServerProcess(data, { program })
  const { port, origin } = server
  const address = `http://${LAN_NAME}:${port}`
  const overheard: string[] = []
  const end = async (how: (running: ServerProcess) => Promise<unknown>) => {
    if (!server) return
    await how(server)
    overheard.push(server.output())
    server = null
  }
  return {
    address,
    origin,
    data,
    link: (role, capability) => capabilityLink(address, role, capability),
    kill: () => end((running) => running.kill()),
    stop: () => end((running) => running.stop()),
    async start() {
      server ??= await aServerProcess(data, { port, program })
    },
    overhear: (text) => void overheard.push(text),
    leaked: () => leakedLinks(data, overheard.join('\n')),
  }
}
