import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[] }} LockedPackage
 */

/**
 * The packages of an npm lockfile by their folder (`node_modules/yjs`), the project itself left
 * out. Empty when the file is missing or torn.
 *
 * @param {string} file package-lock.json, or the copy npm keeps in node_modules
 * @returns {Map<string, LockedPackage>}
 */
function lockedPackages(file) {
  try {
    const { packages = {} } = JSON.parse(readFileSync(file, 'utf8'))
    return new Map(Object.entries(packages).filter(([folder]) => folder !== ''))
  } catch {
    return new Map()
  }
}

/** @returns {string} `glibc` or `musl`; only Linux has the difference */
function libcHere() {
  if (process.platform !== 'linux' || !process.report) return ''
  // Without this the report looks up host names, which can take seconds.
  Object.assign(process.report, { excludeNetwork: true })
  const report = /** @type {{ header: Record<string, unknown> }} */ (process.report.getReport())
  return report.header.glibcVersionRuntime ? 'glibc' : 'musl'
}

/** @param {string | string[]} allowed e.g. `"glibc"`, `["linux"]`, `["!win32"]` @param {string} here */
function admits(allowed, here) {
  const names = [allowed].flat()
  if (names.length === 0) return true
  return (
    !names.includes(`!${here}`) &&
    (names.includes(here) || names.every((name) => name.startsWith('!')))
  )
}

/**
 * The packages that must be in node_modules on this machine: those that aren't optional, and the
 * optional ones made for just this kind of machine (Node 24, the bundler's native half). Other
 * optional ones may be there or not.
 *
 * @param {Map<string, LockedPackage>} packages
 */
function packagesForThisMachine(packages) {
  const libc = libcHere()
  return new Map(
    [...packages].filter(
      ([, { optional, os, cpu, libc: libcs }]) =>
        (!optional || os || cpu) &&
        admits(os ?? [], process.platform) &&
        admits(cpu ?? [], process.arch) &&
        (libc === '' || admits(libcs ?? [], libc)),
    ),
  )
}

/**
 * Which packages of the lockfile are not in node_modules. npm calls an install a success even
 * when an *optional* package, such as Node 24 itself, couldn't be downloaded.
 *
 * @param {string} root
 * @returns {string[]} their folders
 */
export function missingPackages(root) {
  const wanted = packagesForThisMachine(lockedPackages(join(root, 'package-lock.json')))
  return [...wanted.keys()].filter((folder) => !existsSync(join(root, folder, 'package.json')))
}

/**
 * Whether somebody ran `npm ci` or `npm install` by hand, so that node_modules holds what
 * package-lock.json says without our having installed it.
 *
 * @param {string} root
 */
export function isInstalledByHand(root) {
  const there = lockedPackages(join(root, 'node_modules', '.package-lock.json'))
  const wanted = packagesForThisMachine(lockedPackages(join(root, 'package-lock.json')))
  return (
    there.size > 0 &&
    [...wanted].every(([folder, { version, integrity }]) => {
      const found = there.get(folder)
      return found?.version === version && found?.integrity === integrity
    }) &&
    missingPackages(root).length === 0
  )
}
