import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { runCaptured, runInForeground } from './child.mjs'
import {
  countCheck,
  countPlaywright,
  countVitest,
  failuresOfPlaywright,
  failuresOfVitest,
} from './counts.mjs'

/** @typedef {import('./counts.mjs').Stage} Stage */
/** @typedef {{ root: string, node24: string, env: NodeJS.ProcessEnv }} Bench where stages run */

/**
 * @param {string} root
 * @param {string} node24
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {Bench} with Node 24 first on PATH, for whatever the tests start themselves
 */
export function benchAt(root, node24, more = {}) {
  const path = [dirname(node24), process.env.PATH ?? ''].join(delimiter)
  // The caller's NODE_ENV would turn React's test helpers off.
  const { NODE_ENV: _, ...env } = process.env
  // Each test of the screen starts a server of its own: it is compiled once.
  const compiled = { NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') }
  return { root, node24, env: { ...compiled, ...env, ...more, PATH: path } }
}

const programs = {
  biome: '@biomejs/biome/bin/biome',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
}

/** @param {Bench} bench @param {keyof typeof programs} name */
const program = ({ root }, name) => join(root, 'node_modules', programs[name])

/** @param {string} name */
const heading = (name) => console.log(`\n── ${name}`)

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** @param {Bench} bench @param {string} name */
function freshReport({ root }, name) {
  const file = join(root, '.cache', 'tests', name)
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  return file
}

/**
 * @param {Bench} bench
 * @param {string} name
 * @param {keyof typeof programs} tool
 * @param {readonly string[]} args
 */
async function check(bench, name, tool, args) {
  const { root: cwd, env, node24 } = bench
  const { code, output } = await runCaptured(node24, [program(bench, tool), ...args], { cwd, env })
  return { name, output, ...countCheck(code) }
}

/**
 * Format and lint, and types: side by side, each told when both are done.
 *
 * @param {Bench} bench
 * @returns {Promise<Stage[]>}
 */
export async function staticStages(bench) {
  const checks = await Promise.all([
    check(bench, 'format and lint', 'biome', ['check', '--colors=off']),
    check(bench, 'types', 'tsc', ['--noEmit', '--pretty', 'false']),
  ])
  return checks.map(({ output, ...stage }) => {
    heading(stage.name)
    console.log(stage.failed ? output.trim() : 'ok')
    return stage
  })
}

/**
 * @param {Bench} bench
 * @param {readonly string[]} projects of vitest.config.ts
 * @returns {Promise<Stage>}
 */
export async function vitestStage(bench, projects) {
  const name = `${projects.join(' and ')} tests`
  heading(name)
  const report = freshReport(bench, 'vitest.json')
  const args = [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const code = await runInForeground(bench.node24, [program(bench, 'vitest'), ...args], {
    cwd: bench.root,
    env: bench.env,
  })
  const json = readIfThere(report)
  return { name, ...countVitest(json, code), failures: failuresOfVitest(json) }
}

/**
 * @param {Bench} bench
 * @returns {Promise<Stage>}
 */
export async function endToEndStage(bench) {
  const name = 'end-to-end tests'
  heading(name)
  const report = freshReport(bench, 'e2e.json')
  const code = await runInForeground(bench.node24, [program(bench, 'playwright'), 'test'], {
    cwd: bench.root,
    env: bench.env,
  })
  const json = readIfThere(report)
  return { name, ...countPlaywright(json, code), failures: failuresOfPlaywright(json) }
}
