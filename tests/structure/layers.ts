import type { ImportsByFile } from './imports.ts'

/** Highest first; an arrow may only point to a lower row. */
const rows = [
  ['app'],
  ['board', 'workshop'],
  ['sync', 'print', 'storage', 'ui'],
  ['protocol', 'i18n', 'design'],
  ['model/doc'],
  ['model'],
] as const

/** Within a row nobody knows the others, but the provider keeps what it sends, and print asks. */
const sideways = ['sync → storage', 'print → ui']

const serverMayImport = ['server', 'protocol', 'model', 'model/doc']

/** Packages that only some folders may import: each of the others goes through those. */
const packageHomes: readonly { packages: RegExp; homes: readonly string[] }[] = [
  { packages: /^@dnd-kit\//, homes: ['src/board/drag/'] },
  { packages: /^yjs$/, homes: ['src/model/doc/', 'src/sync/', 'src/storage/', 'server/'] },
  { packages: /^(react|react-dom)$/, homes: ['src/'] },
]

/** `fractional-indexing` is pure arithmetic on strings: it needs no set-up anywhere. */
const modelMayImport: Readonly<Record<string, readonly string[]>> = {
  model: ['fractional-indexing'],
  'model/doc': ['fractional-indexing', 'yjs', 'lib0'],
}

const isOurs = (path: string) => /^(src|server)\//.test(path)
const isBareFile = (path: string) => /^src\/[^/]+$/.test(path)

/** `src/model/doc/schema.ts` is of `model/doc`; `server/store/sqlite.ts` of `server`. */
function layerOf(path: string): string {
  if (path.startsWith('server/')) return 'server'
  if (path.startsWith('src/model/doc/')) return 'model/doc'
  return path.split('/')[1] ?? path
}

function rowOf(layer: string): number {
  return rows.findIndex((row) => (row as readonly string[]).includes(layer))
}

function problemOfOurs(file: string, target: string): string | null {
  const from = layerOf(file)
  const to = layerOf(target)
  if (from === to || isBareFile(target)) return null
  if (from === 'server') {
    return serverMayImport.includes(to) ? null : 'server knows only protocol and model'
  }
  if (to === 'server') return 'nothing in src knows the server'
  if (rowOf(from) === -1 || rowOf(to) === -1) return 'a folder that is in no row'
  if (sideways.includes(`${from} → ${to}`)) return null
  if (rowOf(from) === rowOf(to)) return 'sideways: they meet further up'
  return rowOf(from) < rowOf(to) ? null : 'points up'
}

function problemOfPackage(file: string, name: string): string | null {
  const allowed = modelMayImport[layerOf(file)]
  if (allowed && !file.startsWith('server/') && !allowed.includes(name)) {
    return 'model runs anywhere: it imports no such package'
  }
  const home = packageHomes.find(({ packages }) => packages.test(name))
  if (!home || home.homes.some((folder) => file.startsWith(folder))) return null
  return `only ${home.homes.join(', ')} may import it`
}

/** Every import that the layers forbid, as `from → to: why`. */
export function wrongArrows(imports: ImportsByFile): string[] {
  return [...imports].flatMap(([file, targets]) =>
    targets.flatMap((target) => {
      const problem = isOurs(target) ? problemOfOurs(file, target) : problemOfPackage(file, target)
      return problem ? [`${file} → ${target}: ${problem}`] : []
    }),
  )
}

/** Files that only hand on what others export. */
export const barrels = (imports: ImportsByFile): string[] =>
  [...imports.keys()].filter((file) => /\/index\.tsx?$/.test(file))

/** Every import cycle once, as `a → b → a`. */
export function cycles(imports: ImportsByFile): string[] {
  const done = new Set<string>()
  const found: string[] = []
  function visit(file: string, path: readonly string[]) {
    const at = path.indexOf(file)
    if (at !== -1) {
      found.push([...path.slice(at), file].join(' → '))
      return
    }
    if (done.has(file)) return
    for (const target of imports.get(file) ?? []) visit(target, [...path, file])
    done.add(file)
  }
  for (const file of imports.keys()) visit(file, [])
  return found
}
