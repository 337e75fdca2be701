import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'

/** The imports of each source file as paths from the project's root; packages by their name. */
export type ImportsByFile = ReadonlyMap<string, readonly string[]>

const comments = /\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/[^\n]*/g
const statements = [
  /\b(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"\n]+)['"]/g,
  /\bimport\s*['"]([^'"\n]+)['"]/g,
  /\bimport\s*\(\s*['"`]([^'"`\n]+)['"`]/g,
  /\bnew\s+URL\(\s*['"`]([^'"`\n]+)['"`]\s*,\s*import\.meta\.url/g,
]

/** What a piece of TypeScript imports, type imports and workers included, as it is written. */
export function specifiersIn(source: string): string[] {
  const code = source.replace(comments, '')
  return statements.flatMap((statement) =>
    [...code.matchAll(statement)].flatMap(([, specifier]) => (specifier ? [specifier] : [])),
  )
}

/** `../model/note.ts?url`, seen from a file, as a path from the root; a package as its name. */
export function resolveSpecifier(file: string, specifier: string): string {
  const path = specifier.replace(/[?#].*$/, '')
  if (path.startsWith('.')) return posix.join(posix.dirname(file), path)
  if (path.startsWith('/')) return path.slice(1)
  if (path.startsWith('node:')) return path
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/')
}

function sourceFilesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((name) => posix.join(folder, name))
    .flatMap((path) => {
      if (statSync(path).isDirectory()) return sourceFilesUnder(path)
      return /\.(ts|tsx)$/.test(path) && !path.endsWith('.d.ts') ? [path] : []
    })
}

/** Reads every TypeScript file under the given folders of this project. */
export function readImports(folders: readonly string[]): ImportsByFile {
  return new Map(
    folders.flatMap(sourceFilesUnder).map((file) => {
      const specifiers = specifiersIn(readFileSync(file, 'utf8'))
      return [file, [...new Set(specifiers.map((each) => resolveSpecifier(file, each)))]]
    }),
  )
}
