/**
 * One room's connection: the stock y-websocket provider, told how to behave on phones, and what to say of it. The state is
 * read from `sync` and from close codes; the provider's own "connected" also fires before a refusal.
 */
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import type { CloseReason } from '../protocol/closeCodes.ts'
import { closeReasonOf } from '../protocol/closeCodes.ts'
import type { PresentPerson } from '../protocol/messages.ts'
import { decodeDisk, decodePresence, decodeStored, MESSAGE } from '../protocol/messages.ts'
import type { RoomName } from '../protocol/roomName.ts'
import { SYNC_PATH } from '../protocol/roomName.ts'
import { subprotocols } from '../protocol/version.ts'
import type { SocketWatch } from './countingSocket.ts'
import { countingSocket } from './countingSocket.ts'
import { openOutbox } from './outbox.ts'
import type { Platform } from './platform.ts'
import type { Connection } from './session.ts'
import type { Vouches } from './vouches.ts'
import { followVouches } from './vouches.ts'

export type ConnectionOptions = {
  doc: Y.Doc
  awareness: Awareness
  /** `http(s)://host` */
  origin: string
  room: RoomName
  capability: string
  writes: boolean
  platform: Platform
  watch: SocketWatch
  vouches: Vouches
  onSynced(): void
  /** @param count Sync frames of this connection that are on the server's disk. */
  onStored(count: number): void
  /** Null: nobody is known to be here any more, we are cut off. */
  onPresence(people: PresentPerson[] | null): void
  onRefused(reason: CloseReason): void
  onChange(): void
}

export type RoomConnection = {
  state(): Connection
  retry(): void
  close(): void
}

/** A connection that is silent for longer has died: the server says something each 15 s. */
const SILENCE_MS = 20_000
/** How long "connecting" is said before it is called what it is for a person: no signal. */
const PATIENCE_MS = 5_000
/** For so long somebody who looks at the page waits for a server or a hotspot that is being started again. */
const QUICK_MS = 120_000
const RESYNC_MS = 30_000
const OWN_MACHINE = /^https?:\/\/(localhost|127\.|\[::1\])/
/** After these the server needs a while; the provider alone would be back in 200 ms. 2^6 × 100 ms = 6.4 s. */
const NEEDS_A_WHILE: readonly CloseReason[] = [
  'storeUnavailable',
  'roomDamaged',
  'tooManyMessages',
  'tooSlow',
  'roomFull',
  'workshopFull',
  'tooBusy',
]
const A_WHILE = 5
/** What the server can't take in for now, and has to be told that it can again before this is believed. */
const CANNOT_TAKE = {
  storeUnavailable: 'serverCannotStore',
  roomDamaged: 'serverDamaged',
} as const satisfies Partial<Record<CloseReason, Connection['type']>>
type CannotTake = (typeof CANNOT_TAKE)[keyof typeof CANNOT_TAKE]
const CROWDED: readonly CloseReason[] = ['roomFull', 'workshopFull', 'tooManyMessages', 'tooBusy']

