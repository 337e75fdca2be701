/** `npm run backup -- FILE`: a copy of everything, from the running server or, where none runs, from the file itself. */
import { existsSync } from 'node:fs'
import type { Result } from '../../src/model/result.ts'
import { err } from '../../src/model/result.ts'
import { openForReading } from '../store/dataFile.ts'
import { askForBackup } from './askServer.ts'
import { readProgramOptions } from './programOptions.ts'
import { verify } from './verify.ts'
import { backupErrorWords, backupWords, noDataWords, reportWords, USAGE } from './words.ts'
import type { BackupError } from './writeBackup.ts'
import { writeBackup } from './writeBackup.ts'

async function backUpFile(data: string, file: string): Promise<Result<void, BackupError>> {
  try {
    const database = openForReading(data)
    try {
      return await writeBackup(database, file)
    } finally {
      database.close()
    }
  } catch (cause) {
    return err({ type: 'notWritten', reason: String(cause) })
  }
}

async function run(): Promise<boolean> {
  const options = readProgramOptions(process.argv.slice(2), process.env)
  if (!options?.file) return say(false, USAGE.backup)
  const { data, file } = options
  const asked = await askForBackup(data, file)
  if (!asked && !existsSync(data)) return say(false, noDataWords(data))
  const written = asked ?? (await backUpFile(data, file))
  if (!written.ok) return say(false, backupErrorWords(written.error, file))
  const report = await verify(file)
  if (!report.ok) return say(false, reportWords(report, file))
  return say(true, `${backupWords(file)}\n\n${reportWords(report, file)}`)
}

function say(good: boolean, words: string): boolean {
  console[good ? 'log' : 'error'](`\n${words}\n`)
  return good
}

process.exitCode = (await run()) ? 0 : 1
