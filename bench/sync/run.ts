/**
 * `npm run bench:sync`: this server and its peers side by side, in alternating rounds; medians go to docs/benchmarks.md.
 * `--short` is one round of a quarter of an hour, all of it three rounds and somewhat more than an hour.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { quantile } from '../figures.ts'
import { makeEdits } from './edits.ts'
import { PEOPLE, ROOMS } from './load.ts'
import {
  measureOfflineReturn,
  measureReturn,
  measureRevocation,
  measureSeenAgain,
} from './measures/comingBack.ts'
import { measureHeavy } from './measures/heavy.ts'
import { measureHostile } from './measures/hostile.ts'
import { measureJoin } from './measures/join.ts'
import { measureKills } from './measures/kills.ts'
import { measureCommits, measureEdits, measureHall, measureMost } from './measures/load.ts'
import { measureLongHistory } from './measures/longHistory.ts'
import type { Figures, Scale } from './measures/measuring.ts'
import { measureAbandoned, measureMemory } from './measures/memory.ts'
import { measureSlowReaders } from './measures/slowReader.ts'
import { writeReport } from './report.ts'
import type { Kind } from './servers.ts'

const { values } = parseArgs({
  options: { short: { type: 'boolean' }, rounds: { type: 'string' }, only: { type: 'string' } },
})
const rounds = Number(values.rounds ?? (values.short ? 1 : 3))
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds: how many?')
const scale: Scale = values.short
  ? { seconds: 3, kills: 7, rooms: 60 }
  : { seconds: 8, kills: 7, rooms: 200 }

const PEERS = fileURLToPath(new URL('./peers/node_modules', import.meta.url))
const kinds: Kind[] = ['floor', 'guyub']
if (existsSync(PEERS)) kinds.push('leveldb', 'hocuspocus')
else console.log('Without the peers: `npm run bench:sync -- --install-peers` brings them.')

const made = Array.from({ length: ROOMS * PEOPLE }, () => makeEdits(1_500))

type Measure = { name: string; of: (kind: Kind) => Promise<Figures>; floor: boolean }
const MEASURES: Measure[] = [
  { name: 'hall', of: (kind) => measureHall(kind, made, scale), floor: true },
  { name: 'edits', of: (kind) => measureEdits(kind, made, scale), floor: true },
  { name: 'most', of: (kind) => measureMost(kind, made, scale), floor: true },
  {
    name: 'commits',
    of: async (kind) => (kind === 'guyub' ? measureCommits(made, scale) : {}),
    floor: false,
  },
  { name: 'memory', of: (kind) => measureMemory(kind, scale), floor: true },
  { name: 'join', of: (kind) => measureJoin(kind, scale), floor: false },
  { name: 'kills', of: (kind) => measureKills(kind, made, scale), floor: false },
  { name: 'abandoned', of: (kind) => measureAbandoned(kind, scale), floor: false },
  { name: 'hostile', of: measureHostile, floor: false },
  { name: 'heavy', of: measureHeavy, floor: false },
  { name: 'return', of: measureReturn, floor: false },
  { name: 'seenAgain', of: measureSeenAgain, floor: false },
  { name: 'offline', of: measureOfflineReturn, floor: false },
  { name: 'slowReaders', of: measureSlowReaders, floor: false },
  {
    name: 'revocation',
    of: async (kind) => (kind === 'guyub' ? measureRevocation() : {}),
    floor: false,
  },
]
/** `--only` measures one thing, to be read in the terminal: half a table is not written. */
const wanted = MEASURES.filter(({ name }) => values.only === undefined || name === values.only)

const all = new Map<Kind, Figures[]>(kinds.map((kind) => [kind, []]))
for (let round = 0; round < rounds; round++) {
  for (const { name, of, floor } of wanted) {
    for (const kind of kinds) {
      if (kind === 'floor' && !floor) continue
      const figures = await of(kind)
      console.log(round + 1, kind, name, JSON.stringify(figures))
      all.get(kind)?.push(figures)
    }
  }
}
if (values.only !== undefined) process.exit(0)
const long = await measureLongHistory()
console.log('guyub', 'history', JSON.stringify(long))

/** What must never happen is added up: in a middle value it would not be seen. */
const ADDED_UP = [
  'kills',
  'seen',
  'lostAfterKill',
  'joinEmpty',
  'hostileCrashes',
  'hostileFailures',
  'missing',
  'ghosts',
]
const sum = (figures: readonly number[]): number => figures.reduce((all, each) => all + each, 0)
const median = (figures: readonly number[]): number => quantile([...figures], 0.5)

const whole = new Map<Kind, Figures>()
for (const [kind, figures] of all) {
  const names = new Set(figures.flatMap(Object.keys))
  const of = (name: string) => figures.flatMap((each) => each[name] ?? [])
  const figure = (name: string) => (ADDED_UP.includes(name) ? sum : median)(of(name))
  whole.set(kind, Object.fromEntries([...names].map((name) => [name, figure(name)])))
}
writeReport({ figures: whole, long, rounds, scale })
process.exit(0)
