/** `npm start`: one program that serves the app, the API and the sync socket. */
import { resolve } from 'node:path'
import { greeting } from './greeting.ts'
import { logTo } from './log.ts'
import type { Options } from './options.ts'
import { readOptions } from './options.ts'
import { tryStartServer } from './startServer.ts'
import { HELP, OLD_NODE, optionsErrorWords, startErrorWords } from './words.ts'

/** Whatever this program writes down is for its own user alone: a machine may have others. */
process.umask(0o077)

/** A drain that takes longer than this is given up: what was receipted is on disk anyway. */
const DRAIN_MS = 4_500

async function run({ verbose, ...options }: Options): Promise<void> {
  const log = logTo((line) => process.stderr.write(line), verbose ? 'debug' : 'info', Date.now)
  const data = resolve(options.data)
  const started = await tryStartServer({ ...options, data, log })
  if (!started.ok) return fail(startErrorWords(started.error, options.port, data))
  const server = started.value

  // Ctrl-C comes more than once: from the terminal, from npm and from scripts/start.mjs.
  let draining = false
  const drain = async (exitCode: number) => {
    if (draining) return
    draining = true
    setTimeout(() => {
      log({ level: 'warn', event: 'stopGivenUp' })
      process.exit(exitCode)
    }, DRAIN_MS).unref()
    await server.close()
    log({ level: 'info', event: 'stopped' })
    process.exit(exitCode)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void drain(0))
  }
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (cause: unknown) => {
      log({ level: 'error', event, reason: stackOf(cause) })
      void drain(1)
    })
  }
  console.log(greeting({ ...options, data, port: server.port }))
}

const stackOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)

function fail(words: string): void {
  console.error(`\n${words}\n`)
  process.exitCode = 1
}

if (Number(process.versions.node.split('.')[0]) < 24) fail(OLD_NODE)
else {
  const asked = readOptions(process.argv.slice(2), process.env)
  if (!asked.ok) fail(optionsErrorWords(asked.error))
  else if (asked.value.type === 'help') console.log(HELP)
  else await run(asked.value.options)
}
