import './refuseOldNode.mjs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { runInForeground } from './child.mjs'
import { ensureBuilt, ensureInstalled, ensureNode24, projectRoot } from './readiness.mjs'
import { finishWith } from './say.mjs'
import { benchAt } from './stages.mjs'

/** `npm run screenshots`: readies the project and a browser, then runs `tests/screenshots.ts`. */
await finishWith(async () => {
  await ensureInstalled(projectRoot)
  const node24 = ensureNode24(projectRoot)
  await ensureBuilt(projectRoot, node24)
  const browser = await ensureBrowser(projectRoot, node24)
  const { env } = benchAt(projectRoot, node24, { CHROMIUM_PATH: browser })
  const program = join(projectRoot, 'tests', 'screenshots.ts')
  return runInForeground(node24, [program], { cwd: projectRoot, env })
})
