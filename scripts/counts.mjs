/**
 * From what each test runner reports to the one line that ends `npm test`. A stage that ran
 * nothing, crashed, or skipped something has failed: there is no third kind of result.
 */

import { stripVTControlCharacters } from 'node:util'

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

const LINES_OF_AN_ERROR = 12

/** @param {{ file: string, name?: string, words: string }} failure */
const told = ({ file, name = '', words }) =>
  [
    file,
    name,
    ...stripVTControlCharacters(words).trim().split('\n').slice(0, LINES_OF_AN_ERROR),
  ].join('\n')

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
    return [...tests, ...broken].map((failure) => told({ file: file.name, ...failure }))
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
/** @typedef {{ status: string, results: { errors: { message?: string }[] }[] }} PlaywrightTest */
/** @typedef {{ title: string, file: string, line: number, tests: PlaywrightTest[] }} PlaywrightSpec */
/** @typedef {{ title: string, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite */

/**
 * @param {PlaywrightSuite} suite
 * @param {readonly string[]} titles of the suites around it, without the file's
 * @returns {string[]}
 */
function failuresOfSuite({ specs = [], suites = [] }, titles = []) {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status !== 'expected')
      .map(({ status, results }) => {
        const [words = status] = results.flatMap(({ errors }) =>
          errors.map(({ message }) => message),
        )
        return told({ file: `${file}:${line}`, name: [...titles, title].join(' › '), words })
      }),
  )
  return [...own, ...suites.flatMap((inner) => failuresOfSuite(inner, [...titles, inner.title]))]
}

/**
 * As `failuresOfVitest`.
 *
 * @param {string | null} json of Playwright's json reporter
 * @returns {string[]}
 */
export function failuresOfPlaywright(json) {
  /** @type {{ suites?: PlaywrightSuite[], errors?: { message?: string }[] } | null} */
  const report = parsed(json)
  const outside = (report?.errors ?? []).map(({ message = '' }) =>
    told({ file: 'outside of any test', words: message }),
  )
  return [...(report?.suites ?? []).flatMap((file) => failuresOfSuite(file)), ...outside]
}

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
