/** What happens to devices, lines, disks and links, whatever the people on them are about to do. */
import { hashOf, mintCapability } from '../../server/access.ts'
import { compact } from '../../server/rooms.ts'
import type { CloseReason } from '../../src/protocol/closeCodes.ts'
import { openParrot } from './parrot.ts'
import type { SimDevice } from './simDevice.ts'
import type { World } from './world.ts'

export const FAULTS = {
  cut: 4,
  stall: 3,
  goOffline: 2,
  comeBack: 6,
  hide: 2,
  show: 2,
  openTab: 5,
  closeTab: 2,
  killTab: 3,
  killServer: 2,
  stopServer: 1,
  startServer: 5,
  serverDiskFull: 1,
  serverDiskTakes: 3,
  deviceDiskFull: 1,
  deviceDiskTakes: 3,
  storageLost: 1,
  revoke: 1,
  newLink: 3,
  demote: 1,
  promote: 3,
  parrot: 3,
  compact: 1,
  loseTail: 3,
} as const
export type Fault = keyof typeof FAULTS

export function happen(world: World, fault: Fault): void {
  const device = world.chance.oneOf(world.devices)
  if (!device) return
  world.time.tell(world.outside, `${fault} ${device.name}`)
  HAPPEN[fault](world, device)
}

const HAPPEN: Record<Fault, (world: World, device: SimDevice) => void> = {
  cut(world, device) {
    for (const line of world.linesOf(device)) {
      line.breakAfter(world.chance.between(0, 400), world.chance.between(0, 400))
    }
  },
  stall: (_, device) => device.stall(),
  goOffline(world, device) {
    device.access.online = false
    const isNoticed = world.chance.is(0.6)
    for (const line of world.linesOf(device)) {
      line.breakAfter(isNoticed ? 1 : world.chance.between(0, 20_000), world.chance.between(0, 400))
    }
    if (isNoticed) say(world, device, 'offline')
  },
  comeBack,
  hide: (world, device) => say(world, device, 'hidden'),
  show: (world, device) => say(world, device, 'visible'),
  openTab(world, device) {
    if (world.tabsOf(device).length < 2) world.openTab(device)
  },
  closeTab(world, device) {
    const tab = world.chance.oneOf(world.tabsOf(device))
    if (tab) world.closeTab(tab)
  },
  killTab(world, device) {
    // A phone takes a page out of sight first, mostly.
    const tab = world.chance.oneOf(world.tabsOf(device))
    if (!tab) return
    if (world.chance.is(0.5)) world.time.after(0, tab.actor, 'is hidden', () => tab.say('hidden'))
    world.time.after(world.chance.between(0, 200), world.outside, `kills ${tab.actor.name}`, () => {
      if (!tab.isClosing && tab.actor.alive) world.killTab(tab)
    })
  },
  killServer: (world) => world.killServer(),
  stopServer(world) {
    const { running } = world.server
    if (!running) return
    world.server.do('is told to stop', async ({ groupCommit, connections }) => {
      running.door.refuseNew()
      await groupCommit.settled().catch(() => {})
      running.door.close()
      connections.closeAll('serverRestarting')
      world.time.after(1_500, world.outside, 'stopped', () => {
        if (world.server.running === running) world.killServer()
      })
    })
  },
  startServer,
  serverDiskFull: ({ server }) => {
    server.disk.refuses = true
  },
  serverDiskTakes: ({ server }) => {
    server.disk.refuses = false
  },
  deviceDiskFull: (_, device) => {
    device.disk.refuses = true
  },
  deviceDiskTakes: (_, device) => {
    device.disk.refuses = false
  },
  storageLost: (_, device) => device.loseStorage(),
  revoke(world, device) {
    const { link } = device
    if (!link || world.isViewer(link)) return
    world.server.do(`takes back the link of ${device.name}`, async (services) => {
      const found = await services.store.capabilityByHash(hashOf(link.capability))
      if (!found) return
      await services.store.revoke([found.capability.id], services.now())
      services.connections.revoke([found.capability.id])
    })
  },
  newLink,
  demote(world, device) {
    if (!device.link || world.isViewer(device.link)) return
    for (const tab of world.tabsOf(device)) world.closeTab(tab)
    device.link = world.template.viewer
    world.openTab(device)
  },
  promote(world, device) {
    if (device.link !== world.template.viewer || world.isViewer(device.seat)) return
    for (const tab of world.tabsOf(device)) world.closeTab(tab)
    device.link = device.seat
    world.openTab(device)
  },
  parrot(world, { link }) {
    if (link && !world.isViewer(link)) openParrot(world, link)
  },
  loseTail(world) {
    if (world.losesTails) world.loseTail()
  },
  compact: ({ server, template }) =>
    server.do('compacts', ({ store, folding, log }) => compact(store, folding, log, template.room)),
}

export function comeBack(world: World, device: SimDevice): void {
  if (device.access.stalled) device.goOn()
  if (device.access.online) return
  device.access.online = true
  say(world, device, 'online')
}

export function startServer({ server }: World): void {
  if (!server.running) server.start()
}

/** Another link for the seat of this device, where the one it has was taken back. */
export function newLink(world: World, device: SimDevice): void {
  const { link } = device
  if (link && !wasTakenBack(world, device)) return
  world.server.do(`makes a link for ${device.name}`, async ({ groupCommit, now }) => {
    const { secret, record } = mintCapability(device.seat.seat, now())
    await groupCommit.write({ capabilities: [record] })
    if (device.link !== link) return
    device.link = { ...device.seat, capability: secret }
    for (const tab of world.tabsOf(device)) world.closeTab(tab)
    world.openTab(device)
  })
}

const OPENS_NOTHING: readonly CloseReason[] = ['linkRevoked', 'linkUnknown']

const wasTakenBack = (world: World, device: SimDevice): boolean =>
  world.tabsOf(device).some((tab) => {
    const { connection } = tab.room.status()
    return connection.type === 'refused' && OPENS_NOTHING.includes(connection.reason)
  })

function say(world: World, device: SimDevice, event: 'online' | 'offline' | 'hidden' | 'visible') {
  for (const tab of world.tabsOf(device)) {
    world.time.after(0, tab.actor, event, () => tab.say(event))
  }
}
