import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const VERIFY_CHILD = fileURLToPath(new URL('./verifyChild.ts', import.meta.url))

/** Verifies in a process of its own: here it would hold up everybody for as long as it reads. */
export const isSoundAside = (file: string): Promise<boolean> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', VERIFY_CHILD, file],
      (error) => resolve(error === null),
    )
  })
