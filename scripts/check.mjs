import './refuseOldNode.mjs'
import { sentence, summary, total } from './counts.mjs'
import { ensureInstalled, ensureNode24, projectRoot } from './readiness.mjs'
import { finishWith } from './say.mjs'
import { benchAt, staticStages, vitestStage } from './stages.mjs'

/** `npm run check`: what one runs before each commit; no browser, no sockets. */
await finishWith(async () => {
  await ensureInstalled(projectRoot)
  const bench = benchAt(projectRoot, ensureNode24(projectRoot))
  const stages = [...(await staticStages(bench)), await vitestStage(bench, ['unit'])]
  const result = total(stages)
  console.log(`\n${summary(stages)}\n\n${sentence(result)}`)
  return result.failed === 0 ? 0 : 1
})
