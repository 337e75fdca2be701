import { renderUnicodeCompact } from 'uqr'
import type { Addresses } from '../src/protocol/api.ts'

/** What a lecturer sees when the server runs: where to open it here, where others open it, and a QR of that. */
export function greeting(port: number, { reachable, fixed }: Addresses, data: string): string {
  const here = `http://localhost:${port}`
  const [first] = reachable
  const lines = [
    '',
    '  Guyub siap. · Guyub is ready.',
    '',
    `  Di komputer ini · On this computer    ${here}`,
    ...reachable.map(
      ({ origin, label }) =>
        `  ${fixed ? 'Untuk semua · For everybody          ' : 'Lewat jaringan · Over the network    '} ${origin}${fixed ? '' : `  (${label})`}`,
    ),
  ]
  if (first) {
    const qr = renderUnicodeCompact(first.origin, { border: 2 })
    lines.push('', ...qr.split('\n').map((line) => `  ${line}`))
    lines.push(`  Pindai dengan HP · Scan with a phone: ${first.origin}`)
  } else {
    lines.push(
      '  Belum ada jaringan: HP lain belum bisa masuk. Sambungkan ke Wi-Fi atau hotspot.',
      '  No network yet: phones cannot join. Connect to Wi-Fi or a hotspot.',
    )
  }
  lines.push('', `  Data: ${data}`, '  Berhenti · Stop: Ctrl-C', '')
  return lines.join('\n')
}
