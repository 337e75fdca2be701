/** Where others reach this server: the public URL, or this machine's addresses in its networks. Never localhost. */
import { isIPv4 } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { Addresses } from '../src/protocol/api.ts'

type Interfaces = ReturnType<typeof networkInterfaces>

/** Networks of containers and virtual machines: their addresses reach nobody in the hall. */
const VIRTUAL =
  /^(docker|veth|br-|virbr|vmnet|vboxnet|utun|tun|tap|tailscale|zt|cni|flannel|cali|vEthernet|lxc)/i

export type Listening = {
  port: number
  /** What the server was told to listen on. */
  host: string
  publicUrl: string | null
}

export function reachableAddresses(
  { port, host, publicUrl }: Listening,
  interfaces: Interfaces = networkInterfaces(),
): Addresses {
  if (publicUrl !== null) {
    return { reachable: [{ origin: publicUrl, label: new URL(publicUrl).host }], fixed: true }
  }
  const found: { address: string; label: string }[] = []
  for (const [label, addresses] of Object.entries(interfaces)) {
    for (const { family, internal, address } of addresses ?? []) {
      if (family === 'IPv4' && !internal && !address.startsWith('169.254.')) {
        found.push({ address, label })
      }
    }
  }
  const heard = found.filter(({ address }) => listensOn(host, address))
  heard.sort((a, b) => rankOf(a) - rankOf(b))
  const origin = (address: string) => `http://${address}${port === 80 ? '' : `:${port}`}`
  return {
    reachable: heard.map(({ address, label }) => ({ origin: origin(address), label })),
    fixed: false,
  }
}

const listensOn = (host: string, address: string): boolean =>
  isIPv4(host) && host !== '0.0.0.0' ? host === address : !isLoopback(host)

export const isLoopback = (host: string): boolean => /^(localhost|127\..*|::1)$/.test(host)

/** A hall's router and a phone's hotspot first. */
function rankOf({ address, label }: { address: string; label: string }): number {
  const virtual = VIRTUAL.test(label) ? 10 : 0
  if (address.startsWith('192.168.')) return virtual
  if (address.startsWith('10.')) return virtual + 1
  if (/^172\.(1[6-9]|2\d|3[01])\./.test(address)) return virtual + 2
  return virtual + 3
}
