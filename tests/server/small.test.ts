/** Small parts in plain values. */
import type { IncomingMessage } from 'node:http'
import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { reachableAddresses } from '../../server/addresses.ts'
import { DEFAULT_LIMITS } from '../../server/config.ts'
import { greeting } from '../../server/greeting.ts'
import { KITCHEN_WORDS, randomJoinCode } from '../../server/joinCode.ts'
import type { LogEntry } from '../../server/log.ts'
import { logTo } from '../../server/log.ts'
import { remoteAddress } from '../../server/remoteAddress.ts'
import { sampledLog } from '../../server/sampledLog.ts'
import { parseJoinCode } from '../../src/protocol/joinCode.ts'

const address = (ip: string, internal = false, family: 'IPv4' | 'IPv6' = 'IPv4') =>
  ({ address: ip, internal, family }) as NetworkInterfaceInfo

const ANYWHERE = { port: 4321, host: '0.0.0.0', publicUrl: null }

describe('the addresses of this machine', () => {
  it("come with the hall's network first, containers last, and nothing that others cannot reach", () => {
    const found = reachableAddresses(ANYWHERE, {
      lo: [address('127.0.0.1', true)],
      docker0: [address('172.17.0.1')],
      'br-1a2b': [address('192.168.99.1')],
      eth0: [address('10.0.0.7'), address('fe80::1', false, 'IPv6')],
      ppp0: [address('203.0.113.9')],
      wlan0: [address('192.168.43.5')],
      eth1: [address('169.254.7.7')],
    })
    expect(found).toEqual({
      fixed: false,
      reachable: [
        { origin: 'http://192.168.43.5:4321', label: 'wlan0' },
        { origin: 'http://10.0.0.7:4321', label: 'eth0' },
        { origin: 'http://203.0.113.9:4321', label: 'ppp0' },
        { origin: 'http://192.168.99.1:4321', label: 'br-1a2b' },
        { origin: 'http://172.17.0.1:4321', label: 'docker0' },
      ],
    })
  })

  it('are none without a network, which the greeting says', () => {
    const none = reachableAddresses(ANYWHERE, { lo: [address('127.0.0.1', true)] })
    expect(none.reachable).toEqual([])
    const said = greeting({ ...ANYWHERE, data: 'data.sqlite' }, none)
    expect(said).toContain('Belum ada jaringan')
    expect(said).toContain('http://localhost:4321')
  })

  it('are those it was told to listen on', () => {
    const interfaces = { eth0: [address('10.0.0.7')], wlan0: [address('192.168.43.5')] }
    const on = (host: string) =>
      reachableAddresses({ ...ANYWHERE, host }, interfaces).reachable.map(({ label }) => label)
    expect(on('10.0.0.7')).toEqual(['eth0'])
    expect(on('::')).toEqual(['wlan0', 'eth0'])
    for (const host of ['127.0.0.1', 'localhost', '::1']) {
      expect(on(host)).toEqual([])
      expect(greeting({ ...ANYWHERE, host, data: '' })).toContain('Hanya di komputer ini')
    }
  })

  it('leave out the port that everybody knows', () => {
    const { reachable } = reachableAddresses(
      { ...ANYWHERE, port: 80 },
      { wlan0: [address('192.168.43.5')] },
    )
    expect(reachable.map(({ origin }) => origin)).toEqual(['http://192.168.43.5'])
  })
})

describe('a join code', () => {
  it('is a word that everybody can spell, and two digits', () => {
    expect(KITCHEN_WORDS.length).toBeGreaterThanOrEqual(60)
    expect(new Set(KITCHEN_WORDS).size).toBe(KITCHEN_WORDS.length)
    for (const word of KITCHEN_WORDS) expect(word).toMatch(/^[A-Z]{4,6}$/)
    const code = randomJoinCode(() => Uint8Array.of(0, 1, 0, 107))
    expect(code).toBe(`${KITCHEN_WORDS[1]}07`)
    expect(parseJoinCode(code)).toBe(code)
  })

  it('is found by one address with a chance below 1 in 6, however long it tries', () => {
    const { joinFailureBurst, joinFailuresPerMinute, joinCodeHours } = DEFAULT_LIMITS
    const tries = joinFailureBurst + joinFailuresPerMinute * 60 * joinCodeHours
    expect(tries * likeliest(0, /[A-Z]+/) * likeliest(2, /[0-9]+/)).toBeLessThan(1 / 6)
  })
})

/** How often the most frequent of these parts comes, of all that two random bytes at a place can make of it. */
function likeliest(at: number, part: RegExp): number {
  const times = new Map<string, number>()
  for (let n = 0; n < 65_536; n++) {
    const bytes = new Uint8Array(4)
    bytes.set([n >> 8, n & 255], at)
    const found = part.exec(randomJoinCode(() => bytes))?.[0] ?? ''
    times.set(found, (times.get(found) ?? 0) + 1)
  }
  return Math.max(...times.values()) / 65_536
}

describe('the address that tries are counted against', () => {
  const from = (remote: string, forwarded?: string) =>
    remoteAddress({
      socket: { remoteAddress: remote },
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    } as unknown as IncomingMessage)

  it("is the connection's own, whatever a stranger claims", () => {
    expect(from('192.168.1.5')).toBe('192.168.1.5')
    expect(from('192.168.1.5', '1.2.3.4')).toBe('192.168.1.5')
  })

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::ffff:192.168.1.5', '192.168.1.5'],
  ])('is the half of an IPv6 address that nobody can choose: %s', (remote, counted) => {
    expect(from(remote)).toBe(counted)
  })

  it('is what a proxy on this machine says last', () => {
    for (const proxy of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      expect(from(proxy, '6.6.6.6, 10.0.0.9')).toBe('10.0.0.9')
    }
    expect(from('127.0.0.1')).toBe('127.0.0.1')
  })
})

it('the log is one line of JSON an event, from the level that was asked for', () => {
  const lines: string[] = []
  const log = logTo(
    (line) => lines.push(line),
    'info',
    () => 0,
  )
  log({ level: 'debug', event: 'roomRead' })
  log({ level: 'info', event: 'started', port: 4321 })
  expect(lines).toEqual([
    '{"at":"1970-01-01T00:00:00.000Z","level":"info","event":"started","port":4321}\n',
  ])
})

describe('a log that strangers can write to', () => {
  const told: LogEntry[] = []
  let now = 0
  const log = sampledLog(
    (entry) => told.push(entry),
    () => now,
  )
  const flood = (entry: LogEntry, times: number) => {
    told.length = 0
    for (let i = 0; i < times; i++) log(entry)
    return told
  }

  it('writes so many lines of a kind, and with the next how many were left out', () => {
    const bad = { level: 'info', event: 'connectionClosed', reason: 'badFrame' } as const
    expect(flood(bad, 1_000)).toHaveLength(60)
    now += 1_000
    expect(flood(bad, 5)).toEqual([{ ...bad, leftOut: 940 }])
    now += 60_000
    expect(flood(bad, 1)).toEqual([{ ...bad, leftOut: 4 }])
    expect(flood(bad, 1)).toEqual([bad])
  })

  it('loses no line of another kind meanwhile, and none that is for debugging', () => {
    expect(flood({ level: 'info', event: 'linksRevoked', count: 1 }, 3)).toHaveLength(3)
    expect(flood({ level: 'debug', event: 'left' }, 1_000)).toHaveLength(1_000)
  })
})
