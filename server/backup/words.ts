/** What these programs say in the terminal: Indonesian first, English below it. */
import type { Result } from '../../src/model/result.ts'
import type { DataFileError } from '../store/dataFile.ts'
import { both, dataFileWords } from '../words.ts'
import type { Restored, RestoreError } from './restore.ts'
import type { VerifyReport } from './verify.ts'
import { isWhole } from './verify.ts'
import type { BackupError } from './writeBackup.ts'

export const USAGE = {
  backup: 'npm run backup -- <berkas · file> [--data <berkas · file>]',
  restore: 'npm run restore -- <berkas · file> [--data <berkas · file>]',
  verify: 'npm run verify -- [<berkas · file>] [--data <berkas · file>]',
} as const

export const noDataWords = (file: string): string =>
  both(`${file} tidak ada.`, `${file} is not there.`)

export const backupWords = (file: string): string =>
  both(`Cadangan tersimpan di ${file}`, `The backup is in ${file}`)

export function backupErrorWords(error: BackupError, file: string): string {
  if (error.type === 'exists') {
    return both(
      `${file} sudah ada dan tidak ditimpa. Pilih nama lain.`,
      `${file} is there already and was left as it is. Choose another name.`,
    )
  }
  return both(
    `Cadangan tidak bisa ditulis ke ${file} (${error.reason}). Periksa izin dan sisa ruang.`,
    `The backup could not be written to ${file} (${error.reason}). Check permissions and free space.`,
  )
}

export function restoredWords({ aside, behind }: Restored, data: string): string {
  return both(
    `Cadangan dipulihkan ke ${data}.${aside ? ` Data sebelumnya disimpan di ${aside}` : ''}${behind > 0 ? `\n${behind} ruang lebih lama daripada data sebelumnya; perangkat yang masih menyimpan isinya akan mengembalikannya.` : ''}`,
    `The backup was restored to ${data}.${aside ? ` What was there before is in ${aside}` : ''}${behind > 0 ? `\n${behind} rooms are older than before; devices that still hold the rest will bring it back.` : ''}`,
  )
}

export function restoreErrorWords(error: RestoreError, data: string): string {
  switch (error.type) {
    case 'inUse':
      return both(
        `${data} sedang dipakai. Hentikan Guyub dulu, lalu ulangi.`,
        `${data} is in use. Stop Guyub first, then run this again.`,
      )
    case 'backup':
      return dataFileWords(error.error, data)
    case 'notWritten':
      return both(
        `Cadangan tidak bisa dipulihkan ke ${data} (${error.reason}). Periksa izin dan sisa ruang.`,
        `The backup could not be restored to ${data} (${error.reason}). Check permissions and free space.`,
      )
  }
}

export function reportWords(report: Result<VerifyReport, DataFileError>, file: string): string {
  if (!report.ok) return dataFileWords(report.error, file)
  const { rooms, problems, lacking, rottenRows, pages } = report.value
  if (isWhole(report.value)) {
    return both(
      `${file}: ${rooms} ruang diperiksa, semuanya utuh.`,
      `${file}: ${rooms} rooms checked, all of them whole.`,
    )
  }
  const findings = [
    ...problems.map(({ room, reason }) => `  ${room}: ${reason}`),
    ...lacking.map((room) => `  ${room}: it still lacks what was lost before`),
    ...(rottenRows > 0 ? [`  seats, links, workshops: ${rottenRows}`] : []),
    ...pages.map((page) => `  ${page}`),
  ]
  return [
    both(
      `${file}: ${rooms} ruang diperiksa, ${problems.length + lacking.length} rusak.`,
      `${file}: ${rooms} rooms checked, ${problems.length + lacking.length} damaged.`,
    ),
    ...findings,
  ].join('\n')
}
