import './refuseOldNode.mjs'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, ensureNode24, projectRoot } from './readiness.mjs'
import { finishWith } from './say.mjs'

/** `npm run build`: builds the web app afresh, whatever is there. */
await finishWith(async () => {
  await ensureInstalled(projectRoot)
  rmSync(join(projectRoot, 'dist', '.guyub-build'), { force: true })
  await ensureBuilt(projectRoot, ensureNode24(projectRoot))
  return 0
})
