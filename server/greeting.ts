import { renderUnicodeCompact } from 'uqr'
import type { Addresses } from '../src/protocol/api.ts'
import type { Listening } from './addresses.ts'
import { isLoopback, reachableAddresses } from './addresses.ts'

/** What a lecturer sees when the server runs: where to open it here, where others open it, and a QR of that. */
export function greeting(
  listening: Listening & { data: string },
  addresses: Addresses = reachableAddresses(listening),
): string {
  return [
    '',
    'Guyub siap. · Guyub is ready.',
    '',
    row('Di komputer ini · On this computer', `http://localhost:${listening.port}`),
    ...elsewhere(listening, addresses),
    '',
    row('Data', listening.data),
    row('Berhenti · Stop', 'Ctrl-C'),
    '',
  ]
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n')
}

const row = (label: string, value: string): string => `${label.padEnd(40)}${value}`

function elsewhere({ host }: Listening, { reachable, fixed }: Addresses): string[] {
  const [first] = reachable
  if (!first && isLoopback(host)) {
    return [row('', `Hanya di komputer ini (--host ${host}) · On this computer only`)]
  }
  if (!first) {
    return [
      'Belum ada jaringan: HP lain belum bisa masuk. Sambungkan ke Wi-Fi atau hotspot.',
      'No network yet: phones cannot join. Connect to Wi-Fi or a hotspot.',
    ]
  }
  return [
    ...reachable.map(({ origin, label }) =>
      fixed
        ? row('Untuk semua · For everybody', origin)
        : row('Lewat jaringan · Over the network', `${origin}  (${label})`),
    ),
    '',
    ...renderUnicodeCompact(first.origin, { border: 2 }).split('\n'),
    `Pindai dengan HP · Scan with a phone: ${first.origin}`,
  ]
}
