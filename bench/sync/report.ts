/** The table of the sync bench. */
import { machine, writeBetweenMarks } from '../document.ts'
import { COMMIT_RATES } from './measures/load.ts'
import { WRITTEN_PER_SECOND } from './measures/longHistory.ts'
import type { Figures, Scale } from './measures/measuring.ts'
import type { Kind } from './servers.ts'

/** `beside`: where it can be said how many times the better peer's figure ours is. */
type Row = { words: string; of: (figures: Figures) => string; goal: string; beside?: Beside }
type Beside = { name: string; better: 'less' | 'more' }

const text = (figure: number | undefined, digits = 0): string =>
  figure === undefined || Number.isNaN(figure)
    ? '–'
    : figure === Number.POSITIVE_INFINITY
      ? 'never'
      : figure.toLocaleString('en', { maximumFractionDigits: digits })

const one = (words: string, name: string, goal: string, digits = 0): Row => ({
  words,
  of: (figures) => text(figures[name], digits),
  goal,
})
const less = (...[words, name, ...rest]: Parameters<typeof one>): Row => ({
  ...one(words, name, ...rest),
  beside: { name, better: 'less' },
})

function commits(rate: number): Row {
  const names = ['commitMs', 'editsPerCommit', 'seenMs'].map((name) => `${name}${rate}`)
  return {
    words: `at ${text(rate)} edits/s: one commit, ms with its flush; edits that share it; p50 until others see one, ms`,
    of: (figures) => {
      const known = names.flatMap((name) => figures[name] ?? [])
      return known.length === 0 ? '–' : known.map((figure) => text(figure, 1)).join('; ')
    },
    goal: '',
  }
}

const ROWS: Row[] = [
  less(
    '30 rooms × 3, 2 edits/s and 10 cursor moves/s each: p50, ms',
    'hallP50Ms',
    '≤ 1.5 × LevelDB',
    2,
  ),
  less('the same: p99, ms', 'hallP99Ms', '≤ 1 × LevelDB', 1),
  {
    ...one('most edits/s with p99 ≤ 250 ms', 'mostEdits', '≥ 20,000'),
    beside: { name: 'mostEdits', better: 'more' },
  },
  less('bytes out an edit, room of 3', 'editBytes', '≤ 1.02 × floor'),
  less('CPU ms per 1,000 edits at 600/s, no cursors', 'editCpuMs', '≤ 200'),
  less('CPU ms per 1,000 edits, cursors included', 'hallCpuMs', '≤ 950'),
  ...COMMIT_RATES.map(commits),
  less('KB an idle connection', 'connectionKb', '≤ 14', 1),
  less('KB a loaded room (60 notes, 5,000 edits)', 'roomKb', '≤ 150'),
  one('KB that a room leaves behind when everybody has left', 'abandonedKb', '≤ 10', 1),
  one('fresh join: bytes over the encoded state', 'joinBytes', '≤ 1.01', 3),
  one('board empty at first sync after a restart, of 20', 'joinEmpty', '0'),
  less('cold join after a restart, board complete, ms', 'joinMs', '≤ 60'),
  {
    words: '`kill -9`: lost of the edits that a second person saw, up to how old',
    of: ({ kills, lostAfterKill, seen, oldestLostMs }) => {
      if (seen === undefined) return '–'
      const age = lostAfterKill ? ` (${text((oldestLostMs ?? 0) / 1000, 1)} s)` : ''
      return `${text(lostAfterKill)} of ${text(seen)}${age} in ${text(kills)}`
    },
    goal: '0',
  },
  {
    words: '25 hostile cases: crashes, other failures, worst stall in ms',
    of: ({ hostileCrashes, hostileFailures, hostileStallMs }) =>
      hostileCrashes === undefined
        ? '–'
        : [hostileCrashes, hostileFailures, hostileStallMs].map((each) => text(each)).join(', '),
    goal: '0, 0, ≤ 50',
  },
  {
    words: 'frames as heavy as our limits allow: the loop held up at most, ms of CPU; at rest',
    of: ({ heavyMs, restMs }) =>
      heavyMs === undefined ? '–' : `${text(heavyMs, 1)}; ${text(restMs, 1)}`,
    goal: '≤ 20',
  },
  less('300 people back at once: all synced, ms', 'returnMs', '≤ 500'),
  {
    words: 'a second later: people missing, ghosts',
    of: ({ missing, ghosts }) =>
      missing === undefined ? '–' : `${text(missing)}, ${text(ghosts)}`,
    goal: '0, 0',
  },
  less('a stock client seen by others again after a reconnect, ms', 'seenAgainMs', '≤ 1,000'),
  less(
    '30 devices × 200 offline edits back: from the last until all are equal, ms',
    'offlineEqualMs',
    '≤ 5,000',
  ),
  one('one who does not read: KB it costs', 'deafKb', '≤ 1,024'),
  one('the others meanwhile: p95 over what it was', 'besideDeafRatio', '≤ 1.1', 2),
  one('a link taken back: until the last of its 40 sockets is cut, ms', 'revokedMs', '≤ 1,000'),
]
const COLUMNS: { kind: Kind; words: string }[] = [
  { kind: 'floor', words: 'bare `ws` relay' },
  { kind: 'leveldb', words: '`@y/websocket-server` + LevelDB' },
  { kind: 'hocuspocus', words: 'Hocuspocus + SQLite' },
  { kind: 'guyub', words: 'Guyub' },
]

