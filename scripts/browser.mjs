/**
 * The Chromium of the end-to-end tests: one that is installed, else one brought along.
 * No test is skipped for want of a browser.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runCaptured } from './child.mjs'
import { NotReady, say, ticking } from './say.mjs'

/** The shell first: the same engine without windows and tab strips, which cost half as much again. */
const namesOnPath = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
]

const usualPlaces = [
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @param {NodeJS.ProcessEnv} env */
const onPath = (env) =>
  namesOnPath.flatMap((name) =>
    (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  )

/**
 * The browser named by CHROMIUM_PATH, whether or not it exists: whoever sets it means that one.
 * Else the first installed. Looks only, starts nothing.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null}
 */
export function findBrowser(env = process.env) {
  return env.CHROMIUM_PATH || ([...onPath(env), ...usualPlaces].find(isProgram) ?? null)
}

/**
 * Whether it really starts: Ubuntu's /usr/bin/chromium-browser may be a note about snap.
 *
 * @param {string | null} browser
 */
const starts = (browser) =>
  browser !== null &&
  /chrom/i.test(spawnSync(browser, ['--version'], { encoding: 'utf8', timeout: 60_000 }).stdout)

/** The browser Playwright downloaded earlier, if it did. @param {string} root */
async function playwrightsBrowser(root) {
  const playwright = await import(
    new URL('node_modules/playwright-core/index.mjs', `file://${root}/`).href
  )
  /** @type {string} */
  const file = playwright.chromium.executablePath()
  return isProgram(file) ? file : null
}

const isRoot = () => process.getuid?.() === 0

/**
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>} what it said
 */
async function installWith(file, args, options = {}) {
  const stopTicking = ticking(() => 'memasang · installing')
  try {
    // Killed half way, apt leaves packages that it asks to be mended by hand.
    return (await runCaptured(file, args, { ...options, expendable: false })).output
  } finally {
    stopTicking()
  }
}

/** @returns {Promise<string>} what apt said; empty when apt isn't at hand */
async function installByApt() {
  if (!isRoot() || spawnSync('apt-get', ['--version']).status !== 0) return ''
  say('Memasang Chromium lewat apt…', 'Installing Chromium through apt…')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  let said = await installWith('apt-get', ['update'], { env })
  // Debian has the shell, others may not.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    said += await installWith('apt-get', ['install', '-y', name], { env })
    if (findBrowser() !== null) break
  }
  return said
}

/** @param {string} root @param {string} node24 @returns {Promise<string>} what Playwright said */
async function installByPlaywright(root, node24) {
  say('Mengunduh Chromium lewat Playwright…', 'Downloading Chromium through Playwright…')
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js')
  const libraries = isRoot() && process.platform === 'linux' ? ['--with-deps'] : []
  return installWith(node24, [cli, 'install', ...libraries, 'chromium'], { cwd: root })
}

/** @param {string} text */
const lastLines = (text) => text.trim().split('\n').slice(-8).join('\n')

/**
 * Afterwards there is a browser that starts.
 *
 * @param {string} root
 * @param {string} node24
 * @returns {Promise<string>} its path
 * @throws {NotReady} with what to install by hand
 */
export async function ensureBrowser(root, node24) {
  const installed = findBrowser()
  if (installed !== null && starts(installed)) return installed
  if (process.env.CHROMIUM_PATH) {
    throw new NotReady(
      `CHROMIUM_PATH menunjuk ke ${installed}, tetapi itu bukan Chromium yang bisa dijalankan.`,
      `CHROMIUM_PATH points at ${installed}, which is no Chromium that starts.`,
    )
  }
  const before = await playwrightsBrowser(root)
  if (starts(before)) return /** @type {string} */ (before)

  const apt = await installByApt()
  const fromApt = findBrowser()
  if (fromApt !== null && starts(fromApt)) return fromApt

  const playwright = await installByPlaywright(root, node24)
  const downloaded = await playwrightsBrowser(root)
  if (starts(downloaded)) return /** @type {string} */ (downloaded)

  throw new NotReady(
    'Tes layar memerlukan Chromium atau Chrome, dan keduanya belum ada. Pasang salah satu (Debian/Ubuntu: `sudo apt-get install chromium`; lainnya: https://www.google.com/chrome), atau arahkan CHROMIUM_PATH ke programnya, lalu ulangi `npm test`.',
    'The screen tests need Chromium or Chrome and found neither. Install one (Debian/Ubuntu: `sudo apt-get install chromium`; others: https://www.google.com/chrome), or point CHROMIUM_PATH at the program, then run `npm test` again.',
    [apt, playwright].map(lastLines).filter(Boolean).join('\n'),
  )
}