export function openConnection(options: ConnectionOptions): RoomConnection {
  const { doc, awareness, platform, writes } = options
  const isOwnMachine = OWN_MACHINE.test(options.origin)
  let wasSynced = false
  let failures = 0
  let cut = false
  let cannotTake: CannotTake | null = null
  let crowded = false
  let lacks = false
  let refused: CloseReason | null = null
  let closed = false
  let attemptedAtMs = 0
  let missedSinceMs = Date.now()
  let hidden = false
  let patience: ReturnType<typeof setTimeout> | undefined

  const provider = new WebsocketProvider(
    `${options.origin.replace(/^http/, 'ws')}${SYNC_PATH}`,
    options.room,
    doc,
    {
      connect: false,
      awareness,
      protocols: subprotocols(options.capability),
      WebSocketPolyfill: countingSocket(
        platform.WebSocket,
        {
          opened() {
            attemptedAtMs = Date.now()
            options.watch.opened()
          },
          sent: options.watch.sent,
        },
        writes,
      ),
      // It would carry one tab's edits into another tab's authority.
      disableBc: true,
      resyncInterval: RESYNC_MS,
      maxBackoffTime: quickBackoffMs(),
    },
  )
  const forgetVouches = followVouches(provider, options.vouches, writes)
  const outbox = openOutbox(provider, awareness, platform.afterFrame)

  const changed = () => {
    clearTimeout(patience)
    if (closed) return
    if (state().type === 'connecting') {
      patience = setTimeout(() => {
        failures = Math.max(failures, 2)
        changed()
      }, PATIENCE_MS)
    }
    options.onChange()
  }
  const state = (): Connection => {
    if (refused) return { type: 'refused', reason: refused }
    if (provider.synced && !cannotTake) return { type: 'connected', ...(lacks && { lacks }) }
    if (crowded && !cut) return { type: 'crowded' }
    if (cut || failures >= 2) return { type: 'offline' }
    return cannotTake ? { type: cannotTake } : { type: 'connecting', again: wasSynced }
  }

  provider.on('sync', (synced: boolean) => {
    if (!synced) return
    wasSynced = true
    failures = 0
    cut = false
    crowded = false
    // One who may write learns by the next receipt that the disk takes something again; a reader never gets one.
    if (!writes) cannotTake = null
    options.onSynced()
    changed()
  })
  provider.on('connection-close', (event: CloseEvent | null) => {
    const reason = event && closeReasonOf(event.code)
    crowded = reason !== null && CROWDED.includes(reason)
    if (provider.synced) missedSinceMs = Date.now()
    else failures++
    if (reason === 'storeUnavailable' || reason === 'roomDamaged') {
      cannotTake = CANNOT_TAKE[reason]
      failures = 0
    }
    const needsAWhile = reason !== null && NEEDS_A_WHILE.includes(reason)
    if (needsAWhile) provider.wsUnsuccessfulReconnects = A_WHILE
    // Many tries soon, each phone in its own rhythm, so that a restarted server is noticed; seldom later, or while nobody
    // looks, for the battery.
    const quick = !needsAWhile && !hidden && Date.now() - missedSinceMs < QUICK_MS
    provider.maxBackoffTime = quick ? quickBackoffMs() : slowBackoffMs()
    // This event comes before the provider has let go of the socket.
    queueMicrotask(changed)
  })
  provider.on('status', ({ status }: { status: string }) => {
    if (status !== 'disconnected') return
    // A server that lacks something says so each time.
    lacks = false
    options.onPresence(null)
  })
  provider.on('closed', ({ code }: { code: number }) => {
    // A final code this program does not know comes from a newer server.
    refused = closeReasonOf(code) ?? 'clientTooOld'
    options.onRefused(refused)
    changed()
  })

  provider.messageHandlers[MESSAGE.stored] = (_reply, decoder) => {
    options.onStored(decodeStored(decoder))
    if (!cannotTake) return
    cannotTake = null
    changed()
  }
  provider.messageHandlers[MESSAGE.disk] = (_reply, decoder) => {
    const disk = decodeDisk(decoder)
    lacks = disk === 'lacks'
    // That it takes writes again is believed by the next receipt.
    if (disk === 'refuses') cannotTake = 'serverCannotStore'
    changed()
  }
  provider.messageHandlers[MESSAGE.presence] = (_reply, decoder) => {
    const people = decodePresence(decoder)
    if (people) options.onPresence(people)
  }

  const disconnect = () => {
    outbox.flush()
    provider.disconnect()
  }
  const connectNow = () => {
    disconnect()
    provider.wsUnsuccessfulReconnects = 0
    provider.maxBackoffTime = quickBackoffMs()
    cut = false
    failures = 0
    missedSinceMs = Date.now()
    provider.connect()
    changed()
  }
  const isAlive = () =>
    provider.synced
      ? Date.now() - provider.wsLastMessageReceived < SILENCE_MS
      : provider.ws !== null && Date.now() - attemptedAtMs < PATIENCE_MS
  const stopListening = platform.subscribe((event) => {
    if (event === 'hidden' || event === 'visible') hidden = event === 'hidden'
    if (refused) return
    if (event === 'hidden') outbox.flush()
    else if (event === 'offline') {
      cut = true
      disconnect()
      changed()
      // A laptop that serves itself needs no network: it may well be there.
      if (isOwnMachine) provider.connect()
    } else if (
      event === 'online' ||
      (event === 'visible' && (platform.isOnline() || isOwnMachine))
    ) {
      if (cut || !isAlive()) connectNow()
    }
  })

  provider.connect()
  changed()

  return {
    state,
    retry() {
      refused = null
      connectNow()
    },
    close() {
      closed = true
      clearTimeout(patience)
      stopListening()
      forgetVouches()
      outbox.close()
      provider.destroy()
    },
  }
}

const quickBackoffMs = (): number => 1_000 + Math.random() * 1_000
const slowBackoffMs = (): number => 15_000 + Math.random() * 25_000