export type Report = {
  figures: ReadonlyMap<Kind, Figures>
  long: Figures
  rounds: number
  scale: Scale
}

const PEERS: readonly Kind[] = ['leveldb', 'hocuspocus']

/** Ours as so many times the better peer's. */
function besideBest({ beside }: Row, figures: ReadonlyMap<Kind, Figures>): string {
  if (!beside) return ''
  const ours = figures.get('guyub')?.[beside.name]
  const theirs = PEERS.flatMap((kind) => figures.get(kind)?.[beside.name] ?? [])
  const best = beside.better === 'less' ? Math.min(...theirs) : Math.max(...theirs)
  return ours === undefined || !Number.isFinite(best) || best <= 0
    ? '–'
    : `${text(ours / best, 2)}×`
}

export function writeReport({ figures, long, rounds, scale }: Report): void {
  const table = [
    `| figure | ${COLUMNS.map(({ words }) => words).join(' | ')} | beside the better peer | goal |`,
    `| --- | ${COLUMNS.map(() => '--:').join(' | ')} | --: | --- |`,
    ...ROWS.map((row) => {
      const cells = COLUMNS.map(({ kind }) => row.of(figures.get(kind) ?? {}))
      return `| ${[row.words, ...cells, besideBest(row, figures), row.goal].join(' | ')} |`
    }),
  ]
  const lines = [
    `Medians of ${rounds} round(s) of ${scale.seconds} s on ${machine()}; what is lost, missing or broken is added up.`,
    '',
    ...table,
    '',
    `After 50,000 edits in a room of 60 notes a newcomer is sent ${text(long.longState, 4)} × the smallest state that Yjs can make of them, which is ${text(long.longJoin, 1)} × the bytes of the same notes in a fresh document: the rest is what Yjs keeps of deleted structs, and no server can leave it out (goal: ≤ 1.5 × beside that). While that room was written by ${WRITTEN_PER_SECOND.toLocaleString('en')} edits a second and folded again and again, an edit in another room took ${text(long.stallP99Ms, 1)} ms (p99), ${text(long.stallMs, 1)} ms at worst (goal: ≤ 20 ms more than before); before it began, ${text(long.calmP99Ms, 1)} and ${text(long.calmMs, 1)} ms.`,
  ]
  writeBetweenMarks('sync', lines)
}
