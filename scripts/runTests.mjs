import { ensureBrowser } from './browser.mjs'
import { countCheck, sentence, summary, total } from './counts.mjs'
import { ensureBuilt, ensureInstalled, ensureNode24, projectRoot } from './readiness.mjs'
import { NotReady } from './say.mjs'
import { benchAt, endToEndStage, staticStages, vitestStage } from './stages.mjs'

/** @typedef {import('./counts.mjs').Stage} Stage */

/**
 * One failed step does not keep the others from running; what it keeps from running has failed.
 *
 * @param {string} name
 * @param {() => Promise<Stage | Stage[]>} step
 * @returns {Promise<Stage[]>}
 */
async function attempt(name, step) {
  try {
    return [await step()].flat()
  } catch (error) {
    console.error(error instanceof NotReady ? `\n${error.message}\n` : error)
    return [{ name, passed: 0, failed: 1 }]
  }
}

/** @returns {Promise<Stage[]>} */
async function allStages() {
  await ensureInstalled(projectRoot)
  const node24 = ensureNode24(projectRoot)
  const bench = benchAt(projectRoot, node24)
  return [
    ...(await attempt('web build', async () => {
      await ensureBuilt(projectRoot, node24)
      return { name: 'web build', ...countCheck(0) }
    })),
    ...(await attempt('format, lint, types', () => staticStages(bench))),
    ...(await attempt('unit and server tests', () => vitestStage(bench, ['unit', 'server']))),
    ...(await attempt('end-to-end tests', async () => {
      await ensureBuilt(projectRoot, node24)
      const browser = await ensureBrowser(projectRoot, node24)
      return endToEndStage(benchAt(projectRoot, node24, { CHROMIUM_PATH: browser }))
    })),
  ]
}

const stages = await attempt('getting ready', allStages)
const result = total(stages)
console.log(`\n${summary(stages)}\n\n${sentence(result)}`)
process.exitCode = result.failed === 0 ? 0 : 1
