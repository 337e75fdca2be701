/** The server as a program of its own, over a folder that stands in for a small disk. `--host --port --data` */
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { startServer } from '../../server/startServer.ts'
import { refusingWhileFull } from './smallDisk.ts'

const { values } = parseArgs({
  options: { host: { type: 'string' }, port: { type: 'string' }, data: { type: 'string' } },
})
const { host = '', data = '' } = values
const server = await startServer({
  host,
  port: Number(values.port),
  data,
  wrapStore: (store) => refusingWhileFull(dirname(data), store),
  log: (entry) => entry.level !== 'debug' && process.stderr.write(`${JSON.stringify(entry)}\n`),
})
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
console.log(`http://localhost:${server.port}`)
