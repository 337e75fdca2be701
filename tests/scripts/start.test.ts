import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { miniProject } from './miniProject.ts'

/** A server that says what it was given, then waits for a signal, then ends as it was told to. */
const server = `
  const { argv, env, versions } = process
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.log('ending on', signal)
      process.exit(Number(env.END_WITH))
    })
  }
  const keepAlive: ReturnType<typeof setInterval> = setInterval(() => {}, 60_000)
  console.log('ready', JSON.stringify([argv.slice(2), env.NODE_ENV, versions.node, typeof keepAlive]))
`

/** What a program has said so far, and a way to wait until it says a certain thing. */
function listenTo(child: ChildProcess) {
  let said = ''
  const closed = once(child, 'close')
  child.stdout?.on('data', (text) => {
    said += text
  })
  child.stderr?.on('data', (text) => {
    said += text
  })
  async function until(words: string) {
    while (!said.includes(words)) {
      if (child.exitCode !== null) throw new Error(`ended before "${words}":\n${said}`)
      await Promise.race([once(child.stdout as NodeJS.EventEmitter, 'data'), closed])
    }
  }
  return { until, closed, said: () => said }
}

function run(root: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  // What the tests themselves run with is not what a user starts with.
  const { NODE_COMPILE_CACHE: _, ...own } = process.env
  const child = spawn(process.execPath, args, { cwd: root, env: { ...own, ...env } })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, ...listenTo(child) }
}

it('is the server: its arguments, its signals, its exit code', async () => {
  const root = await miniProject({ 'server/main.ts': server })
  const args = ['scripts/start.mjs', '--port', '0', '--data', 'a b.db']
  const first = run(root, args, { END_WITH: '0' })
  await first.until('ready')
  expect(first.said()).toContain('Membangun aplikasi web')
  const [given, mode, version] = JSON.parse(first.said().split('ready ')[1] ?? '')
  expect(given).toEqual(['--port', '0', '--data', 'a b.db'])
  expect(mode).toBe('production')
  expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(24)
  first.child.kill('SIGTERM')
  expect(await first.closed).toEqual([0, null])
  expect(first.said()).toContain('ending on SIGTERM')

  const compiled = join(root, '.cache', 'compiled')
  expect(readdirSync(compiled)).not.toEqual([])
  rmSync(compiled, { recursive: true })
  writeFileSync(compiled, 'a place where nothing can be written')
  const second = run(root, args, { END_WITH: '7' })
  await second.until('ready')
  expect(second.said(), 'a warm start only starts').toMatch(/^ready/)
  second.child.kill('SIGINT')
  expect(await second.closed).toEqual([7, null])
})

it('tells an older Node from the first moment what is needed', async () => {
  const older = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { node: '20.18.3' } })`
  for (const script of ['start.mjs', 'test.mjs']) {
    const start = run('.', ['--import', older, join('scripts', script)])
    expect(await start.closed).toEqual([1, null])
    expect(start.said()).toMatch(/versi 20\.18\.3.*memerlukan Node 20\.19/)
    expect(start.said()).toMatch(/has Node 20\.18\.3.*needs Node 20\.19/)
  }
})
