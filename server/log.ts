/** One line of JSON an event. Facts are ids, counts and codes: never a name, a note, a capability or a query string. */
export type LogEntry = {
  level: 'debug' | 'info' | 'warn' | 'error'
  event: string
  [fact: string]: string | number | boolean | null
}
export type Log = (entry: LogEntry) => void

const LEVELS = ['debug', 'info', 'warn', 'error'] as const

export const logTo =
  (write: (line: string) => void, lowest: LogEntry['level'], now: () => number): Log =>
  (entry) => {
    if (LEVELS.indexOf(entry.level) < LEVELS.indexOf(lowest)) return
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), ...entry })}\n`)
  }
