/** What `npm run backup`, `restore` and `verify` are told: one file, and by `--data` or `GUYUB_DATA` where the data is. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DEFAULT_OPTIONS } from '../options.ts'

export type ProgramOptions = { data: string; file: string | null }

/** Null: not understood. A file is named from where the person stands, who may have run npm in a folder further down. */
export function readProgramOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ProgramOptions | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' } },
      allowPositionals: true,
      strict: true,
    })
    const [file, ...more] = positionals
    if (more.length > 0 || file === '') return null
    const data = values.data || environment.GUYUB_DATA || DEFAULT_OPTIONS.data
    const here = environment.INIT_CWD || process.cwd()
    return { data: resolve(data), file: file === undefined ? null : resolve(here, file) }
  } catch {
    return null // an unknown flag
  }
}
