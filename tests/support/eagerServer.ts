/** The server as a program of its own that forgets every room the moment nobody is in it. `--data <file>` */
import { parseArgs } from 'node:util'
import { startServer } from '../../server/startServer.ts'

const { values } = parseArgs({ options: { data: { type: 'string', default: '' } }, strict: false })
const server = await startServer({
  port: 0,
  host: '127.0.0.1',
  data: String(values.data),
  limits: { messagesPerSecond: 1_000_000, messageBurst: 1_000_000 },
  timing: { evictAfterMs: 0 },
  log: (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`),
})
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
console.log(`http://localhost:${server.port}`)
