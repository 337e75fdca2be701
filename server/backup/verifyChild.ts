/** Verifies one file for its parent process: exit code 0 where it is whole. */
import { isWhole, verify } from './verify.ts'

const report = await verify(process.argv[2] ?? '')
process.exitCode = report.ok && isWhole(report.value) ? 0 : 1
