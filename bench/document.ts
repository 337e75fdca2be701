/** docs/benchmarks.md: each benchmark writes between two marks of its own, and the words around them stay. */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'

const DOCUMENT = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))

/** What a run was measured on, for its first sentence. */
export function machine(): string {
  const [load = 0] = loadavg()
  const model = cpus()[0]?.model ?? 'unknown'
  return `${cpus().length} cores (${model}), load at the end ${load.toFixed(1)}`
}

export function writeBetweenMarks(bench: 'sync' | 'board', lines: readonly string[]): void {
  const begin = `<!-- bench:${bench} begins -->`
  const end = `<!-- bench:${bench} ends -->`
  const [before = '', rest = ''] = readFileSync(DOCUMENT, 'utf8').split(begin)
  const after = rest.split(end)[1] ?? ''
  writeFileSync(DOCUMENT, `${before}${begin}\n${lines.join('\n')}\n${end}${after}`)
}
