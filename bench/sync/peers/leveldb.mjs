// @y/websocket-server with LevelDB, wired as the documentation of y-leveldb shows it.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils'
import { LeveldbPersistence } from 'y-leveldb'

// Its own Yjs 14, the very module that it has loaded itself.
const requireThere = createRequire(import.meta.resolve('@y/websocket-server/utils'))
const { WebSocketServer, Server } = requireThere('ws')
const Y = await import(requireThere.resolve('yjs').replace(/dist.*$/, 'src/index.js'))
const folder = process.argv[2]

if (folder) {
  const persistence = new LeveldbPersistence(folder)
  setPersistence({
    provider: persistence,
    async bindState(name, doc) {
      const stored = await persistence.getDiff(name, Uint8Array.of(0))
      await persistence.storeUpdate(name, Y.encodeStateAsUpdate(doc))
      Y.applyUpdate(doc, stored)
      doc.on('update', (update) => void persistence.storeUpdate(name, update))
    },
    async writeState() {},
  })
}

const server = createServer()
const sockets = new (WebSocketServer ?? Server)({ server })
sockets.on('connection', (socket, request) => setupWSConnection(socket, request))
server.listen(0, '127.0.0.1', () => console.log(`http://localhost:${server.address().port}`))
