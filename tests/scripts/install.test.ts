import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explainInstallFailure } from '../../scripts/npmCi.mjs'
import { ensureInstalled, installState } from '../../scripts/readiness.mjs'
import { tempFolder, writeFiles } from './tempFolder.ts'

const lockWith = (packages: Record<string, unknown>, root: Record<string, unknown>) =>
  JSON.stringify({
    name: 'tiny',
    lockfileVersion: 3,
    requires: true,
    packages: { '': { name: 'tiny', ...root }, ...packages },
  })

/** A project with one development dependency that lies in its own folder: npm needs no internet. */
function tinyProject() {
  const dependency = { devDependencies: { helper: 'file:helper' } }
  return tempFolder({
    'package.json': JSON.stringify({ name: 'tiny', private: true, ...dependency }),
    'helper/package.json': JSON.stringify({ name: 'helper', version: '1.0.0' }),
    'package-lock.json': lockWith(
      {
        helper: { version: '1.0.0', dev: true },
        'node_modules/helper': { resolved: 'helper', link: true },
      },
      dependency,
    ),
  })
}

/** A project whose one package can only come from a registry where nobody answers. */
function unreachableProject(kind: 'dependencies' | 'optionalDependencies') {
  const dependency = { [kind]: { 'far-away': '1.0.0' } }
  const machine = { optional: true, os: [process.platform], cpu: [process.arch] }
  const root = tempFolder({
    'package.json': JSON.stringify({ name: 'tiny', private: true, ...dependency }),
    'package-lock.json': lockWith(
      {
        'node_modules/far-away': {
          version: '1.0.0',
          integrity: `sha512-${Buffer.alloc(64).toString('base64')}`,
          ...(kind === 'optionalDependencies' ? machine : {}),
        },
      },
      dependency,
    ),
  })
  const env = {
    ...process.env,
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_cache: join(root, 'npm-cache'),
    npm_config_fetch_retries: '0',
  }
  return { root, env }
}

const stamp = (root: string) => join(root, 'node_modules', '.guyub-lock')

describe('ensureInstalled', () => {
  it('installs a fresh clone once and then finds nothing to do', async () => {
    const root = tinyProject()
    expect(installState(root)).toBe('missing')
    await ensureInstalled(root)
    expect(installState(root)).toBe('fresh')
    expect(existsSync(join(root, 'node_modules/helper/package.json'))).toBe(true)

    writeFiles(root, { 'node_modules/left-alone.txt': 'npm ci would have removed me' })
    await ensureInstalled(root)
    expect(existsSync(join(root, 'node_modules/left-alone.txt'))).toBe(true)
  })

  it('installs what development needs, whatever the caller has set', async () => {
    const root = tinyProject()
    await ensureInstalled(root, {
      ...process.env,
      NODE_ENV: 'production',
      npm_config_omit: 'dev',
      npm_config_dry_run: 'true',
    })
    expect(existsSync(join(root, 'node_modules/helper/package.json'))).toBe(true)
  })

  it('installs again after the lockfile has changed', async () => {
    const root = tinyProject()
    await ensureInstalled(root)
    const lock = join(root, 'package-lock.json')
    writeFileSync(lock, readFileSync(lock, 'utf8').replaceAll('1.0.0', '1.0.1'))
    writeFiles(root, {
      'helper/package.json': JSON.stringify({ name: 'helper', version: '1.0.1' }),
    })
    expect(installState(root)).toBe('outdated')
    await ensureInstalled(root)
    expect(installState(root)).toBe('fresh')
  })

  it('heals an install that was killed half way', async () => {
    const root = tinyProject()
    writeFiles(root, { 'node_modules/half/unpacked.txt': 'no stamp, no package.json' })
    expect(installState(root)).toBe('outdated')
    await ensureInstalled(root)
    expect(installState(root)).toBe('fresh')
    expect(existsSync(join(root, 'node_modules/half'))).toBe(false)
  })

  it('takes what somebody installed by hand', async () => {
    const root = tinyProject()
    spawnSync('npm', ['ci', '--include=dev'], { cwd: root, shell: process.platform === 'win32' })
    expect(installState(root)).toBe('outdated')
    writeFiles(root, { 'node_modules/left-alone.txt': 'npm ci would have removed me' })
    await ensureInstalled(root)
    expect(installState(root)).toBe('fresh')
    expect(existsSync(join(root, 'node_modules/left-alone.txt'))).toBe(true)
  })

  it('does not take node_modules from which a package has gone', async () => {
    const root = tinyProject()
    await ensureInstalled(root)
    rmSync(stamp(root))
    rmSync(join(root, 'node_modules/helper'))
    await ensureInstalled(root)
    expect(existsSync(join(root, 'node_modules/helper/package.json'))).toBe(true)
  })

  it('says in both languages what to do when the registry is out of reach', async () => {
    const { root, env } = unreachableProject('dependencies')
    const install = ensureInstalled(root, env)
    await expect(install).rejects.toThrow(/Internet belum tersambung/)
    await expect(install).rejects.toThrow(/The internet is not reachable/)
    expect(installState(root)).not.toBe('fresh')
    // Nobody has to wait for the failed one.
    await expect(ensureInstalled(root, env)).rejects.toThrow(/Internet belum tersambung/)
  })

  it('is not content when npm leaves out the package for this very machine', async () => {
    const { root, env } = unreachableProject('optionalDependencies')
    await expect(ensureInstalled(root, env)).rejects.toThrow(/node_modules\/far-away/)
    expect(installState(root)).not.toBe('fresh')
  })
})

describe('explainInstallFailure', () => {
  it.each([
    ['npm error code ENOSPC\nnpm error ENOSPC: no space left on device, write', 'disk is full'],
    ['npm error code ENOTFOUND\nnpm error network request to https://r/yjs failed', 'internet'],
    ['npm error code EAI_AGAIN', 'internet'],
    ['npm ERR! code ETIMEDOUT', 'internet'],
    ['npm error code E407\nnpm error 407 Proxy Authentication Required', 'proxy'],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['npm error code CERT_NOT_YET_VALID', 'clock'],
    ['npm error code EINTEGRITY', 'damaged'],
    ['npm error code E404\nnpm error 404 Not Found', 'registry'],
    ['npm error code EUSAGE', 'disagree'],
    ['npm error code EACCES\nnpm error path /x/node_modules', 'cannot be written'],
    ['Error: spawn npm ENOENT', 'npm is missing'],
    ['npm error something never seen', 'send the text below'],
  ])('knows %j', (output, words) => {
    expect(explainInstallFailure(output).en).toContain(words)
  })

  it('blames what ended the install, not a warning on the way', () => {
    const output = 'npm http fetch GET 200 https://r/x attempt 2 ETIMEDOUT\nnpm error code ENOSPC'
    expect(explainInstallFailure(output).en).toContain('disk is full')
  })
})
