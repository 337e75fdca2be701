import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sentence } from './counts.mjs'
import { ensureInstalled, ensureNode24, projectRoot } from './readiness.mjs'
import { finishWith } from './say.mjs'
import { benchAt, vitestStage } from './stages.mjs'

const COUNTS = join(projectRoot, '.cache', 'tests', 'long.txt')

/** What was tried, as the tests wrote it down. */
function counts() {
  try {
    return readFileSync(COUNTS, 'utf8').trim()
  } catch {
    return '' // none of them got so far
  }
}

/** `npm run test:long`: the tests that try faults at random, many more times; hours rather than minutes. */
await finishWith(async () => {
  await ensureInstalled(projectRoot)
  rmSync(COUNTS, { force: true })
  const bench = benchAt(projectRoot, ensureNode24(projectRoot), { GUYUB_LONG: '1' })
  const result = await vitestStage(bench, ['server'])
  console.log(`\n${counts()}\n\n${sentence(result)}`)
  return result.failed === 0 ? 0 : 1
})
