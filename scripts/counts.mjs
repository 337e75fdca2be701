/**
 * From what each test runner reports to the one line that ends `npm test`. A stage that ran
 * nothing, crashed, or skipped something has failed: there is no third kind of result.
 */

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {Count & { name: string, failures?: string[] }} Stage `failures`: what failed, and with which words */

/**
 * @param {Count} count
 * @param {number} exitCode of the runner
 * @returns {Count} with a failure where the numbers alone would hide one
 */
function withHiddenFailure({ passed, failed }, exitCode) {
  const hidden = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: hidden ? 1 : failed }
}

/**
 * @template T
 * @param {string | null} json
 * @returns {T | null} null when the runner died before it wrote its report, or half way
 */
function parsed(json) {
  try {
    return JSON.parse(json ?? '')
  } catch {
    return null
  }
}

/** @typedef {{ status: string, fullName: string, failureMessages?: string[] }} VitestTest */
/** @typedef {{ assertionResults: VitestTest[], status: string, name: string, message: string }} VitestFile */

/** @param {string} text @param {number} count of lines */
const firstLines = (text, count) => text.trim().split('\n').slice(0, count).join('\n')

/**
 * What a reader of the last lines of a long run needs: the tests that did not pass, each with the beginning of its
 * error.
 *
 * @param {string | null} json of vitest's json reporter
 * @returns {string[]}
 */
export function failuresOfVitest(json) {
  /** @type {{ testResults: VitestFile[] } | null} */
  const report = parsed(json)
  return (report?.testResults ?? []).flatMap((file) => {
    const tests = file.assertionResults
      .filter((test) => test.status !== 'passed')
      .map((test) => ({ name: test.fullName, words: test.failureMessages?.[0] ?? test.status }))
    const broken = file.message ? [{ name: 'the file itself', words: file.message }] : []
    return [...tests, ...broken].map(
      ({ name, words }) => `${file.name}\n${name}\n${firstLines(words, 12)}`,
    )
  })
}

/**
 * A file that failed to load counts as one failed test; skipped and todo tests have failed.
 *
 * @param {string | null} json of vitest's json reporter
 * @param {number} exitCode
 * @returns {Count}
 */
export function countVitest(json, exitCode) {
  /** @type {{ testResults: VitestFile[] } | null} */
  const report = parsed(json)
  const files = report?.testResults ?? []
  const tests = files.flatMap((file) => file.assertionResults)
  const passed = tests.filter((test) => test.status === 'passed').length
  const brokenFiles = files.filter(
    (file) =>
      file.assertionResults.length === 0 ||
      (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')),
  ).length
  return withHiddenFailure({ passed, failed: tests.length - passed + brokenFiles }, exitCode)
}

/** @typedef {{ expected: number, unexpected: number, flaky: number, skipped: number }} PlaywrightStats */

/**
 * Skipped tests and flaky ones have failed. Errors outside of any test show in the exit code.
 *
 * @param {string | null} json of Playwright's json reporter
 * @param {number} exitCode
 * @returns {Count}
 */
export function countPlaywright(json, exitCode) {
  /** @type {{ stats: PlaywrightStats } | null} */
  const report = parsed(json)
  if (!report) return withHiddenFailure({ passed: 0, failed: 0 }, exitCode)
  const { expected, unexpected, flaky, skipped } = report.stats
  const failed = unexpected + flaky + skipped
  return withHiddenFailure({ passed: expected, failed }, exitCode)
}

/**
 * A check that answers yes or no counts as one test.
 *
 * @param {number} exitCode
 * @returns {Count}
 */
export const countCheck = (exitCode) =>
  exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/** @param {readonly Count[]} counts @returns {Count} */
export const total = (counts) => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
})

/** @param {Count} count */
export const sentence = ({ passed, failed }) => `${passed} passed, ${failed} failed`

/** @param {readonly Stage[]} stages */
export function summary(stages) {
  const width = Math.max(...stages.map(({ name }) => name.length))
  const lines = stages.map(
    (stage) => `${stage.failed ? '✗' : '✓'} ${stage.name.padEnd(width)}  ${sentence(stage)}`,
  )
  return [...stages.flatMap(({ failures = [] }) => failures), lines.join('\n')].join('\n\n')
}
