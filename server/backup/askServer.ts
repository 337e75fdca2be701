import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Result } from '../../src/model/result.ts'
import { controlFile } from './control.ts'
import type { BackupError } from './writeBackup.ts'

const controlSchema = v.object({ port: v.number(), secret: v.string() })
const answerSchema = v.union([
  v.object({ ok: v.literal(true) }),
  v.object({
    ok: v.literal(false),
    error: v.union([
      v.object({ type: v.literal('exists') }),
      v.object({ type: v.literal('notWritten'), reason: v.string() }),
    ]),
  }),
])

/** Asks the server that uses a data file for a backup. Null: none is running (one that was killed leaves its file behind). */
export async function askForBackup(
  data: string,
  file: string,
): Promise<Result<void, BackupError> | null> {
  const control = readControl(data)
  if (!control) return null
  try {
    const response = await fetch(`http://127.0.0.1:${control.port}/backup`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${control.secret}` },
      body: JSON.stringify({ file }),
    })
    const answer = v.safeParse(answerSchema, await response.json())
    if (!answer.success) return null
    return answer.output.ok ? { ok: true, value: undefined } : answer.output
  } catch {
    return null // nobody listens there any more
  }
}

function readControl(data: string) {
  try {
    const read = v.safeParse(controlSchema, JSON.parse(readFileSync(controlFile(data), 'utf8')))
    return read.success ? read.output : null
  } catch {
    return null // no such file, or not one of ours
  }
}
