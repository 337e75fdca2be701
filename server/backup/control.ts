/**
 * How a program on the same machine asks a running server for a backup: over the loopback, on a port of its own, with a
 * secret that lies beside the data file, where only those can read it who could read the data as well.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import * as v from 'valibot'
import type { Result } from '../../src/model/result.ts'
import { err } from '../../src/model/result.ts'
import type { Log } from '../log.ts'
import type { BackupError } from './writeBackup.ts'

export const controlFile = (data: string): string => `${data}-control`

export const backupRequestSchema = v.object({ file: v.pipe(v.string(), v.maxLength(4_096)) })
const MAX_BODY_BYTES = 16 * 1024

export type Control = { close(): Promise<void> }
type ControlContext = {
  data: string
  log: Log
  backup(file: string): Promise<Result<void, BackupError>>
}

/** A server that can't be asked serves all the same. */
export async function openControl({ data, log, backup }: ControlContext): Promise<Control> {
  const secret = randomBytes(24).toString('hex')
  const server = createServer((request, response) => {
    answer(request, secret, backup).then(
      (result) => send(response, result.ok ? 200 : 409, result),
      () => send(response, 403, null),
    )
  })
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(0, '127.0.0.1', resolve)
    })
    const { port } = server.address() as AddressInfo
    writeFileSync(controlFile(data), JSON.stringify({ port, secret }), { mode: 0o600 })
  } catch (cause) {
    log({ level: 'warn', event: 'noControl', reason: String(cause) })
  }
  return {
    close: () =>
      new Promise((resolve) => {
        rmSync(controlFile(data), { force: true })
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** @throws Where the asking is not as it must be: that is all it is told. */
async function answer(
  request: IncomingMessage,
  secret: string,
  backup: ControlContext['backup'],
): Promise<Result<void, BackupError>> {
  if (request.method !== 'POST' || !isSecret(request, secret)) throw new Error('not asked rightly')
  if (Number(request.headers['content-length'] ?? Infinity) > MAX_BODY_BYTES) {
    return err({ type: 'notWritten', reason: 'too long' })
  }
  const { file } = v.parse(backupRequestSchema, JSON.parse(await text(request)))
  return backup(file)
}

function isSecret(request: IncomingMessage, secret: string): boolean {
  const said = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${secret}`)
  return said.length === wanted.length && timingSafeEqual(said, wanted)
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
