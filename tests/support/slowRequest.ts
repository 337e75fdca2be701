import { once } from 'node:events'
import { connect } from 'node:net'

/** A request whose body stops half-way until a test lets it go on. */
export function aSlowRequest(port: number, capability: string, path: string, body: string) {
  const half = Math.floor(body.length / 2)
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.on('data', (data) => {
    said += data
  })
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${capability}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    // The server says "go on" once it has seen the head, which is how a test knows that.
    'Expect: 100-continue',
    'Connection: close',
  ].join('\r\n')
  socket.write(`${head}\r\n\r\n`)
  const halfSent = once(socket, 'data').then(() => {
    said = ''
    socket.write(body.slice(0, half))
  })
  return {
    halfSent,
    sendRest: () => socket.write(body.slice(half)),
    /** All that the server answered. */
    answer: once(socket, 'close').then(() => said),
  }
}
