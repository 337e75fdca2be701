/** What the server once said of its disk, as it stood behind the updates it sent: kept here, and shown to it when it has lost something. */
import * as decoding from 'lib0/decoding'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { MESSAGE, SYNC } from '../protocol/messages.ts'
import type { Vouch } from '../protocol/vouches.ts'
import { decodeBehind, encodeVouches, MAX_VOUCHES } from '../protocol/vouches.ts'
import { FROM_DEVICE } from './applyRows.ts'

export type Vouches = {
  /** @param behind At what stands behind this update of the server's. */
  heard(update: Uint8Array, behind: decoding.Decoder): void
  /** What this device has on its disk. */
  adopt(kept: readonly Vouch[]): void
  /** Those that go further than what a server with this state vector has. */
  beyond(stateVector: Uint8Array): Vouch[]
  /** Those of the clients whose structs an update brings. */
  about(update: Uint8Array): Vouch[]
  /** Those heard since this was asked last. */
  takeNews(): Vouch[]
  all(): Vouch[]
}

export function createVouches(): Vouches {
  /** By client: the one that goes furthest. */
  const furthest = new Map<number, Vouch>()
  let news = new Map<number, Vouch>()
  const takeIn = (vouch: Vouch): boolean => {
    if (vouch.clock <= (furthest.get(vouch.client)?.clock ?? 0)) return false
    furthest.set(vouch.client, vouch)
    return true
  }

  return {
    heard(update, behind) {
      const seatOf = (client: number) => furthest.get(client)?.seat
      for (const vouch of decodeBehind(behind, Y.parseUpdateMeta(update).to, seatOf)) {
        if (takeIn(vouch)) news.set(vouch.client, vouch)
      }
    },
    adopt(kept) {
      for (const vouch of kept) takeIn(vouch)
    },
    beyond(stateVector) {
      const theirs = Y.decodeStateVector(stateVector)
      return [...furthest.values()].filter(({ client, clock }) => clock > (theirs.get(client) ?? 0))
    },
    about: (update) =>
      [...Y.parseUpdateMeta(update).to.keys()].flatMap((client) => furthest.get(client) ?? []),
    takeNews() {
      const taken = [...news.values()]
      news = new Map()
      return taken
    },
    all: () => [...furthest.values()],
  }
}

/**
 * Puts itself before the provider's own handling of sync messages, and before what sends updates: vouches are known before
 * the words they are about, and shown before the words of others that this device brings.
 * @returns What ends it.
 */
export function followVouches(
  provider: WebsocketProvider,
  vouches: Vouches,
  writes: boolean,
): () => void {
  const { doc } = provider
  const show = (lost: readonly Vouch[]) => {
    if (!writes || !provider.wsconnected) return
    for (let i = 0; i < lost.length; i += MAX_VOUCHES) {
      provider.ws?.send(encodeVouches(lost.slice(i, i + MAX_VOUCHES)))
    }
  }
  const handle = provider.messageHandlers[MESSAGE.sync]
  provider.messageHandlers[MESSAGE.sync] = (reply, decoder, ...rest) => {
    const ahead = decoding.clone(decoder)
    const isStep1 = decoding.readVarUint(ahead) === SYNC.step1
    const content = decoding.readVarUint8Array(ahead)
    if (isStep1) show(vouches.beyond(content))
    else vouches.heard(content, ahead)
    handle?.(reply, decoder, ...rest)
  }
  // What another tab of this device has heard goes out from here: nobody else may have brought it yet.
  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === FROM_DEVICE) show(vouches.about(update))
  }
  doc.on('update', onUpdate)
  return () => doc.off('update', onUpdate)
}
