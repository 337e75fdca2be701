/** A data file as it lies on the disk at one moment, with the log beside it: what a crash then would leave. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

export type Snapshot = { file: Buffer; log: Buffer }

export const snapshotOf = (data: string): Snapshot => ({
  file: readFileSync(data),
  log: existsSync(`${data}-wal`) ? readFileSync(`${data}-wal`) : Buffer.alloc(0),
})

/** The server must not be running. */
export function putBack(data: string, { file, log }: Snapshot): void {
  rmSync(`${data}-shm`, { force: true })
  writeFileSync(data, file)
  writeFileSync(`${data}-wal`, log)
}
