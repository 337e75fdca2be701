import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** The folders of every installed copy of a package, however deep it is nested. */
function copiesOf(name: string, modules = 'node_modules'): string[] {
  return readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const folder = join(modules, entry.name)
      if (entry.name.startsWith('@')) return copiesOf(name, folder)
      const nested = readdirSync(folder).includes('node_modules')
        ? copiesOf(name, join(folder, 'node_modules'))
        : []
      return entry.name === name ? [folder, ...nested] : nested
    })
}

it('has exactly one copy of Yjs: two corrupt a document silently', () => {
  expect(copiesOf('yjs')).toEqual([join('node_modules', 'yjs')])
})

it('locks packages by their hash, not by the host they once came from', () => {
  const lock = readFileSync('package-lock.json', 'utf8')
  const { packages } = JSON.parse(lock)
  const entries = Object.entries<{ integrity?: string; resolved?: string }>(packages)
  const locked = entries.filter(([folder]) => folder !== '')
  expect(locked.length).toBeGreaterThan(50)
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  expect(locked.filter(([, { integrity }]) => !integrity).map(([folder]) => folder)).toEqual([])
  expect(lock).not.toMatch(/https?:\/\/[^"]*\.tgz/)
})

it('pins every dependency exactly', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  )
  const versions = Object.entries<string>({
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies,
  })
  expect(versions.length).toBeGreaterThan(10)
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})
