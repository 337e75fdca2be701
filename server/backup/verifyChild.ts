/** Verifies one file for its parent process: exit code 0 where all that is in it can be read. */
import { isSound, verify } from './verify.ts'

const report = await verify(process.argv[2] ?? '')
process.exitCode = report.ok && isSound(report.value) ? 0 : 1
