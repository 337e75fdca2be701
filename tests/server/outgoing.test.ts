/** Frames of our own making, read by the ws client. */
import type { Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { sendFrame } from '../../server/outgoing.ts'

let server: WebSocketServer
let client: WebSocket
let line: Socket
let served: WebSocket

beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  const accepted = new Promise<void>((resolve) => {
    server.once('connection', (socket, request) => {
      served = socket
      line = request.socket
      resolve()
    })
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  client = new WebSocket(`ws://127.0.0.1:${port}`)
  await accepted
})
afterAll(() => {
  client.terminate()
  server.close()
})

const next = () =>
  new Promise<{ data: Buffer; isBinary: boolean }>((resolve) => {
    client.once('message', (data: Buffer, isBinary) => resolve({ data, isBinary }))
  })

it.each([0, 1, 125, 126, 127, 65_535, 65_536, 300_000])(
  'a message of %i bytes arrives as it is',
  async (length) => {
    const message = Uint8Array.from({ length }, (_, i) => i % 251)
    const heard = next()
    sendFrame(line, message)
    const { data, isBinary } = await heard
    expect(isBinary).toBe(true)
    expect(data.equals(message)).toBe(true)
  },
)

it('messages keep their order, with those that ws itself sends between them', async () => {
  const heard: string[] = []
  const all = new Promise<void>((resolve) => {
    client.on('message', (data: Buffer) => {
      heard.push(`${data}`)
      if (heard.length === 4) resolve()
    })
  })
  client.once('ping', () => heard.push('ping'))
  sendFrame(line, Buffer.from('one'))
  served.ping()
  sendFrame(line, Buffer.from('two'))
  served.send(Buffer.from('three'))
  await all
  expect(heard).toEqual(['one', 'ping', 'two', 'three'])
})
