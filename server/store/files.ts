import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'

/** A new name in a folder is on disk only after this. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return // a folder can't be opened there
  syncFile(folder, 'r')
}

export function syncFile(file: string, flags = 'r+'): void {
  const handle = openSync(file, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** For what is only in the way. */
export function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // it could not even be made: a file stands where its folder should be, or the disk has gone
  }
}
