/** One person on a bare socket, for any of the servers: they differ in the address and in what stands before a message. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'

export type Heard = {
  update(update: Uint8Array, isStep2: boolean): void
  /** How many of one's frames are on disk. */
  stored(count: number): void
  awareness(entries: readonly { client: number; state: unknown }[]): void
}
export type Door = { url: string; protocols: string[]; document: string | null; token: string }

const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const STORED = 100
const STEP1 = 0
const STEP2 = 1
const UPDATE = 2
const NOTHING = Uint8Array.of(0, 0)

export class Person {
  readonly socket: WebSocket
  readonly #head: Uint8Array
  readonly #keeps: boolean
  readonly #heard: Partial<Heard>
  #ready = () => {}
  /** Resolves when what the server has is here, and what one has is there. */
  readonly synced: Promise<void>
  /** The answer to one's question. */
  state: Uint8Array = new Uint8Array()
  /** That and all that came after it. */
  readonly received: Uint8Array[] = []

  constructor(door: Door, heard: Partial<Heard> = {}, keeps = false) {
    this.#keeps = keeps
    this.#heard = heard
    this.#head = headOf(door.document)
    this.synced = new Promise((resolve) => {
      this.#ready = resolve
    })
    this.socket = new WebSocket(door.url, door.protocols, { perMessageDeflate: false })
    this.socket.on('open', () => {
      if (door.document !== null) this.#send(AUTH, 0, token(door.token))
      this.ask()
    })
    this.socket.on('message', (data: Buffer) => this.#hear(data))
    this.socket.on('error', () => {})
  }

  update(update: Uint8Array): void {
    this.#send(SYNC, UPDATE, varBytes(update))
  }
  cursor(update: Uint8Array): void {
    this.socket.send(Buffer.concat([this.#head, Uint8Array.of(AWARENESS), varBytes(update)]))
  }
  /** What a state vector lacks; everything, please. */
  ask(vector: Uint8Array = Uint8Array.of(0)): void {
    this.#send(SYNC, STEP1, varBytes(vector))
  }
  /** A message that may be none at all. */
  raw(bytes: Uint8Array): void {
    this.socket.send(Buffer.concat([this.#head, bytes]))
  }
  stopReading(): void {
    this.socket.pause()
  }
  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN
  }
  close(): void {
    this.socket.terminate()
  }

  #send(message: number, kind: number, content: Uint8Array): void {
    if (this.socket.readyState !== WebSocket.OPEN) return
    this.socket.send(Buffer.concat([this.#head, Uint8Array.of(message, kind), content]))
  }

  #hear(data: Buffer): void {
    const decoder = decoding.createDecoder(data)
    if (this.#head.length > 0) decoding.readVarString(decoder)
    const message = decoding.readVarUint(decoder)
    if (message === STORED) this.#heard.stored?.(decoding.readVarUint(decoder))
    if (message === AWARENESS)
      this.#heard.awareness?.(statesIn(decoding.readVarUint8Array(decoder)))
    // 4: Hocuspocus' answer to a question.
    if (message !== SYNC && message !== 4) return
    const kind = decoding.readVarUint(decoder)
    const content = decoding.readVarUint8Array(decoder)
    if (kind === STEP1) this.#send(SYNC, STEP2, varBytes(NOTHING))
    else {
      this.#heard.update?.(content, kind === STEP2)
      if (this.#keeps) this.received.push(content.slice())
      if (kind !== STEP2) return
      this.state = content.slice()
      this.#ready()
    }
  }
}

function statesIn(bytes: Uint8Array) {
  const decoder = decoding.createDecoder(bytes)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => {
    const client = decoding.readVarUint(decoder)
    decoding.readVarUint(decoder) // how new it is
    return { client, state: JSON.parse(decoding.readVarString(decoder)) as unknown }
  })
}

function headOf(document: string | null): Uint8Array {
  if (document === null) return new Uint8Array()
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, document)
  return encoding.toUint8Array(encoder)
}

function token(text: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, text)
  return encoding.toUint8Array(encoder)
}

function varBytes(bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}
