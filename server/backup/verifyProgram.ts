/** `npm run verify [-- FILE]`: whether every room of a data file or a backup can be opened with all that it holds. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askForBackup } from './askServer.ts'
import { readProgramOptions } from './programOptions.ts'
import { isWhole, verify } from './verify.ts'
import { noDataWords, reportWords, USAGE } from './words.ts'

/** A running server has its file for itself, so it is asked for a copy; what is rotten in the one is so in the other. */
async function verifyData(data: string) {
  const folder = mkdtempSync(join(tmpdir(), 'guyub-copy-'))
  try {
    const copy = join(folder, 'copy.sqlite')
    const asked = await askForBackup(data, copy)
    return await verify(asked?.ok ? copy : data)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(): Promise<boolean> {
  const options = readProgramOptions(process.argv.slice(2), process.env)
  if (!options) return say(false, USAGE.verify)
  const file = options.file ?? options.data
  if (!existsSync(file)) return say(false, noDataWords(file))
  const report = await (file === options.data ? verifyData(file) : verify(file))
  return say(report.ok && isWhole(report.value), reportWords(report, file))
}

function say(good: boolean, words: string): boolean {
  console[good ? 'log' : 'error'](`\n${words}\n`)
  return good
}

process.exitCode = (await run()) ? 0 : 1
