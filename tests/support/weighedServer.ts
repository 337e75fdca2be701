/**
 * The server as a program of its own, to be bothered: it says how much memory it holds on to whenever it gets SIGUSR2.
 * `--data <file>`, and TERMINATE_AFTER_MS where one who does not read shall stay longer to be weighed.
 */
import { parseArgs } from 'node:util'
import { DEFAULT_TIMING } from '../../server/config.ts'
import { startServer } from '../../server/startServer.ts'
import { memoryInUse } from './memory.ts'

const { TERMINATE_AFTER_MS = DEFAULT_TIMING.terminateAfterMs } = process.env
const { values } = parseArgs({ options: { data: { type: 'string', default: '' } }, strict: false })
const server = await startServer({
  port: 0,
  host: '127.0.0.1',
  data: String(values.data),
  // Few a second: on a busy machine a flood takes its time too.
  limits: { messagesPerSecond: 200, messageBurst: 5_000 },
  // Long enough for everybody else to answer, however busy the machine.
  timing: {
    pingMs: 15_000,
    requestHeadMs: 3_000,
    terminateAfterMs: Number(TERMINATE_AFTER_MS),
  },
  log: (entry) => entry.level !== 'debug' && process.stderr.write(`${JSON.stringify(entry)}\n`),
})
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
process.on('SIGUSR2', () => console.log(`memory ${memoryInUse()}`))
console.log(`http://localhost:${server.port}`)
