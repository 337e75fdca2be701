import { DatabaseSync } from 'node:sqlite'
import { hashOf } from '../../server/access.ts'
import { CAPABILITY_LENGTH } from '../../src/protocol/capability.ts'

/**
 * Every link that a server ever handed out and that stands in this text, whoever asked for it: the data file knows their
 * hashes. @param data of a server that has stopped
 */
export function leakedLinks(data: string, text: string): string[] {
  const database = new DatabaseSync(data, { readOnly: true })
  const rows = database.prepare('SELECT hash FROM capabilities').all()
  database.close()
  const known = new Set(rows.map(({ hash }) => hex(hash as Uint8Array)))
  return [...candidatesIn(text)].filter((each) => known.has(hex(hashOf(each))))
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** A link stands behind a letter for its role, so every place in a long word can be its beginning. */
function candidatesIn(text: string): Set<string> {
  const words = new Set(text.match(new RegExp(`[A-Za-z0-9]{${CAPABILITY_LENGTH},}`, 'g')))
  const candidates = [...words].flatMap((word) =>
    Array.from({ length: word.length - CAPABILITY_LENGTH + 1 }, (_, at) =>
      word.slice(at, at + CAPABILITY_LENGTH),
    ),
  )
  return new Set(candidates)
}
