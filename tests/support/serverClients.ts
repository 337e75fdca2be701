/** Clients for server tests: the stock y-websocket provider, and a bare socket that shows every frame. */
import type { ClientRequest } from 'node:http'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { encodeSync } from '../../server/frames.ts'
import { clocksIn } from '../../server/store/clocks.ts'
import type { SeatId } from '../../src/model/ids.ts'
import type { Disk, PresentPerson } from '../../src/protocol/messages.ts'
import {
  decodeDisk,
  decodePresence,
  decodeStored,
  MESSAGE,
  SYNC,
} from '../../src/protocol/messages.ts'
import { CAPABILITY_PREFIX, GUYUB_SUBPROTOCOL } from '../../src/protocol/version.ts'
import type { Vouch } from '../../src/protocol/vouches.ts'
import { decodeBehind } from '../../src/protocol/vouches.ts'

/** Any name but ours: such a connection is sent none of our own messages. */
const STOCK_SUBPROTOCOL = 'guyub.stock'

const wsOrigin = (origin: string) => origin.replace(/^http/, 'ws')

/** The stock client, as its documentation shows it. */
export function stockClient(
  origin: string,
  room: string,
  capability: string,
  {
    doc = new Y.Doc(),
    subprotocol = STOCK_SUBPROTOCOL,
  }: { doc?: Y.Doc; subprotocol?: string } = {},
) {
  const provider = new WebsocketProvider(`${wsOrigin(origin)}/sync`, room, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    protocols: [subprotocol, `${CAPABILITY_PREFIX}${capability}`],
    disableBc: true,
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    provider.on('closed', resolve),
  )
  return {
    doc,
    provider,
    awareness: provider.awareness,
    /** Why the server turned it away for good. */
    closed,
    synced: () =>
      new Promise<void>((resolve) => {
        if (provider.synced) return resolve()
        const onSync = (synced: boolean) => {
          if (!synced) return
          provider.off('sync', onSync)
          resolve()
        }
        provider.on('sync', onSync)
      }),
    close() {
      provider.destroy()
      provider.awareness.destroy()
      doc.destroy()
    },
  }
}
export type StockClient = ReturnType<typeof stockClient>

/** Resolves as soon as a document shows what is waited for. */
export function seen(doc: Y.Doc, shows: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!shows()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}

/** One message of the server, decoded. */
export type Heard =
  | { type: 'step1'; stateVector: Uint8Array }
  | { type: 'step2' | 'update'; update: Uint8Array; vouches: Vouch[] }
  | { type: 'awareness'; entries: { client: number; clock: number; state: unknown }[] }
  | { type: 'stored'; count: number }
  | { type: 'presence'; people: PresentPerson[] | null }
  | { type: 'disk'; disk: Disk | null }
  | { type: 'other'; message: number }

export function decodeMessage(bytes: Uint8Array): Heard {
  const decoder = decoding.createDecoder(bytes)
  const message = decoding.readVarUint(decoder)
  if (message === MESSAGE.stored) return { type: 'stored', count: decodeStored(decoder) }
  if (message === MESSAGE.presence) return { type: 'presence', people: decodePresence(decoder) }
  if (message === MESSAGE.disk) return { type: 'disk', disk: decodeDisk(decoder) }
  if (message === MESSAGE.awareness) return { type: 'awareness', entries: readEntries(decoder) }
  if (message !== MESSAGE.sync) return { type: 'other', message }
  const kind = decoding.readVarUint(decoder)
  const content = decoding.readVarUint8Array(decoder)
  if (kind === SYNC.step1) return { type: 'step1', stateVector: content }
  const type = kind === SYNC.step2 ? 'step2' : 'update'
  const vouches = decodeBehind(decoder, clocksIn(content), () => SAID_BEFORE)
  return { type, update: content, vouches }
}

/** Stands for the seat in a vouch that does not name it. */
export const SAID_BEFORE = '…' as SeatId

function readEntries(decoder: decoding.Decoder) {
  const content = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  return Array.from({ length: decoding.readVarUint(content) }, () => ({
    client: decoding.readVarUint(content),
    clock: decoding.readVarUint(content),
    state: JSON.parse(decoding.readVarString(content)) as unknown,
  }))
}

export const awarenessFrame = (
  entries: readonly { client: number; clock: number; json: string }[],
): Uint8Array => {
  const content = encoding.createEncoder()
  encoding.writeVarUint(content, entries.length)
  for (const { client, clock, json } of entries) {
    encoding.writeVarUint(content, client)
    encoding.writeVarUint(content, clock)
    encoding.writeVarString(content, json)
  }
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, MESSAGE.awareness)
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(content))
  return encoding.toUint8Array(frame)
}

/** A socket without a client behind it: it says what a test wants and keeps what it hears. */
export function bareSocket(
  origin: string,
  room: string,
  capability: string,
  {
    subprotocol = GUYUB_SUBPROTOCOL,
    headers = {},
    rawPath,
  }: { subprotocol?: string; headers?: Record<string, string>; rawPath?: string } = {},
) {
  const socket = new WebSocket(
    `${wsOrigin(origin)}/sync/${room}`,
    [subprotocol, `${CAPABILITY_PREFIX}${capability}`],
    {
      headers,
      // Names that a URL would tidy up before they are sent.
      ...(rawPath !== undefined && {
        finishRequest(request: ClientRequest) {
          request.path = rawPath
          request.end()
        },
      }),
    },
  )
  const heard: Heard[] = []
  const listeners = new Set<() => void>()
  socket.on('message', (data: Buffer) => {
    heard.push(decodeMessage(data))
    for (const listener of [...listeners]) listener()
  })
  // A refused upgrade or a cut socket: `closed` and `opened` tell.
  socket.on('error', () => {})
  const opened = new Promise<void>((resolve) => socket.once('open', () => resolve()))
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  )

  /** The first message from `from` on that answers a question. */
  const hears = <T>(pick: (message: Heard) => T | null | undefined | false, from = 0): Promise<T> =>
    new Promise((resolve) => {
      const look = () => {
        for (const message of heard.slice(from)) {
          const picked = pick(message)
          if (picked === null || picked === undefined || picked === false) continue
          listeners.delete(look)
          resolve(picked)
          return
        }
      }
      listeners.add(look)
      look()
    })

  return {
    socket,
    heard,
    opened,
    closed,
    hears,
    send: (bytes: Uint8Array | string) => socket.send(bytes),
    step1: (stateVector: Uint8Array = Uint8Array.of(0)) =>
      socket.send(encodeSync(SYNC.step1, stateVector)),
    step2: (update: Uint8Array) => socket.send(encodeSync(SYNC.step2, update)),
    update: (update: Uint8Array) => socket.send(encodeSync(SYNC.update, update)),
    close: () => socket.terminate(),
  }
}
export type BareSocket = ReturnType<typeof bareSocket>

/** The room as a newcomer with this capability is given it. */
export async function readRoom(origin: string, room: string, capability: string): Promise<Y.Doc> {
  const socket = bareSocket(origin, room, capability)
  await socket.opened
  socket.step1()
  const update = await socket.hears((message) => message.type === 'step2' && message.update)
  socket.close()
  await socket.closed
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}
