/** `npm run restore -- FILE`: puts a backup in the place of the data file, while no server runs. */
import { existsSync } from 'node:fs'
import { readProgramOptions } from './programOptions.ts'
import { restore } from './restore.ts'
import { verify } from './verify.ts'
import { noDataWords, reportWords, restoredWords, restoreErrorWords, USAGE } from './words.ts'

async function run(): Promise<boolean> {
  const options = readProgramOptions(process.argv.slice(2), process.env)
  if (!options?.file) return say(false, USAGE.restore)
  const { data, file } = options
  if (!existsSync(file)) return say(false, noDataWords(file))
  const report = await verify(file)
  if (!report.ok) return say(false, reportWords(report, file))
  const restored = await restore(file, data, Date.now())
  if (!restored.ok) return say(false, restoreErrorWords(restored.error, data))
  return say(true, `${restoredWords(restored.value, data)}\n\n${reportWords(report, data)}`)
}

function say(good: boolean, words: string): boolean {
  console[good ? 'log' : 'error'](`\n${words}\n`)
  return good
}

process.exitCode = (await run()) ? 0 : 1
