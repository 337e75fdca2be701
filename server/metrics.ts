/**
 * What a server counts of itself, in Prometheus' text: figures only, never whose. Each server has a registry of its own.
 * What is counted for every message is a number in a map until somebody asks.
 */
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Store } from './store/store.ts'

/** From a quick disk to one that people notice. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

export type Tally = { add(kind: string): void }
export type Timer = {
  /** @param sinceMs by `performance.now()` */
  tookSince(sinceMs: number): void
}

export class Metrics {
  readonly #registry = new Registry()
  readonly updates = this.#tally('guyub_updates_total', 'Updates that came, by verdict', 'verdict')
  readonly closedConnections = this.#tally(
    'guyub_connections_closed_total',
    'Connections that the server ended or let nobody in by, by reason',
    'reason',
  )
  readonly refusedRequests = this.#tally(
    'guyub_requests_refused_total',
    'Requests to the API that were refused, by error',
    'error',
  )
  readonly receipts = this.#timer(
    'guyub_receipt_seconds',
    'From the arrival of an update until it is on disk and receipted',
  )
  readonly commits = this.#timer('guyub_commit_seconds', 'One commit, flush included')

  constructor() {
    const memory = () => process.memoryUsage.rss()
    this.gauge('process_resident_memory_bytes', 'Memory of the process', memory)
  }

  /** Read when somebody asks. */
  gauge(name: string, help: string, read: () => number): void {
    this.#registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        collect() {
          this.set(read())
        },
      }),
    )
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  text(): Promise<string> {
    return this.#registry.metrics()
  }

  #tally(name: string, help: string, label: string): Tally {
    const counts = new Map<string, number>()
    this.#registry.registerMetric(
      new Counter({
        name,
        help,
        labelNames: [label],
        registers: [],
        collect() {
          this.reset()
          for (const [kind, count] of counts) this.inc({ [label]: kind }, count)
        },
      }),
    )
    return { add: (kind) => void counts.set(kind, (counts.get(kind) ?? 0) + 1) }
  }

  #timer(name: string, help: string): Timer {
    const histogram = new Histogram({ name, help, buckets: SECONDS, registers: [] })
    this.#registry.registerMetric(histogram)
    return { tookSince: (sinceMs) => histogram.observe((performance.now() - sinceMs) / 1_000) }
  }
}

/** The same store, whose commits are timed. */
export const timed = (store: Store, commits: Timer): Store => ({
  ...store,
  async commit(changes) {
    const sinceMs = performance.now()
    await store.commit(changes)
    commits.tookSince(sinceMs)
  },
})
