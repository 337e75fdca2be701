/** A server in a process of its own that is weighed from here: what the test itself holds on to is not counted. */
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { ServerProcess } from './server.ts'
import { aServerProcess } from './server.ts'

const WEIGHED = fileURLToPath(new URL('weighedServer.ts', import.meta.url))

/** @param terminateAfterMs How long one who does not read is there yet, once the server has left it. */
export const aWeighedServer = (
  data: string,
  { terminateAfterMs }: { terminateAfterMs?: number } = {},
): Promise<ServerProcess> =>
  aServerProcess(data, {
    program: WEIGHED,
    env: terminateAfterMs === undefined ? {} : { TERMINATE_AFTER_MS: String(terminateAfterMs) },
  })

/** Bytes that the server holds on to. */
export async function memoryOf({ child, output }: ServerProcess): Promise<number> {
  const said = () => [...output().matchAll(/^memory (\d+)$/gm)]
  const before = said().length
  child.kill('SIGUSR2')
  while (said().length === before) await once(child.stdout as Readable, 'data')
  return Number(said().at(-1)?.[1])
}

/** Resolves when the server has logged so many lines that say this. */
export async function logsOf(
  { child, logLines }: ServerProcess,
  words: string,
  count: number,
): Promise<void> {
  const said = () => logLines().filter((line) => line.includes(words)).length
  while (said() < count) await once(child.stderr as Readable, 'data')
}
