import { join } from 'node:path'
import { startChild } from './child.mjs'
import { ensureBuilt, ensureInstalled, ensureNode24, projectRoot } from './readiness.mjs'
import { finishWith } from './say.mjs'

/** Compiled once, the server starts in two thirds of the time. Where nothing can be written Node goes without. */
const compiled = join(projectRoot, '.cache', 'compiled')

/** `npm start`: readies the project, then is the server, with its arguments and its exit code. */
await finishWith(async () => {
  await ensureInstalled(projectRoot)
  const node24 = ensureNode24(projectRoot)
  await ensureBuilt(projectRoot, node24)
  const server = startChild(
    node24,
    [
      '--disable-warning=ExperimentalWarning',
      join(projectRoot, 'server', 'main.ts'),
      ...process.argv.slice(2),
    ],
    {
      stdio: 'inherit',
      env: { NODE_COMPILE_CACHE: compiled, ...process.env, NODE_ENV: 'production' },
    },
  )
  return server.ended
})
