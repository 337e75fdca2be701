import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  countCheck,
  countPlaywright,
  countVitest,
  failuresOfPlaywright,
  failuresOfVitest,
  sentence,
  summary,
  total,
} from '../../scripts/counts.mjs'
import { tempFolder } from './tempFolder.ts'

const modules = realpathSync('node_modules')
const fromVitest = `from '${join(modules, 'vitest/dist/index.js')}'\n`
const fromPlaywright = `from '${join(modules, '@playwright/test/index.mjs')}'\n`

function reportOf(root: string, program: string, args: readonly string[], env = {}) {
  const { status } = spawnSync(process.execPath, [join(modules, program), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  })
  return { json: readFileSync(join(root, 'report.json'), 'utf8'), status: status ?? -1 }
}

const vitest = (files: Readonly<Record<string, string>>) =>
  reportOf(tempFolder({ 'vitest.config.ts': 'export default {}', ...files }), 'vitest/vitest.mjs', [
    'run',
    '--reporter=json',
    '--outputFile=report.json',
  ])

const playwright = (files: Readonly<Record<string, string>>) =>
  reportOf(
    tempFolder({ 'playwright.config.mjs': 'export default {}', ...files }),
    '@playwright/test/cli.js',
    ['test', '--reporter=json'],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: 'report.json' },
  )

describe('countVitest', () => {
  it('counts tests; skipped, unwritten and unreadable ones have failed', () => {
    const { json, status } = vitest({
      'some.test.mjs': `import { expect, it } ${fromVitest}
        it('passes', () => {})
        it('passes too', () => {})
        it('fails', () => expect(1).toBe(2))
        it.skip('is skipped', () => {})
        it.todo('is not written')`,
      'broken.test.mjs': "import './gone.mjs'",
    })
    expect(countVitest(json, status)).toEqual({ passed: 2, failed: 4 })
  })

  it('counts a good run', () => {
    const { json, status } = vitest({
      'good.test.mjs': `import { it } ${fromVitest} it('passes', () => {})`,
    })
    expect(countVitest(json, status)).toEqual({ passed: 1, failed: 0 })
  })

  it('fails a run in which all passed and something else broke', () => {
    const { json, status } = vitest({
      'late.test.mjs': `import { it } ${fromVitest}
        it('passes', () => void Promise.reject(new Error('nobody waits for me')))`,
    })
    expect(countVitest(json, status)).toEqual({ passed: 1, failed: 1 })
  })

  it('fails a file whose clean-up broke after all its tests had passed', () => {
    const { json, status } = vitest({
      'cleanup.test.mjs': `import { afterAll, it } ${fromVitest}
        it('passes', () => {})
        afterAll(() => { throw new Error('port still open') })`,
      'other.test.mjs': `import { expect, it } ${fromVitest}
        it('fails', () => expect(1).toBe(2))`,
    })
    expect(countVitest(json, status)).toEqual({ passed: 1, failed: 2 })
  })

  it('fails a run without tests', () => {
    const { json, status } = vitest({})
    expect(countVitest(json, status)).toEqual({ passed: 0, failed: 1 })
    expect(countVitest(json, 0)).toEqual({ passed: 0, failed: 1 })
  })

  it('fails a run that died before its report was whole', () => {
    expect(countVitest(null, 0)).toEqual({ passed: 0, failed: 1 })
    expect(countVitest('{"testResults":[', 139)).toEqual({ passed: 0, failed: 1 })
  })
})

describe('countPlaywright', () => {
  it('counts tests; skipped ones have failed', () => {
    const { json, status } = playwright({
      'some.spec.mjs': `import { expect, test } ${fromPlaywright}
        test('passes', () => {})
        test('fails', () => expect(1).toBe(2))
        test.skip('is skipped', () => {})`,
    })
    expect(countPlaywright(json, status)).toEqual({ passed: 1, failed: 2 })
    const [fails = '', isSkipped = '', ...more] = failuresOfPlaywright(json)
    expect(fails).toMatch(/^some\.spec\.mjs:\d+\n.*fails\nError: expect\(received\)/)
    expect(isSkipped).toContain('is skipped')
    expect(more).toEqual([])
  })

  it('counts a good run', () => {
    const { json, status } = playwright({
      'good.spec.mjs': `import { test } ${fromPlaywright} test('passes', () => {})`,
    })
    expect(countPlaywright(json, status)).toEqual({ passed: 1, failed: 0 })
  })

  it('fails a run in which all passed and the clean-up broke', () => {
    const { json, status } = playwright({
      'server.spec.mjs': `import { test as base } ${fromPlaywright}
        const test = base.extend({
          server: [async ({}, use) => {
            await use('up')
            throw new Error('port still open')
          }, { scope: 'worker', auto: true }],
        })
        test('passes', () => {})`,
    })
    expect(countPlaywright(json, status)).toEqual({ passed: 1, failed: 1 })
  })

  it('fails a file that cannot be read, and a run without tests', () => {
    const broken = playwright({ 'broken.spec.mjs': "import './gone.mjs'" })
    expect(failuresOfPlaywright(broken.json).join()).toContain('gone.mjs')
    expect(failuresOfPlaywright(null)).toEqual([])
    expect(countPlaywright(broken.json, broken.status)).toEqual({ passed: 0, failed: 1 })
    const none = playwright({})
    expect(countPlaywright(none.json, none.status)).toEqual({ passed: 0, failed: 1 })
    expect(countPlaywright(null, 0)).toEqual({ passed: 0, failed: 1 })
  })
})

it('adds up to the one line that ends npm test', () => {
  const stages = [countCheck(0), countCheck(1), { passed: 40, failed: 2 }]
  expect(sentence(total(stages))).toBe('41 passed, 3 failed')
})

it('says before its last lines what failed, and in which words', () => {
  const { json } = vitest({
    'some.test.mjs': `import { expect, it } ${fromVitest}
      it('passes', () => {})
      it('fails', () => expect(1).toBe(2))`,
    'broken.test.mjs': "import './gone.mjs'",
  })
  const failures = failuresOfVitest(json)
  expect(failures).toHaveLength(2)
  const told = summary([{ name: 'tests', passed: 1, failed: 2, failures }])
  expect(told).toContain('fails\nAssertionError: expected 1 to be 2')
  expect(told).toContain('./gone.mjs')
  expect(told.split('\n').at(-1)).toBe('✗ tests  1 passed, 2 failed')
  expect(failuresOfVitest(null)).toEqual([])
})
