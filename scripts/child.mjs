import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** @typedef {import('node:child_process').SpawnOptions} SpawnOptions */
/** @typedef {{ code: number, output: string }} Ended */

/** Shells report a process that a signal ended in this way. @param {NodeJS.Signals} signal */
export const signalExitCode = (signal) => 128 + constants.signals[signal]

/**
 * Starts a program that ends with this one: SIGINT, SIGTERM and SIGHUP are handed on, each once
 * (in a terminal Ctrl-C reaches the child by itself too, and npm sends its own).
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {SpawnOptions & { expendable?: boolean }} options an `expendable` program has nothing to
 *   bring to an end and is killed outright
 */
export function startChild(file, args, { expendable = false, ...options }) {
  const child = spawn(file, [...args], options)
  /** @type {Set<NodeJS.Signals>} */
  const handedOn = new Set()
  /** @param {NodeJS.Signals} signal */
  const handOn = (signal) => {
    if (handedOn.has(signal)) return
    handedOn.add(signal)
    child.kill(expendable ? 'SIGKILL' : signal)
  }
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, handOn)

  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? (signal ? signalExitCode(signal) : 1)))
  })
  const release = () => {
    for (const signal of signals) process.off(signal, handOn)
  }
  ended.then(release, release)
  /** Which signal a person stopped us with, if any. */
  const stoppedBy = () => [...handedOn][0] ?? null
  return { child, ended, stoppedBy }
}

/** @param {ReturnType<typeof startChild>} run */
function exitIfStopped(run) {
  const signal = run.stoppedBy()
  if (signal) process.exit(signalExitCode(signal))
}

/**
 * Runs a program to its end and keeps what it printed. When a person stops us meanwhile, this
 * process exits as stopped and reports no failure.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {SpawnOptions & { expendable?: boolean }} options `expendable` unless said otherwise
 * @param {{ started?: (pid: number) => void, heard?: (text: string) => void }} [listen]
 * @returns {Promise<Ended>} `code` 127 when the program isn't there
 */
export async function runCaptured(file, args, options, { started, heard } = {}) {
  const run = startChild(file, args, {
    expendable: true,
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [run.child.stdout, run.child.stderr]) {
    stream?.setEncoding('utf8')
    stream?.on('data', (/** @type {string} */ text) => {
      output += text
      heard?.(text)
    })
  }
  if (run.child.pid !== undefined) started?.(run.child.pid)
  try {
    const code = await run.ended
    exitIfStopped(run)
    return { code, output }
  } catch (error) {
    return { code: 127, output: String(error) }
  }
}

/**
 * Runs a program in the foreground, its words going straight to the terminal.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {SpawnOptions} options
 * @returns {Promise<number>} its exit code
 */
export async function runInForeground(file, args, options) {
  const run = startChild(file, args, { ...options, stdio: 'inherit' })
  const code = await run.ended
  exitIfStopped(run)
  return code
}
