/** A server as a program of its own, for tests that kill it: `node serverProgram.ts <data file> <port>`. Says its port. */
import { startServer } from '../../../server/startServer.ts'

const [data, port] = process.argv.slice(2)
if (!data) throw new Error('which data file?')
const server = await startServer({ host: '127.0.0.1', port: Number(port ?? 0), data })
process.send?.({ port: server.port })
