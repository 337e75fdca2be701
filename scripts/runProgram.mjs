import { join } from 'node:path'
import { startChild } from './child.mjs'
import { ensureInstalled, ensureNode24, projectRoot } from './readiness.mjs'
import { finishWith } from './say.mjs'

/** `npm run backup`, `restore` and `verify`: the server's own programs beside the server. */
await finishWith(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  await ensureInstalled(projectRoot)
  const program = join(projectRoot, 'server', 'backup', `${name}Program.ts`)
  const run = startChild(
    ensureNode24(projectRoot),
    ['--disable-warning=ExperimentalWarning', program, ...args],
    { stdio: 'inherit' },
  )
  return run.ended
})
