/**
 * The structs of an update, as Yjs itself reads them (`decodeUpdate` of 13.6, whose only fault is that it reads all of them in
 * one turn). tests/server/decodeUpdate.test.ts holds it to that, struct by struct.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC
export type AnyStruct = Struct | Y.Skip

const SKIP = 10
/** What of a struct's first byte says which content it has; none: it is collected. */
const CONTENT = 0b11111
const HAS_PARENT_KEY = 0b100000
const HAS_RIGHT_ORIGIN = 0b1000000
const HAS_ORIGIN = 0b10000000

/** An update takes more effort than any honest one. */
export class TooMuch extends Error {}

/**
 * @param longestJson Of one struct: what it holds is read in one turn.
 * @throws where the bytes are none
 */
export function* readStructs(
  decoder: Y.UpdateDecoderV1,
  blocks: number,
  longestJson: number,
): Generator<AnyStruct> {
  for (let block = 0; block < blocks; block++) {
    const count = decoding.readVarUint(decoder.restDecoder)
    const client = decoder.readClient()
    let clock = decoding.readVarUint(decoder.restDecoder)
    for (let i = 0; i < count; i++) {
      const struct = readStruct(decoder, Y.createID(client, clock), longestJson)
      yield struct
      clock += struct.length
    }
  }
}

function readStruct(decoder: Y.UpdateDecoderV1, id: Y.ID, longestJson: number): AnyStruct {
  const info = decoder.readInfo()
  if (info === SKIP) return new Y.Skip(id, decoding.readVarUint(decoder.restDecoder))
  if ((info & CONTENT) === 0) return new Y.GC(id, decoder.readLen())
  const origin = info & HAS_ORIGIN ? decoder.readLeftID() : null
  const rightOrigin = info & HAS_RIGHT_ORIGIN ? decoder.readRightID() : null
  // Beside a neighbour it lies where that one lies.
  const isAlone = origin === null && rightOrigin === null
  const parent = isAlone ? readParent(decoder) : null
  const key = isAlone && info & HAS_PARENT_KEY ? decoder.readString() : null
  const content = readContent(decoder, info & CONTENT, longestJson)
  // A parent that is named, or pointed at, becomes a shared type once it is applied.
  return new Y.Item(id, null, origin, null, rightOrigin, parent as Y.Item['parent'], key, content)
}

const readParent = (decoder: Y.UpdateDecoderV1): string | Y.ID =>
  decoder.readParentInfo() ? decoder.readString() : decoder.readLeftID()

function readContent(
  decoder: Y.UpdateDecoderV1,
  kind: number,
  longestJson: number,
): Y.Item['content'] {
  let left = longestJson
  const readJson = (): string => {
    const json = decoder.readString()
    left -= json.length
    if (left < 0) throw new TooMuch()
    return json
  }
  switch (kind) {
    case 1:
      return new Y.ContentDeleted(decoder.readLen())
    case 2:
      return new Y.ContentJSON(times(decoder.readLen(), () => parsed(readJson())))
    case 3:
      return new Y.ContentBinary(decoder.readBuf())
    case 4:
      return new Y.ContentString(decoder.readString())
    case 5:
      return new Y.ContentEmbed(JSON.parse(readJson()))
    case 6:
      return new Y.ContentFormat(decoder.readKey(), JSON.parse(readJson()))
    case 7:
      return new Y.ContentType(readType(decoder, decoder.readTypeRef()))
    case 8:
      return new Y.ContentAny(times(decoder.readLen(), () => decoder.readAny()))
    default:
      throw new RangeError(`no canvas holds such content: ${kind}`)
  }
}

function readType(decoder: Y.UpdateDecoderV1, kind: number): Y.ContentType['type'] {
  switch (kind) {
    case 0:
      return new Y.Array()
    case 1:
      return new Y.Map()
    case 2:
      return new Y.Text()
    case 3:
      return new Y.XmlElement(decoder.readKey())
    case 4:
      return new Y.XmlFragment()
    case 5:
      return new Y.XmlHook(decoder.readKey())
    case 6:
      return new Y.XmlText()
    default:
      throw new RangeError(`no such shared type: ${kind}`)
  }
}

/** As they come: what says that it has a billion has not allocated them. */
function times<T>(count: number, read: () => T): T[] {
  const all: T[] = []
  for (let i = 0; i < count; i++) all.push(read())
  return all
}

const parsed = (json: string): unknown => (json === 'undefined' ? undefined : JSON.parse(json))
