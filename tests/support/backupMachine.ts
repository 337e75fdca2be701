/** One data file with a folder around it, servers on it as processes of their own, and the programs for backups. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach } from 'vitest'
import type { ServerProcess } from './server.ts'
import { aServerProcess, temporaryFolder } from './server.ts'

const FAST = { GUYUB_MESSAGES_PER_SECOND: '100000', GUYUB_MESSAGE_BURST: '100000' }

export let folder: ReturnType<typeof temporaryFolder>
export let data: string
export let file: string
const running: ServerProcess[] = []

export async function start(env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await aServerProcess(data, { env: { ...FAST, ...env } })
  running.push(server)
  return server
}

/** One of the programs, as npm runs them. */
export function program(name: 'backup' | 'restore' | 'verify', ...args: string[]) {
  const path = fileURLToPath(new URL(`../../server/backup/${name}Program.ts`, import.meta.url))
  const child = spawn(process.execPath, [path, ...args, '--data', data], {
    cwd: folder.path,
    env: { ...process.env, INIT_CWD: folder.path },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  )
}

/** Called once at the top of a file of tests. */
export function onOneMachine(): void {
  beforeEach(() => {
    folder = temporaryFolder()
    data = join(folder.path, 'guyub.sqlite')
    file = join(folder.path, 'backups', 'monday.sqlite')
  })
  afterEach(async () => {
    for (const server of running.splice(0)) await server.kill()
    folder.remove()
  })
}
